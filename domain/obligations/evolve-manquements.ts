import type { FaitInscrit } from '../parcours/faits';
import type { EtatOuvert, Manquement, SourceManquement } from './manquement';

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
          qualification: null,
          etat: { etat: 'ouvert' },
        },
      ];
    case 'manquement_rejoint':
      return change(manquements, fait.manquement, (m) => ({
        ...m,
        ...adds(m, fait.source),
      }));
    case 'statut_enregistre':
      return fait.corrige
        ? manquements.map((m) => ({
            ...m,
            rendezVousIds: m.rendezVousIds.filter((id) => id !== fait.rendezVousId),
          }))
        : manquements;
    case 'motif_demande':
      return climb(manquements, fait.manquement, { etat: 'motif_demande' });
    case 'motif_qualifie':
      return change(manquements, fait.manquement, (m) => ({ ...m, qualification: fait.qualification }));
    case 'relance_envoyee':
      return climb(manquements, fait.manquement, { etat: fait.rang === 1 ? 'relance_1' : 'relance_2' });
    case 'signalement_propose':
      return climb(manquements, fait.manquement, {
        etat: 'signalement_propose',
        proposition: fait.proposition,
      });
    case 'signalement_confirme':
      return climb(manquements, fait.manquement, { etat: 'transmis' });
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
      return change(manquements, fait.manquement, (m) =>
        m.etat.etat === 'clos' ? { ...m, etat: m.etat.avant } : m,
      );
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

function climb(manquements: readonly Manquement[], id: number, etat: EtatOuvert): readonly Manquement[] {
  return change(manquements, id, (m) => ({ ...m, etat }));
}

function change(
  manquements: readonly Manquement[],
  id: number,
  f: (m: Manquement) => Manquement,
): readonly Manquement[] {
  return manquements.map((m) => (m.id === id ? f(m) : m));
}
