import type { GestePermisDe } from '../../domain/parcours/gestes';
import { qualifications } from '../../domain/parcours/journal-dit';
import { jourEntre, mot } from './champs-frequents';
import type { Formulaire } from './formulaire';

type GesteManquement = GestePermisDe<
  'qualifyMotif' | 'confirmSignalement' | 'postponeSignalement' | 'dropSignalement'
>;

/** R14 — the machine proposes; each of these is the act of a human, and says what will follow. */
export function formulaireManquement(g: GesteManquement): Formulaire {
  const numero = { nature: 'cache', nom: 'cible.numero', valeur: String(g.manquement) } as const;
  switch (g.geste) {
    case 'qualifyMotif':
      return {
        geste: g.geste,
        titre: 'Qualifier le motif de l’absence',
        suite: 'Un motif légitime clôt le manquement. Sinon, une relance part à la personne.',
        champs: [
          numero,
          {
            nature: 'boutons',
            nom: 'qualification',
            libelle: 'Qualification',
            options: g.qualifications.map((q) => ({ valeur: q, libelle: qualifications[q] })),
          },
          { nature: 'texte', nom: 'commentaire', libelle: 'Ce que la personne a dit', facultatif: true },
        ],
        bouton: 'Enregistrer la qualification',
        grave: false,
      };
    case 'confirmSignalement':
      return {
        geste: g.geste,
        titre: 'Confirmer le signalement',
        suite: 'Le manquement est transmis. Rien n’est décidé pour la personne par ce geste.',
        champs: [numero, mot('Pourquoi confirmer')],
        bouton: 'Confirmer et transmettre',
        grave: true,
      };
    case 'postponeSignalement':
      return {
        geste: g.geste,
        titre: 'Reporter le signalement',
        suite: 'Il sera proposé de nouveau le jour choisi.',
        champs: [numero, jourEntre('au', 'Proposer de nouveau le', g.du, null), mot('Pourquoi reporter')],
        bouton: 'Reporter',
        grave: false,
      };
    case 'dropSignalement':
      return {
        geste: g.geste,
        titre: 'Abandonner le signalement',
        suite: 'Le manquement est clos, sans suite pour la personne.',
        champs: [numero, mot('Pourquoi abandonner')],
        bouton: 'Abandonner le signalement',
        grave: false,
      };
  }
}
