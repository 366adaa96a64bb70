import type { FaitInscrit } from '../parcours/faits';
import type { RendezVous } from './rendez-vous';

export function evolveRendezVous(
  rendezVous: readonly RendezVous[],
  { fait, a, par }: FaitInscrit,
): readonly RendezVous[] {
  switch (fait.type) {
    case 'rendez_vous_planifie':
      return [
        ...rendezVous,
        {
          id: fait.rendezVousId,
          revision: 1,
          creneau: fait.creneau,
          referentId: fait.referentId,
          origine: par === 'jalons' ? 'jalons' : 'referent',
          bilan: fait.bilan,
          convoqueA: a,
          issue: null,
          aReplacerDepuis: null,
          anciens: [],
        },
      ];
    case 'rendez_vous_deplace':
      return change(rendezVous, fait.rendezVousId, (r) => ({
        ...r,
        revision: r.revision + 1,
        creneau: fait.creneau,
        referentId: fait.referentId,
        convoqueA: a,
        aReplacerDepuis: null,
        anciens: [...r.anciens, { debut: r.creneau.debut, a }],
      }));
    case 'referent_change':
      // What this référent holds already stands again.
      return rendezVous.map((r) => (r.referentId === fait.referentId ? { ...r, aReplacerDepuis: null } : r));
    case 'rendez_vous_a_replacer':
      return change(rendezVous, fait.rendezVousId, (r) => ({ ...r, aReplacerDepuis: a }));
    case 'rendez_vous_annule':
      return change(rendezVous, fait.rendezVousId, (r) => ({
        ...r,
        issue: { statut: fait.par === 'service' ? 'annule_service' : 'annule_personne', a, corrige: false },
      }));
    case 'statut_enregistre':
      return change(rendezVous, fait.rendezVousId, (r) => ({
        ...r,
        issue: { statut: fait.statut, a, corrige: fait.corrige },
      }));
    default:
      return rendezVous;
  }
}

function change(
  rendezVous: readonly RendezVous[],
  id: number,
  f: (r: RendezVous) => RendezVous,
): readonly RendezVous[] {
  return rendezVous.map((r) => (r.id === id ? f(r) : r));
}
