import { clotureOf } from '../obligations/cloture';
import { findManquementOuvert, type Manquement } from '../obligations/manquement';
import { openAnew, openManquement } from '../obligations/ouvrir';
import { aujourdhui, type Contexte } from '../parcours/contexte';
import type { Fait } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { reopen } from '../rendez-vous/statut';
import type { StatutRendezVous } from '../rendez-vous/rendez-vous';
import { estPrevenue } from '../rendez-vous/silence-ouverture';
import type { Instant } from '../temps/instant';

type Vecu = { readonly id: number; readonly debut: Instant; readonly avant: StatutRendezVous | null };

/** R32 — the ladder of absences as it should have been: what stood on the error falls, what did not begins anew from today. */
export function correctEchelles(
  p: Parcours,
  rdv: Vecu,
  statut: StatutRendezVous,
  ctx: Contexte,
): readonly Fait[] {
  const ouvert = findManquementOuvert(p.manquements, 'absence');
  const clos = rdv.avant === 'honore' ? p.manquements.filter((m) => estClosPar(m, rdv.id)) : [];
  const rouverts = clos.flatMap((m) => reopen(m, ouvert, aujourdhui(ctx)));
  // R48 — nobody had told her: nothing is held against her.
  const tenu = p.rendezVous.find((r) => r.id === rdv.id);
  if (statut === 'absent' && tenu !== undefined && !estPrevenue(tenu, p.zone)) return rouverts;
  if (statut === 'absent') {
    const source = { genre: 'absence', rendezVousId: rdv.id } as const;
    return [...rouverts, ...openManquement(p, source, clos[0]?.id ?? ouvert?.id ?? null)];
  }
  return [...rouverts, ...withdrawEchelle(p, rdv, statut, ouvert)];
}

function estClosPar({ etat }: Manquement, rendezVousId: number): boolean {
  return (
    etat.etat === 'clos' && etat.raison === 'rendez_vous_honore' && etat.parRendezVousId === rendezVousId
  );
}

function withdrawEchelle(
  p: Parcours,
  rdv: Vecu,
  statut: 'honore' | 'excuse',
  ouvert: Manquement | null,
): readonly Fait[] {
  if (ouvert === null) return rdv.avant === 'absent' ? withdrawTransmis(p, rdv.id) : [];
  const contient = ouvert.rendezVousIds.includes(rdv.id);
  const autres = p.rendezVous.filter((r) => r.id !== rdv.id && ouvert.rendezVousIds.includes(r.id));
  const avant = autres.filter((r) => r.creneau.debut < rdv.debut);
  const apres = autres.filter((r) => r.creneau.debut >= rdv.debut);
  // Who came settles what was missed before, never what was missed after.
  if (statut === 'honore' && avant.length > 0)
    return [...clotureOf(ouvert, 'rendez_vous_honore', null, rdv.id), ...openAnew(p, apres)];
  if (contient && avant.length === 0) return [...clotureOf(ouvert, 'erreur_corrigee'), ...openAnew(p, apres)];
  return [];
}

/** A signalement that stood on this error alone had been transmitted, then closed: it is withdrawn all the same. */
function withdrawTransmis(p: Parcours, rendezVousId: number): readonly Fait[] {
  return p.manquements
    .filter((m) => m.transmisA !== null && m.genre === 'absence' && m.rendezVousIds.length > 0)
    .filter((m) => m.rendezVousIds.every((id) => id === rendezVousId))
    .filter((m) => !m.signaux.some((s) => s.quoi === 'retrait'))
    .map((m) => ({ type: 'signal_a_transmettre', manquement: m.id, quoi: 'retrait' }));
}

/** A letter of a ladder that stands on this appointment was delivered: the person was told something wrong. */
export function estDite(p: Parcours, rendezVousId: number): boolean {
  return p.manquements.some(
    (m) =>
      m.genre === 'absence' && m.rendezVousIds.includes(rendezVousId) && Object.keys(m.remises).length > 0,
  );
}
