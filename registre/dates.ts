import type { Instant } from '../domain/temps/instant';
import type { CivilDate } from '../domain/temps/jour';

/** The one place where PostgreSQL's dates and the domain's meet: a `date` column is midnight UTC for Prisma. */
export function jourOfColonne(date: Date): CivilDate {
  return date.toISOString().slice(0, 10) as CivilDate;
}

export function colonneOfJour(le: CivilDate): Date {
  return new Date(`${le}T00:00:00.000Z`);
}

export function instantOfColonne(date: Date): Instant {
  return date.toISOString() as Instant;
}

export function colonneOfInstant(instant: Instant): Date {
  return new Date(instant);
}
