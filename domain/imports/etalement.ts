import { addJoursOuvres, reporteAuJourOuvre } from '../temps/calendrier';
import { instantAt, jourAt, type Heure } from '../temps/heure-locale';
import { epochMsOf, instantOf, type Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';

/** Hours of a working day over which openings are spread: a référent reads what comes, and answers the phone. */
const DE: Heure = '09:00';
const A: Heure = '17:00';

export type Etalement = {
  /** When a person confirmed the import. */
  readonly depuis: Instant;
  /** Openings a working day, for each référent; 0: all at once. */
  readonly parJour: number;
  readonly zone: CodeZone;
};

/**
 * When the opening of that rank happens: so many a working day for each référent, evenly over its hours, so
 * that a list of thousands does not send thousands of convocations in one morning. The first day begins at once.
 */
export function ouvertureAt(rang: number, { depuis, parJour, zone }: Etalement): Instant {
  if (parJour === 0) return depuis;
  const premier = premierJourOf(depuis, zone);
  const n = Math.floor(rang / parJour);
  const le = n === 0 ? premier : addJoursOuvres(premier, n, zone);
  const debut = Math.max(epochMsOf(depuis), epochMsOf(instantAt(le, DE, zone)));
  const fin = epochMsOf(instantAt(le, A, zone));
  return instantOf(debut + Math.floor(((fin - debut) * (rang % parJour)) / parJour));
}

/** Today while its hours last, or the next working day. */
function premierJourOf(depuis: Instant, zone: CodeZone): CivilDate {
  const le = jourAt(depuis, zone);
  return depuis < instantAt(le, A, zone) ? reporteAuJourOuvre(le, zone) : addJoursOuvres(le, 1, zone);
}
