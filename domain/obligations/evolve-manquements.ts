import type { FaitInscrit } from '../parcours/faits';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import {
  findLettreCourante,
  type EtatOuvert,
  type LettreManquement,
  type Manquement,
  type SourceManquement,
} from './manquement';

export function evolveManquements(
  manquements: readonly Manquement[],
  { fait, a }: FaitInscrit,
): readonly Manquement[] {
  switch (fait.type) {
    case 'manquement_ouvert':
      return [
        ...manquements,
        {
          id: fait.manquement,
          genre: fait.source.genre,
          ouvertA: a,
          ...adds({ rendezVousIds: [], objetIds: [] }, fait.source),
          remises: {},
          motifs: [],
          qualification: null,
          depuisA: a,
          reprises: 0,
          transmisA: null,
          suite: null,
          signaux: [],
          etat: { etat: 'ouvert' },
        },
      ];
    case 'manquement_rejoint':
      return change(manquements, fait.manquement, (m) => ({
        ...m,
        ...adds(m, fait.source),
      }));
    case 'statut_corrige':
      return fait.statut === 'absent'
        ? manquements
        : manquements.map((m) => ({
            ...m,
            rendezVousIds: m.rendezVousIds.filter((id) => id !== fait.rendezVousId),
          }));
    case 'statut_enregistre':
      return fait.corrige
        ? manquements.map((m) => ({
            ...m,
            rendezVousIds: m.rendezVousIds.filter((id) => id !== fait.rendezVousId),
          }))
        : manquements;
    case 'motif_demande':
      return climb(manquements, fait.manquement, { etat: 'motif_demande' }, a);
    case 'motif_qualifie':
      return change(manquements, fait.manquement, (m) => ({ ...m, qualification: fait.qualification }));
    case 'relance_envoyee':
      return climb(manquements, fait.manquement, { etat: fait.rang === 1 ? 'relance_1' : 'relance_2' }, a);
    case 'signalement_propose':
      return climb(
        manquements,
        fait.manquement,
        {
          etat: 'signalement_propose',
          proposition: fait.proposition,
        },
        a,
      );
    case 'signalement_confirme':
      return change(climb(manquements, fait.manquement, { etat: 'transmis' }, a), fait.manquement, (m) => ({
        ...m,
        transmisA: a,
      }));
    case 'signalement_reporte':
      return change(manquements, fait.manquement, (m) =>
        m.etat.etat === 'signalement_propose'
          ? { ...m, etat: { etat: 'signalement_reporte', proposition: m.etat.proposition, au: fait.au } }
          : m,
      );
    case 'remise_constatee': {
      const { lettre, le } = fait;
      if (lettre === null) return manquements;
      return change(manquements, lettre.manquement, (m) => ({
        ...m,
        remises: { ...m.remises, [lettre.nom]: le },
      }));
    }
    case 'lettre_a_faire': {
      const lettre = fait.revenu?.lettre ?? null;
      return lettre === null
        ? manquements
        : change(manquements, lettre.manquement, (m) => comesBack(m, lettre.nom, a));
    }
    case 'manquement_clos':
      return change(manquements, fait.manquement, (m) =>
        m.etat.etat === 'clos'
          ? m
          : {
              ...m,
              etat: {
                etat: 'clos',
                raison: fait.raison,
                parRendezVousId: fait.rendezVousId ?? null,
                avant: m.etat,
              },
            },
      );
    case 'manquement_rouvert':
      return change(manquements, fait.manquement, (m) => reopens(m, fait.delaiDepuis, a));
    case 'manquement_leve':
      return change(manquements, fait.manquement, (m) =>
        m.etat.etat === 'clos' ? { ...m, etat: { ...m.etat, raison: 'motif_legitime' } } : m,
      );
    case 'motif_recu': {
      const { motif, recuLe, texteId } = fait;
      return change(manquements, fait.manquement, (m) => ({
        ...m,
        motifs: [...m.motifs, { motif, recuLe, texteId }],
      }));
    }
    case 'suite_enregistree': {
      const { suite, le } = fait;
      return change(manquements, fait.manquement, (m) => ({ ...m, suite: { suite, le } }));
    }
    case 'signal_a_transmettre':
      return change(manquements, fait.manquement, (m) => ({
        ...m,
        signaux: [...m.signaux, { quoi: fait.quoi, depuisA: a, transmisLe: null }],
      }));
    case 'signal_transmis':
      return change(manquements, fait.manquement, (m) => ({
        ...m,
        signaux: m.signaux.map((s) => (s.transmisLe === null ? { ...s, transmisLe: fait.le } : s)),
      }));
    default:
      return manquements;
  }
}

type Sources = Pick<Manquement, 'rendezVousIds' | 'objetIds'>;

function adds({ rendezVousIds, objetIds }: Sources, source: SourceManquement): Sources {
  return source.genre === 'absence'
    ? { rendezVousIds: [...rendezVousIds, source.rendezVousId], objetIds }
    : { rendezVousIds, objetIds: [...objetIds, source.objetId] };
}

/** R47 — nobody received it: nothing runs, and on its own rung all that time had said of it is said anew. */
function comesBack(m: Manquement, nom: LettreManquement, a: Instant): Manquement {
  const remises = Object.fromEntries(Object.entries(m.remises).filter(([lettre]) => lettre !== nom));
  const courante = m.etat.etat !== 'clos' && findLettreCourante(m.etat) === nom;
  return courante ? { ...m, remises, reprises: m.reprises + 1, depuisA: a } : { ...m, remises };
}

function climb(
  manquements: readonly Manquement[],
  id: number,
  etat: EtatOuvert,
  depuisA: Instant,
): readonly Manquement[] {
  return change(manquements, id, (m) => ({ ...m, etat, depuisA }));
}

/** R32 — back on its rung; a delay that had begun begins again when `delaiDepuis` says so. */
function reopens(m: Manquement, delaiDepuis: CivilDate | null, a: Instant): Manquement {
  if (m.etat.etat !== 'clos') return m;
  const etat = m.etat.avant;
  // A second signal that nobody has sent yet falls with the closing that called for it.
  const signaux = m.signaux.filter((s) => s.transmisLe !== null);
  if (delaiDepuis === null) return { ...m, etat, signaux };
  const lettre = findLettreCourante(etat);
  const courue = lettre !== null && m.remises[lettre] !== undefined;
  return {
    ...m,
    etat,
    signaux,
    reprises: m.reprises + 1,
    depuisA: a,
    remises: courue ? { ...m.remises, [lettre]: delaiDepuis } : m.remises,
  };
}

function change(
  manquements: readonly Manquement[],
  id: number,
  f: (m: Manquement) => Manquement,
): readonly Manquement[] {
  return manquements.map((m) => (m.id === id ? f(m) : m));
}
