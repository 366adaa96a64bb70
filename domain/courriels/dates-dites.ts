import { heureAt, jourAt } from '../temps/heure-locale';
import { minutesBetween, type Instant } from '../temps/instant';
import { jourDeSemaine, type CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';

const SEMAINE = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const ANNEE = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** `lundi 3 mars`, for the subject of a mail: a phone shows forty characters of it. */
export function jourCourt(le: CivilDate): string {
  const quantieme = Number(le.slice(8, 10));
  return `${SEMAINE[jourDeSemaine(le) - 1] ?? ''} ${quantieme === 1 ? '1er' : quantieme} ${nomDuMois(le)}`;
}

/** `lundi 3 mars 2025`: the name of the day helps who does not read dates easily. */
export function jourEnLettres(le: CivilDate): string {
  return `${jourCourt(le)} ${le.slice(0, 4)}`;
}

/** `mai 2025`, from a day or from a month `AAAA-MM`. */
export function moisEnLettres(mois: string): string {
  return `${nomDuMois(mois)} ${mois.slice(0, 4)}`;
}

function nomDuMois(mois: string): string {
  return ANNEE[Number(mois.slice(5, 7)) - 1] ?? '';
}

/** `9 h` or `9 h 30`, on the wall of the zone. */
export function heureEnLettres(instant: Instant, zone: CodeZone): string {
  const [h, m] = heureAt(instant, zone).split(':') as [string, string];
  return m === '00' ? `${Number(h)} h` : `${Number(h)} h ${m}`;
}

export function momentEnLettres(instant: Instant, zone: CodeZone): string {
  return `${jourEnLettres(jourAt(instant, zone))} à ${heureEnLettres(instant, zone)}`;
}

export function momentCourt(instant: Instant, zone: CodeZone): string {
  return `${jourCourt(jourAt(instant, zone))} à ${heureEnLettres(instant, zone)}`;
}

export function dureeEnLettres(debut: Instant, fin: Instant): string {
  const minutes = Math.round(minutesBetween(debut, fin));
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  if (h === 0) return `${m} minutes`;
  const heures = h === 1 ? '1 heure' : `${h} heures`;
  return m === 0 ? heures : `${heures} et ${m} minutes`;
}
