import type { Parcours } from '../parcours/parcours';
import { jourAt } from '../temps/heure-locale';
import type { CodeZone } from '../temps/zones';
import { cleRendezVous, type RendezVous } from './rendez-vous';

/** The business key of the convocation to an appointment: its mail, its letter and its delivery share it. */
export function cleConvocation(rdv: Pick<RendezVous, 'id' | 'revision'>): string {
  return `${cleRendezVous(rdv)}:convocation`;
}

/** R48 — opened in silence, the first appointment that Jalons places, and those of the same day, are not written. */
export function isConvoqueEnSilence(p: Parcours, rendezVousId: number): boolean {
  const rdv = p.rendezVous.find((r) => r.id === rendezVousId);
  if (p.ouvertureSilencieuse !== true || rdv?.origine !== 'jalons') return false;
  const le = jourAt(rdv.convoqueA, p.zone);
  return p.rendezVous.every(
    (r) => r.id === rendezVousId || (r.silence !== undefined && jourAt(r.convoqueA, p.zone) === le),
  );
}

/** R48 — still silent: nobody has been told of this appointment. */
export function isTu({ silence }: Pick<RendezVous, 'silence'>): boolean {
  return silence?.prevenueLe === null;
}

/** R48 — what was never told, or only on its very day, is not held against anybody. */
export function estPrevenue({ silence, creneau }: RendezVous, zone: CodeZone): boolean {
  if (silence === undefined || silence === null) return true;
  return silence.prevenueLe !== null && silence.prevenueLe < jourAt(creneau.debut, zone);
}

/** R48 — its convocation handed over, or a reminder of it delivered, tells of the appointment. */
export function estDite(rdv: RendezVous, courrielCle: string): boolean {
  return courrielCle === cleConvocation(rdv) || courrielCle.startsWith(`${cleRendezVous(rdv)}:rappel:`);
}

/** R48 — the appointment, still silent, that this delivered reminder tells of. */
export function findTuDit(p: Parcours, courrielCle: string): RendezVous | null {
  return p.rendezVous.find((r) => isTu(r) && estDite(r, courrielCle)) ?? null;
}

/** R48 — nobody was told of it: nobody has to be told that it will not be held. */
export function isRendezVousTu(p: Parcours, rendezVousId: number): boolean {
  return p.rendezVous.some((r) => r.id === rendezVousId && isTu(r));
}

/** R48 — moved, and the letter of the day that it left was never handed over. */
export function isRevisionTue(p: Parcours, rendezVousId: number): boolean {
  const revision = (p.rendezVous.find((r) => r.id === rendezVousId)?.revision ?? 1) - 1;
  return p.lettres[cleConvocation({ id: rendezVousId, revision })]?.raison === 'ouverture_silencieuse';
}
