import type { GestePermisDe } from '../../domain/parcours/gestes';
import type { EditionOfferte } from '../../domain/parcours/gestes-sortie';
import { motifsSortie } from '../../domain/parcours/sortie';
import { situationsSuivi } from '../../domain/parcours/suivi-sortie';
import { plusTard, plusTot } from '../../domain/temps/jour';
import { commentaire } from './champs-engagement';
import { choixOuCache, jourEntre } from './champs-frequents';
import type { Entourage } from './entourage';
import type { Formulaire, Option } from './formulaire';

type GesteSortie = GestePermisDe<
  'exitParcours' | 'dropDeces' | 'recordSuivi' | 'reorientParcours' | 'moveEdition'
>;

/** R33–R36 — what ends a parcours, follows its end, or carries it elsewhere. */
export function formulaireSortie(g: GesteSortie, e: Entourage): Formulaire {
  switch (g.geste) {
    case 'exitParcours':
      return formulaireExit(g);
    case 'dropDeces':
      return {
        geste: g.geste,
        titre: 'Dire que le décès signalé est une erreur',
        suite: 'L’accompagnement continue, et la personne reçoit de nouveau ses courriels.',
        champs: [commentaire('D’où vient l’erreur')],
        bouton: 'C’est une erreur',
        grave: true,
      };
    case 'recordSuivi':
      return {
        geste: g.geste,
        titre: 'Enregistrer la situation après la sortie',
        suite: 'Ne pas savoir et ne pas vouloir répondre sont deux réponses différentes.',
        champs: [
          {
            nature: 'choix',
            nom: 'situation',
            libelle: 'Situation de la personne',
            options: g.situations.map((s) => ({ valeur: s, libelle: situationsSuivi[s] })),
          },
          jourEntre('le', 'Jour auquel elle vaut', g.du, g.au),
        ],
        bouton: 'Enregistrer la situation',
        grave: false,
      };
    case 'reorientParcours':
      return {
        geste: g.geste,
        titre: 'Réorienter vers un autre accompagnement',
        suite:
          'Ce parcours se clôt aujourd’hui et le suivant s’ouvre, d’un seul acte ; la personne en est prévenue.',
        champs: [
          choixOuCache('dispositif', 'Dispositif', optionsOf(g.editions)),
          {
            nature: 'choix',
            nom: 'structureId',
            libelle: 'Structure qui accompagnera',
            options: e.structures.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
          },
          jourEntre('orientationNotifieeLe', 'Jour de la notification de l’orientation', g.du, g.au),
          {
            nature: 'texte',
            nom: 'commentaire',
            libelle: 'Pourquoi cette réorientation',
            facultatif: true,
            aide: 'Un mot suffit ; il pourra être effacé.',
          },
        ],
        bouton: 'Clore et ouvrir le suivant',
        grave: true,
      };
    case 'moveEdition': {
      const du = g.editions.map((x) => x.du).reduce(plusTot);
      const au = g.editions.map((x) => x.au).reduce(plusTard);
      return {
        geste: g.geste,
        titre: 'Passer à l’édition suivante du dispositif',
        suite: 'Le parcours continue ; les jours d’avant restent comptés pour l’ancienne édition.',
        champs: [
          choixOuCache('dispositif', 'Édition', optionsOf(g.editions)),
          jourEntre('le', 'Premier jour compté pour cette édition', du, au),
        ],
        bouton: 'Changer d’édition',
        grave: true,
      };
    }
  }
}

function formulaireExit(g: GestePermisDe<'exitParcours'>): Formulaire {
  return {
    geste: g.geste,
    titre: 'Clore le parcours',
    suite: `Tout ce qui était prévu est annulé. Un parcours clos ne peut plus être modifié. Pour un CDD ou une mission, les deux dates du contrat disent s’il dépasse ${g.borneMois} mois.`,
    champs: [
      {
        nature: 'choix',
        nom: 'motif',
        libelle: 'Motif de la sortie',
        options: g.motifs.map((m) => ({ valeur: m, libelle: motifsSortie[m].libelle })),
      },
      jourEntre('le', 'Jour de la sortie', g.du, g.au),
      {
        titre: 'Contrat trouvé (facultatif, sauf pour un CDD)',
        champs: [
          { nature: 'jour', nom: 'emploi.debutLe', libelle: 'Premier jour du contrat', facultatif: true },
          { nature: 'jour', nom: 'emploi.finLe', libelle: 'Dernier jour du contrat', facultatif: true },
        ],
      },
    ],
    bouton: 'Clore le parcours',
    grave: true,
  };
}

function optionsOf(editions: readonly EditionOfferte[]): readonly Option[] {
  return editions.map(({ dispositif: { code, edition }, libelle }) => ({
    valeur: `${code}/${edition}`,
    libelle: `${libelle} (${edition})`,
  }));
}
