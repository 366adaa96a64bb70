import { estOuvre } from '../temps/calendrier';
import { heureOf, instantAt, jourAt, minutesOf, type Heure } from '../temps/heure-locale';
import { addMinutes, type Instant } from '../temps/instant';
import { addJours, jourDeSemaine, type CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';
import type { Creneau } from './rendez-vous';

/** A référent receives every week on that day, between those hours. */
export type Permanence = {
  readonly id: string;
  /** 1 for Monday … 7 for Sunday. */
  readonly jourDeSemaine: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly de: Heure;
  readonly a: Heure;
  readonly dureeMinutes: number;
  /** Length of an appointment at which a bilan is held; null when the permanence has no longer slot (R15). */
  readonly dureeBilanMinutes: number | null;
};

/** Days, both included. */
export type Jours = { readonly du: CivilDate; readonly au: CivilDate };

/** What one référent can still give: read after the lock on the référent, never before. */
export type Agenda = {
  readonly permanences: readonly Permanence[];
  readonly absences: readonly Jours[];
  readonly fermetures: readonly Jours[];
  readonly maximumParJour: number;
  readonly pris: readonly { readonly debut: Instant; readonly fin: Instant }[];
  /** R24 — whose agenda stands in for this one, on which days. */
  readonly remplacants?: readonly (Jours & { readonly agenda: Agenda })[];
};

/** R24 — the agenda in which a day of this référent is looked up: his own, or that of whoever stands in. */
export function agendaDuJour(agenda: Agenda, le: CivilDate): Agenda {
  return agenda.remplacants?.find(({ du, au }) => du <= le && le <= au)?.agenda ?? agenda;
}

export function couvre(periodes: readonly Jours[], le: CivilDate): boolean {
  return periodes.some(({ du, au }) => du <= le && le <= au);
}

/** R08 — a day on which this référent receives: working day, structure open, référent there. */
function estOuvertA(agenda: Agenda, le: CivilDate, zone: CodeZone): boolean {
  return estOuvre(le, zone) && !couvre(agenda.fermetures, le) && !couvre(agenda.absences, le);
}

export function seChevauchent(
  a: { readonly debut: Instant; readonly fin: Instant },
  b: { readonly debut: Instant; readonly fin: Instant },
): boolean {
  return a.debut < b.fin && b.debut < a.fin;
}

/** Slots of one day in the order of the clock: they start at the beginning of each permanence and step by its duration. */
function* creneauxDuJour(
  agenda: Agenda,
  le: CivilDate,
  zone: CodeZone,
  pourBilan: boolean,
): Iterable<Creneau> {
  const duJour = agenda.permanences
    .filter((p) => p.jourDeSemaine === jourDeSemaine(le))
    .sort((x, y) => minutesOf(x.de) - minutesOf(y.de));
  for (const p of duJour) {
    const duree = (pourBilan ? p.dureeBilanMinutes : null) ?? p.dureeMinutes;
    for (let m = minutesOf(p.de); m + duree <= minutesOf(p.a); m += p.dureeMinutes) {
      const debut = instantAt(le, heureOf(m), zone);
      yield { debut, fin: addMinutes(debut, duree), permanenceId: p.id };
    }
  }
}

/**
 * R08 — the earliest free slot between two days, both included. Refused: holidays, closures, absences, a slot
 * that overlaps another appointment, a day that already holds the declared maximum.
 */
export function findCreneau(
  agenda: Agenda,
  { du, au }: Jours,
  zone: CodeZone,
  pourBilan: boolean,
): Creneau | null {
  for (let le = du; le <= au; le = addJours(le, 1)) {
    const sien = agendaDuJour(agenda, le);
    if (!estOuvertA(sien, le, zone)) continue;
    const prisCeJour = sien.pris.filter((p) => jourAt(p.debut, zone) === le);
    if (prisCeJour.length >= sien.maximumParJour) continue;
    for (const creneau of creneauxDuJour(sien, le, zone, pourBilan)) {
      if (!prisCeJour.some((p) => seChevauchent(p, creneau))) return creneau;
    }
  }
  return null;
}

/** Free slots between two days, for the capacity line of the digest ("48 créneaux pour 60 personnes"). */
export function countCreneauxLibres(agenda: Agenda, { du, au }: Jours, zone: CodeZone): number {
  let libres = 0;
  for (let le = du; le <= au; le = addJours(le, 1)) {
    if (!estOuvertA(agenda, le, zone)) continue;
    const prisCeJour = agenda.pris.filter((p) => jourAt(p.debut, zone) === le);
    const ouverts = [...creneauxDuJour(agenda, le, zone, false)].filter(
      (c) => !prisCeJour.some((p) => seChevauchent(p, c)),
    ).length;
    libres += Math.max(0, Math.min(ouverts, agenda.maximumParJour - prisCeJour.length));
  }
  return libres;
}
