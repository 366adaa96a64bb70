import { ditJour, ditMoment } from '../../domain/parcours/dire';
import type { GestePermisDe } from '../../domain/parcours/gestes';
import type { StatutRendezVous } from '../../domain/rendez-vous/rendez-vous';
import { choixOuCache, jourEntre } from './champs-frequents';
import type { Entourage } from './entourage';
import type { Champ, Formulaire, Option } from './formulaire';

type GesteCorrection = GestePermisDe<
  | 'correctOrientation'
  | 'correctStatut'
  | 'correctRendezVous'
  | 'recordRendezVous'
  | 'correctContrat'
  | 'correctBilan'
>;

const SUITE =
  'L’erreur reste au journal, avec sa correction. Ce qu’elle avait fait partir est retiré, et dit à la personne si elle l’avait su.';

const STATUTS = {
  honore: 'Elle est venue',
  excuse: 'Elle s’est excusée',
  absent: 'Elle n’est pas venue',
} as const satisfies Record<StatutRendezVous, string>;

/** R32 — putting an error right is a gesture of its own: it says what it undoes. */
export function formulaireCorrection(g: GesteCorrection, e: Entourage): Formulaire {
  const base = { geste: g.geste, suite: SUITE, bouton: 'Enregistrer la correction', grave: false } as const;
  switch (g.geste) {
    case 'correctStatut':
      return {
        ...base,
        titre: 'Corriger une présence',
        champs: [
          choixRendezVous(
            g.rendezVous.map(({ id }) => id),
            e,
          ),
          statuts(g.statuts),
          { nature: 'texte', nom: 'commentaire', libelle: 'Commentaire', facultatif: true },
        ],
      };
    case 'correctRendezVous':
      return {
        ...base,
        titre: 'Corriger le jour d’un rendez-vous passé',
        champs: [choixRendezVous(g.rendezVous, e), ...quand(g)],
      };
    case 'recordRendezVous':
      return {
        ...base,
        titre: 'Saisir un rendez-vous oublié',
        suite: 'Il compte pour son mois. Une absence à un rendez-vous jamais annoncé n’a aucune suite.',
        champs: [
          ...quand(g),
          {
            nature: 'minutes',
            nom: 'dureeMinutes',
            libelle: 'Durée, en minutes',
            min: 5,
            max: 240,
            valeur: '45',
          },
          statuts(g.statuts),
          { nature: 'texte', nom: 'commentaire', libelle: 'Commentaire', facultatif: true },
        ],
        bouton: 'Enregistrer ce rendez-vous',
      };
    case 'correctOrientation':
      return {
        ...base,
        titre: 'Corriger le jour de l’orientation',
        suite: `Enregistré : ${ditJour(g.notifieeLe)}. Le délai pour signer le contrat est recompté.`,
        champs: [
          {
            nature: 'jour',
            nom: 'notifieeLe',
            libelle: 'Jour réel de la notification',
            aide: `Le ${ditJour(g.au)} au plus tard.`,
            max: g.au,
          },
        ],
      };
    case 'correctContrat':
      return {
        ...base,
        titre: 'Corriger la date de signature du contrat',
        suite: `Enregistrée : ${ditJour(g.signeLe)}. Les mois, les bilans et la durée maximale seront recomptés.`,
        champs: [jourEntre('signeLe', 'Jour réel de la signature', g.du, g.au)],
      };
    case 'correctBilan':
      return {
        ...base,
        titre: 'Corriger le jour d’un bilan',
        champs: [
          choixOuCache(
            'cible.numero',
            'Bilan',
            g.bilans.map((b) => ({
              valeur: String(b.rang),
              libelle: `Bilan n° ${b.rang}, noté le ${ditJour(b.tenuLe)}`,
            })),
          ),
          jourEntre('tenuLe', 'Jour réel du bilan', g.bilans.map((b) => b.du).sort()[0] ?? g.au, g.au),
        ],
      };
  }
}

function quand(g: GestePermisDe<'correctRendezVous' | 'recordRendezVous'>): readonly Champ[] {
  return [
    jourEntre('debut.le', 'Jour', g.du, g.au),
    { nature: 'heure', nom: 'debut.heure', libelle: 'Heure' },
  ];
}

function statuts(permis: readonly StatutRendezVous[]): Champ {
  const options = permis.map((s) => ({ valeur: s, libelle: STATUTS[s] }));
  return { nature: 'boutons', nom: 'statut', libelle: 'La personne', options };
}

function choixRendezVous(ids: readonly number[], e: Entourage): Champ {
  const options: readonly Option[] = ids.flatMap((id) => {
    const rdv = e.rendezVous.find((r) => r.id === id);
    return rdv === undefined
      ? []
      : [{ valeur: String(id), libelle: `N° ${id}, ${ditMoment(rdv.debut, e.zone)}` }];
  });
  return choixOuCache('cible.numero', 'Rendez-vous', options);
}
