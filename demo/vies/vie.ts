import type { Contexte } from '../../domain/parcours/contexte';
import type { Demande, DemandeDe } from '../../domain/parcours/demandes';
import type { Parcours } from '../../domain/parcours/parcours';
import type { RendezVous } from '../../domain/rendez-vous/rendez-vous';
import { jourAt } from '../../domain/temps/heure-locale';
import { jour, type CivilDate } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';
import type { LieuDeVie } from '../departement/lieux';

/** Who is around: the référents of the structure, and where a reorientation would lead. */
export type Alentour = {
  readonly equipe: readonly string[];
  readonly suivant: {
    readonly parcoursId: string;
    readonly structureId: string;
    readonly zone: CodeZone;
    readonly referentId: string;
  } | null;
};

export const SEUL: Alentour = { equipe: [], suivant: null };

type Joue = (p: Parcours, ctx: Contexte, le: CivilDate, autour: Alentour) => readonly Demande[];

/** What the people of a life do, each evening, given where the parcours stands. Pure: the same life, always the same gestures. */
export type Vie = {
  readonly code: string;
  readonly titre: string;
  /** External id of the person, as the département's file has it. */
  readonly idExterne: string;
  readonly joue: Joue;
  /** R34 — what is still done once the parcours is closed; nothing by default. */
  readonly apresSortie?: Joue;
  /** R35 — the evenings of the parcours that a reorientation opens. */
  readonly joueSuivant?: Joue;
  /** The day on which the file opens, and that of the orientation; the first day of the demonstration otherwise. */
  readonly debut?: { readonly ouvertLe: CivilDate; readonly notifieeLe: CivilDate };
  readonly lieu?: LieuDeVie;
  /** Another programme than FAIRE, and what is said at the opening (R41). */
  readonly programme?: Pick<DemandeDe<'openParcours'>, 'dispositif' | 'publics'>;
};

/** FAIRE unless the life says otherwise. */
export function programmeOf({ programme }: Vie): Pick<DemandeDe<'openParcours'>, 'dispositif' | 'publics'> {
  return programme ?? { dispositif: { code: 'faire', edition: '2025' } };
}

/** The first Monday of the demonstration, and the orientation that came just before. */
export const DEBUT = { ouvertLe: jour('2025-01-06'), notifieeLe: jour('2025-01-03') };

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
