import type { Agenda, Jours, Permanence } from '../../domain/rendez-vous/agenda';
import { addJours, type CivilDate } from '../../domain/temps/jour';
import type { Instant } from '../../domain/temps/instant';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Base, Transaction } from '../base';

type LigneAgenda = {
  maximum_par_jour: number;
  permanences: Permanence[] | null;
  absences: Jours[] | null;
  fermetures: Jours[] | null;
  pris: { debut: string; fin: string }[] | null;
};

/** How far ahead an appointment can be asked for: a month scheduled three weeks before, or a human's choice. */
const HORIZON_JOURS = 400;

/** Several référents at once, always by ascending id (house 1): nobody waits for somebody who waits for him. */
export async function lockReferents(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort())
    await tx.$queryRaw`SELECT 1 FROM referent WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

/**
 * The agenda of one référent, read after the lock on his row (house 1): whoever else looks for a slot of his
 * waits, so that two never see the same free hour.
 */
export async function readAgenda(tx: Transaction, referentId: string, le: CivilDate): Promise<Agenda> {
  await lockReferents(tx, [referentId]);
  return readAgendaSansVerrou(tx, referentId, le);
}

/** The agenda in which this parcours looks for a slot: its référent's, and on some days that of whoever stands in (R24). */
export async function readAgendaDe(
  tx: Transaction,
  p: Pick<Parcours, 'referent' | 'remplacements'>,
  le: CivilDate,
): Promise<Agenda | null> {
  if (p.referent === null) return null;
  const aVenir = p.remplacements.filter(({ au }) => au >= le);
  await lockReferents(tx, [p.referent.id, ...aVenir.map((r) => r.referentId)]);
  const agenda = await readAgendaSansVerrou(tx, p.referent.id, le);
  if (aVenir.length === 0) return agenda;
  const remplacants = [];
  for (const { du, au, referentId } of aVenir)
    remplacants.push({ du, au, agenda: await readAgendaSansVerrou(tx, referentId, le) });
  return { ...agenda, remplacants };
}

/** For what only counts or shows: nothing may be placed in an agenda read without its lock. */
export async function readAgendaSansVerrou(
  tx: Base | Transaction,
  referentId: string,
  le: CivilDate,
): Promise<Agenda> {
  const [ligne] = await tx.$queryRaw<LigneAgenda[]>`
    SELECT r.maximum_par_jour,
      (SELECT json_agg(json_build_object('id', p.id, 'jourDeSemaine', p.jour_de_semaine, 'de', p.de, 'a', p.a,
          'dureeMinutes', p.duree_minutes, 'dureeBilanMinutes', p.duree_bilan_minutes) ORDER BY p.de, p.id)
        FROM permanence p WHERE p.referent_id = r.id) AS permanences,
      (SELECT json_agg(json_build_object('du', a.du, 'au', a.au)) FROM absence a
        WHERE a.referent_id = r.id AND a.au >= ${le}::date) AS absences,
      (SELECT json_agg(json_build_object('du', f.du, 'au', f.au)) FROM fermeture f
        WHERE f.structure_id = r.structure_id AND f.au >= ${le}::date) AS fermetures,
      (SELECT json_agg(json_build_object(
          'debut', to_char(v.debut AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'fin', to_char(v.fin AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
        FROM rendez_vous v WHERE v.referent_id = r.id AND v.occupe
          AND v.debut >= ${addJours(le, -1)}::date AND v.debut < ${addJours(le, HORIZON_JOURS)}::date) AS pris
    FROM referent r WHERE r.id = ${referentId}::uuid`;
  if (ligne === undefined) throw new Error(`Référent inconnu : ${referentId}`);
  return {
    maximumParJour: ligne.maximum_par_jour,
    permanences: ligne.permanences ?? [],
    absences: ligne.absences ?? [],
    fermetures: ligne.fermetures ?? [],
    pris: (ligne.pris ?? []).map(({ debut, fin }) => ({ debut: debut as Instant, fin: fin as Instant })),
  };
}
