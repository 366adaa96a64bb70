import { findRattrapagesVains } from '../corrections/rattrapages';
import { bilansAnnonces, type BilanPrevu } from '../parcours/bilan';
import { aujourdhui, type Regles } from '../parcours/contexte';
import type { GestePermis } from '../parcours/gestes';
import type { Parcours } from '../parcours/parcours';
import { limiteRendezVous } from '../parcours/plafond';
import { findPauseDu } from '../pauses/pause';
import { reporteAuJourOuvre } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { addJours, type CivilDate } from '../temps/jour';
import { statutsRendezVous, type RendezVous, type StatutRendezVous } from './rendez-vous';

/** R08–R11 — appointments: the values that the law accepts now. */
export type DemandesRendezVous = {
  readonly addRendezVous: {
    readonly du: CivilDate;
    readonly au: CivilDate | null;
    /** Those that may be held there. */
    readonly bilans: readonly BilanPrevu[];
  };
  readonly moveRendezVous: {
    readonly rendezVous: readonly number[];
    readonly du: CivilDate;
    readonly au: CivilDate | null;
  };
  readonly cancelRendezVous: { readonly rendezVous: readonly number[] };
  readonly recordStatut: {
    readonly rendezVous: readonly { readonly id: number; readonly corrige: StatutRendezVous | null }[];
    readonly statuts: readonly StatutRendezVous[];
  };
};

export function* gestesRendezVous(p: Parcours, r: Regles, maintenant: Instant): Iterable<GestePermis> {
  const le = aujourdhui({ maintenant, zone: r.zone });
  const aRenseigner = p.rendezVous.flatMap((rdv) => statutPossible(rdv, r, maintenant) ?? []);
  if (aRenseigner.length > 0)
    yield { geste: 'recordStatut', rendezVous: aRenseigner, statuts: statutsRendezVous };

  const aVenir = p.rendezVous
    .filter((rdv) => rdv.issue === null && rdv.creneau.debut > maintenant)
    .map((rdv) => rdv.id);
  const du = premierJourOuvert(p, le, r);
  const au = limiteRendezVous(p, r);
  const place = p.referent !== null && du !== null && (au === null || du <= au);
  if (aVenir.length > 0 && place) yield { geste: 'moveRendezVous', rendezVous: aVenir, du, au };
  const annulables = [
    ...aVenir,
    ...findRattrapagesVains(p, { maintenant, zone: r.zone }).map(({ id }) => id),
  ];
  if (annulables.length > 0) yield { geste: 'cancelRendezVous', rendezVous: annulables };
  if (place) yield { geste: 'addRendezVous', du, au, bilans: bilansAnnonces(p, r, le) };
}

/** R08, R19 — the first working day outside the pauses; null while one has no end. */
function premierJourOuvert(p: Parcours, le: CivilDate, r: Regles): CivilDate | null {
  const du = reporteAuJourOuvre(le, r.zone);
  const pause = findPauseDu(p.pauses, du);
  if (pause === null) return du;
  return pause.au === null ? null : premierJourOuvert(p, addJours(pause.au, 1), r);
}

/** R11 — once begun and not cancelled; a status already given can be corrected the same day. */
function statutPossible(
  rdv: RendezVous,
  r: Regles,
  maintenant: Instant,
): { readonly id: number; readonly corrige: StatutRendezVous | null } | null {
  if (rdv.creneau.debut > maintenant) return null;
  if (rdv.issue === null) return { id: rdv.id, corrige: null };
  const { statut, a } = rdv.issue;
  if (statut === 'annule_service' || statut === 'annule_personne' || statut === 'retire') return null;
  return jourAt(a, r.zone) === jourAt(maintenant, r.zone) ? { id: rdv.id, corrige: statut } : null;
}
