import type { Agenda, Jours, Permanence } from '../../domain/rendez-vous/agenda';
import type { Remplacement } from '../../domain/parcours/lecteur';
import type { Parcours } from '../../domain/parcours/parcours';
import { instantOf } from '../../domain/temps/instant';
import type { CivilDate } from '../../domain/temps/jour';
import type { Base, Transaction } from '../base';
import { lecteurDans, lock, type Requete, type Salve } from '../salve';

type LigneAgenda = {
  maximum_par_jour: number;
  permanences: Permanence[] | null;
  absences: Jours[] | null;
  fermetures: Jours[] | null;
  pris: { debut: number; fin: number }[] | null;
};

/** How far ahead an appointment can be asked for: a month scheduled three weeks before, or a human's choice. */
const HORIZON_JOURS = 400;

/** The agenda of the référent `qui`, from the day before `le`: two pieces of SQL of ours, never a value. */
const lectureDe = (qui: string, le: string) => `
  WITH r AS (SELECT id, structure_id, maximum_par_jour, ${le} - 1 AS du FROM referent WHERE id = ${qui})
  SELECT r.maximum_par_jour,
    (SELECT json_agg(json_build_object('id', p.id, 'jourDeSemaine', p.jour_de_semaine, 'de', p.de, 'a', p.a,
        'dureeMinutes', p.duree_minutes, 'dureeBilanMinutes', p.duree_bilan_minutes) ORDER BY p.de, p.id)
      FROM permanence p WHERE p.referent_id = r.id) AS permanences,
    (SELECT json_agg(json_build_object('du', a.du, 'au', a.au)) FROM absence a
      WHERE a.referent_id = r.id AND a.au >= r.du) AS absences,
    (SELECT json_agg(json_build_object('du', f.du, 'au', f.au)) FROM fermeture f
      WHERE f.structure_id = r.structure_id AND f.au >= r.du) AS fermetures,
    (SELECT json_agg(json_build_object(
        'debut', (extract(epoch FROM v.debut) * 1000)::bigint, 'fin', (extract(epoch FROM v.fin) * 1000)::bigint))
      FROM rendez_vous v WHERE v.referent_id = r.id AND v.occupe
        AND v.debut >= r.du AND v.debut < r.du + ${HORIZON_JOURS}) AS pris
  FROM r`;

const SUIVI = '(SELECT referent_id FROM parcours WHERE id = $1::uuid)';
/** Today, or yesterday where the day begins later: what is read beyond need changes nothing. */
const AUJOURDHUI = `(SELECT (COALESCE(figee_a, clock_timestamp() + decalage_ms * interval '1 millisecond')
  AT TIME ZONE 'UTC')::date FROM horloge WHERE id = 1)`;

const REMPLACANTS = `(SELECT (x ->> 'referentId')::uuid FROM parcours,
  jsonb_array_elements(COALESCE(etat -> 'remplacements', '[]')) x WHERE id = $1::uuid)`;
/** Several référents at once, always by ascending id (house 1): nobody waits for somebody who waits for him. */
const verrouDe = (autre: string) => `SELECT 1 FROM referent
  WHERE id = ${SUIVI} OR id IN ${REMPLACANTS} OR id = ${autre} ORDER BY id FOR NO KEY UPDATE`;
const VERROU = verrouDe('NULL');
const VERROU_AVEC_L_AUTRE = verrouDe('$2::uuid');
const DE_L_AUTRE = lectureDe('$1::uuid', AUJOURDHUI);
const SOUS_VERROU = lectureDe(SUIVI, AUJOURDHUI);
const SANS_VERROU = lectureDe('$1::uuid', '$2::date');

/**
 * The agenda of the référent of a parcours already locked, read after the lock on his row (house 1): whoever else
 * looks for a slot of his waits, so that two never see the same free hour. Null when there is no référent.
 */
export async function readAgenda(tx: Salve, parcoursId: string): Promise<Agenda | null> {
  const values = [parcoursId];
  const verrou = lock('referent', tx.read({ name: 'verrou_referent', text: VERROU, values }));
  const lu = findAgenda(tx, { name: 'agenda_sous_verrou', text: SOUS_VERROU, values });
  const [, agenda] = await Promise.all([verrou, lu]);
  return agenda;
}

/** R22 — the agenda of somebody who does not follow this parcours yet, under his lock and the present référent's. */
export async function readAgendaOf(
  tx: Salve,
  parcoursId: string,
  referentId: string,
): Promise<Agenda | null> {
  const values = [parcoursId, referentId];
  const verrou = lock(
    'referent',
    tx.read({ name: 'verrou_avec_l_autre', text: VERROU_AVEC_L_AUTRE, values }),
  );
  const lu = findAgenda(tx, { name: 'agenda_de_l_autre', text: DE_L_AUTRE, values: [referentId] });
  const [, agenda] = await Promise.all([verrou, lu]);
  return agenda;
}

/** The agenda in which this parcours looks for a slot: its référent's, and on some days that of whoever stands in (R24). */
export async function readAgendaDe(
  tx: Salve,
  p: Pick<Parcours, 'id' | 'remplacements'>,
  le: CivilDate,
  lue?: Agenda | null,
): Promise<Agenda | null> {
  const agenda = lue ?? (await readAgenda(tx, p.id));
  const aVenir = p.remplacements.filter(({ au }) => au >= le);
  if (agenda === null || aVenir.length === 0) return agenda;
  const remplacants = await Promise.all(
    aVenir.map(async ({ du, au, referentId }) => {
      const sien = await findAgenda(tx, {
        name: 'agenda_de_l_autre',
        text: DE_L_AUTRE,
        values: [referentId],
      });
      return sien === null ? [] : [{ du, au, agenda: sien }];
    }),
  );
  return { ...agenda, remplacants: remplacants.flat() };
}

const CONFIRMES = `
  SELECT t.id, t.vers_id AS "referentId", t.du::text, t.au::text
  FROM transfert t JOIN absence a ON a.id = t.id
  WHERE t.de_id = $1::uuid AND t.genre = 'remplacement' AND t.etat <> 'apercu' AND t.au >= ${AUJOURDHUI} - 1
  ORDER BY t.du, t.id`;

/** R24 — the replacements of a référent that a person has confirmed, and whose absence has not been withdrawn. */
export function readRemplacements(tx: Salve, referentId: string | null): Promise<readonly Remplacement[]> {
  if (referentId === null) return Promise.resolve([]);
  return tx.read<Remplacement>({ name: 'remplacements', text: CONFIRMES, values: [referentId] });
}

/** For what only counts or shows: nothing may be placed in an agenda read without its lock. */
export async function readAgendaSansVerrou(
  tx: Base | Transaction,
  referentId: string,
  le: CivilDate,
): Promise<Agenda> {
  const values = [referentId, le];
  const agenda = await findAgenda(lecteurDans(tx), { name: 'agenda', text: SANS_VERROU, values });
  if (agenda === null) throw new Error(`Référent inconnu : ${referentId}`);
  return agenda;
}

async function findAgenda(tx: Pick<Salve, 'read'>, requete: Requete): Promise<Agenda | null> {
  const [ligne] = await tx.read<LigneAgenda>(requete);
  if (ligne === undefined) return null;
  return {
    maximumParJour: ligne.maximum_par_jour,
    permanences: ligne.permanences ?? [],
    absences: ligne.absences ?? [],
    fermetures: ligne.fermetures ?? [],
    pris: (ligne.pris ?? []).map(({ debut, fin }) => ({ debut: instantOf(debut), fin: instantOf(fin) })),
  };
}
