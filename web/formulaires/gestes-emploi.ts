import { genresEmploi } from '../../domain/parcours/emploi';
import type { GestePermisDe } from '../../domain/parcours/gestes';
import { moyensContact } from '../../domain/parcours/silence';
import { jourEntre } from './champs-frequents';
import type { Formulaire } from './formulaire';

type GesteEmploi = GestePermisDe<'recordContact' | 'recordEmploi' | 'recordFinEmploi'>;

const note = (libelle: string) =>
  ({
    nature: 'texte',
    nom: 'commentaire',
    libelle,
    facultatif: true,
    aide: 'Un mot suffit ; il pourra être effacé.',
  }) as const;

/** R38, R40 — news of the person, the job that begins, the job that ends. */
export function formulaireEmploi(g: GesteEmploi): Formulaire {
  switch (g.geste) {
    case 'recordContact':
      return {
        geste: g.geste,
        titre: 'Enregistrer un contact',
        suite: 'Le compte des jours sans nouvelles repart de ce jour.',
        champs: [
          jourEntre('le', 'Jour du contact', g.du, g.au),
          {
            nature: 'choix',
            nom: 'moyen',
            libelle: 'Moyen',
            options: g.moyens.map((m) => ({ valeur: m, libelle: moyensContact[m] })),
          },
          note('Ce qui a été dit'),
        ],
        bouton: 'Enregistrer le contact',
        grave: false,
      };
    case 'recordEmploi':
      return {
        geste: g.geste,
        titre: 'Enregistrer un emploi',
        suite:
          'Le suivi dans l’emploi commence ce jour-là ; la durée maximale ne demande plus rien tant qu’il dure.',
        champs: [
          jourEntre('debutLe', 'Premier jour de l’emploi', g.du, g.au),
          {
            nature: 'choix',
            nom: 'genre',
            libelle: 'Emploi',
            options: g.genres.map((x) => ({ valeur: x, libelle: genresEmploi[x] })),
          },
          { nature: 'jour', nom: 'finPrevueLe', libelle: 'Dernier jour prévu', facultatif: true },
          note('Employeur, poste'),
        ],
        bouton: 'Enregistrer l’emploi',
        grave: false,
      };
    case 'recordFinEmploi':
      return {
        geste: g.geste,
        titre: 'Enregistrer la fin de l’emploi',
        suite: 'L’accompagnement reprend, sous sa durée maximale.',
        champs: [jourEntre('le', 'Dernier jour de l’emploi', g.du, g.au), note('Pourquoi il n’a pas tenu')],
        bouton: 'Enregistrer la fin',
        grave: true,
      };
  }
}
