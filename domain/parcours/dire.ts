import { jourEnLettres, momentEnLettres } from '../courriels/dates-dites';
import type { Heure } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { joursEntre, type CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';

/** `3 mars 2025`: in a drawing, a range or a journal the name of the day only lengthens the line. */
export function ditJour(le: CivilDate): string {
  return jourEnLettres(le).split(' ').slice(1).join(' ');
}

/** `lundi 3 mars 2025 à 9 h 30`: for what somebody must do or attend, the name of the day comes first. */
export function ditMoment(a: Instant, zone: CodeZone): string {
  return momentEnLettres(a, zone);
}

/** `9 h`, `14 h 30`, from an hour of the wall. */
export function ditHeure(heure: Heure): string {
  const [h, m] = heure.split(':') as [string, string];
  return m === '00' ? `${Number(h)} h` : `${Number(h)} h ${m}`;
}

/** How far a day lies from another: `aujourd’hui`, `demain`, `dans 12 jours`, `il y a 3 jours`. */
export function ditEcart(de: CivilDate, a: CivilDate): string {
  const jours = joursEntre(de, a);
  if (jours === 0) return 'aujourd’hui';
  if (Math.abs(jours) === 1) return jours > 0 ? 'demain' : 'hier';
  return jours > 0 ? `dans ${jours} jours` : `il y a ${-jours} jours`;
}

/** Since when something waits: `depuis aujourd’hui`, `depuis hier`, `depuis 12 jours`. */
export function ditDepuis(de: CivilDate, aujourdhui: CivilDate): string {
  const jours = joursEntre(de, aujourdhui);
  return jours > 1 ? `depuis ${jours} jours` : `depuis ${jours === 1 ? 'hier' : 'aujourd’hui'}`;
}

/** `0 jour`, `1 jour`, `12 jours`: French keeps the singular below two. */
export function compte(n: number, un: string, plusieurs = `${un}s`): string {
  return `${n} ${Math.abs(n) < 2 ? un : plusieurs}`;
}

/** A label in the middle of a sentence: CV, CDD and France Travail keep their capitals. */
export function minuscule(libelle: string): string {
  const nomPropre = /^\p{Lu}(?:\p{Lu}|\p{L}* \p{Lu})/u.test(libelle);
  return nomPropre ? libelle : libelle.charAt(0).toLowerCase() + libelle.slice(1);
}

export function majuscule(texte: string): string {
  return texte.charAt(0).toUpperCase() + texte.slice(1);
}
