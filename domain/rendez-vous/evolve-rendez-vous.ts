import type { FaitDe, FaitInscrit } from '../parcours/faits';
import type { Instant } from '../temps/instant';
import type { RendezVous } from './rendez-vous';
import { estDite, isTu } from './silence-ouverture';

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
          apresCoup: false,
          anciens: [],
        },
      ];
    case 'rendez_vous_constate':
      return [...rendezVous, constate(fait, a)];
    case 'lettre_a_faire':
      return fait.raison === 'ouverture_silencieuse' && fait.rendezVousId !== null
        ? change(rendezVous, fait.rendezVousId, (r) => ({ ...r, silence: { prevenueLe: null } }))
        : rendezVous.map((r) => (isDitParRevenu(r, fait) ? { ...r, silence: { prevenueLe: null } } : r));
    case 'remise_constatee':
      return rendezVous.map((r) =>
        isTu(r) && estDite(r, fait.courrielCle) ? { ...r, silence: { prevenueLe: fait.le } } : r,
      );
    case 'rendez_vous_deplace':
      // R48 — the mail of the move tells the person.
      return change(rendezVous, fait.rendezVousId, (r) => ({
        ...r,
        ...(r.silence !== undefined && { silence: null }),
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
    case 'statut_corrige':
      // Already convoked again after the wrong status, or not at all: its instant stays, unless nobody had been waited for.
      return change(rendezVous, fait.rendezVousId, (r) => ({
        ...r,
        issue: {
          statut: fait.statut,
          a: r.issue === null || r.issue.statut === 'honore' ? a : r.issue.a,
          corrige: true,
        },
      }));
    case 'rendez_vous_retire':
      return change(rendezVous, fait.rendezVousId, (r) => ({
        ...r,
        issue: { statut: 'retire', a, corrige: false },
      }));
    case 'rendez_vous_corrige':
      return change(rendezVous, fait.rendezVousId, (r) => ({
        ...r,
        creneau: fait.creneau,
        apresCoup: true,
      }));
    case 'contrat_corrige': {
      const bilans = new Map(fait.bilans.map(({ rendezVousId, bilan }) => [rendezVousId, bilan]));
      return rendezVous.map((r) => {
        const bilan = bilans.get(r.id);
        return bilan === undefined ? r : { ...r, bilan };
      });
    }
    case 'statut_enregistre':
      return change(rendezVous, fait.rendezVousId, (r) => ({
        ...r,
        issue: { statut: fait.statut, a, corrige: fait.corrige },
      }));
    default:
      return rendezVous;
  }
}

/** R32 — an appointment that took place without Jalons: nobody was convoked, its status is known at once. */
function constate(fait: FaitDe<'rendez_vous_constate'>, a: Instant): RendezVous {
  return {
    id: fait.rendezVousId,
    revision: 1,
    creneau: fait.creneau,
    referentId: fait.referentId,
    origine: 'referent',
    bilan: null,
    convoqueA: a,
    issue: { statut: fait.statut, a, corrige: false },
    aReplacerDepuis: null,
    apresCoup: true,
    anciens: [],
  };
}

function change(
  rendezVous: readonly RendezVous[],
  id: number,
  f: (r: RendezVous) => RendezVous,
): readonly RendezVous[] {
  return rendezVous.map((r) => (r.id === id ? f(r) : r));
}

/** R47, R48 — the reminder that had told of it came back: nobody has been told. */
function isDitParRevenu(rdv: RendezVous, { courrielCle, revenu }: FaitDe<'lettre_a_faire'>): boolean {
  const prevenueLe = rdv.silence?.prevenueLe ?? null;
  return prevenueLe !== null && prevenueLe === revenu?.accepteLe && estDite(rdv, courrielCle);
}
