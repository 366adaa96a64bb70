import type { Contexte } from '../../domain/parcours/contexte';
import type { Demande } from '../../domain/parcours/demandes';
import type { Parcours } from '../../domain/parcours/parcours';
import type { RendezVous } from '../../domain/rendez-vous/rendez-vous';
import { jourAt } from '../../domain/temps/heure-locale';
import type { CivilDate } from '../../domain/temps/jour';

/** What the people of a life do, each evening, given where the parcours stands. Pure: the same life, always the same gestures. */
export type Vie = {
  readonly code: string;
  readonly titre: string;
  /** External id of the person, as the département's file has it. */
  readonly idExterne: string;
  readonly joue: (p: Parcours, ctx: Contexte, le: CivilDate) => readonly Demande[];
  /** R34 — what is still done once the parcours is closed; nothing by default. */
  readonly apresSortie?: (p: Parcours, ctx: Contexte, le: CivilDate) => readonly Demande[];
};

/** Appointments whose time has passed and whose status nobody has filled, oldest first. */
export function aRenseigner(p: Parcours, ctx: Contexte): readonly RendezVous[] {
  return p.rendezVous.filter((r) => r.issue === null && r.creneau.fin <= ctx.maintenant);
}

export function recordPresence(r: RendezVous, statut: 'honore' | 'excuse' | 'absent' = 'honore'): Demande {
  return { type: 'recordStatut', rendezVousId: r.id, statut, texteId: null };
}

/** The ordinary evening: whoever was received is recorded as received. */
export function recordTous(p: Parcours, ctx: Contexte): readonly Demande[] {
  return aRenseigner(p, ctx).map((r) => recordPresence(r));
}

/** The contrat is signed the day the first appointment is honoured. */
export function signSiRecu(
  p: Parcours,
  ctx: Contexte,
  signeLe: CivilDate,
  le: CivilDate = signeLe,
): readonly Demande[] {
  const recu = aRenseigner(p, ctx).some((r) => jourAt(r.creneau.debut, ctx.zone) === le);
  return p.contrat === null && recu ? [{ type: 'signContrat', signeLe }] : [];
}
