import { instantOf, type Instant } from '../../domain/temps/instant';
import type { Base } from '../base';
import { colonneOfInstant } from '../dates';
import { lecteurOf } from '../salve';

/** What still stirs at an instant: the walk goes on only when all of it is zero. */
export type Agitation = {
  readonly parcours: number;
  readonly matinees: number;
  readonly courriels: number;
  readonly reveils: number;
  readonly transferts: number;
  readonly imports: number;
  readonly purges: number;
};

/** Reads PostgreSQL only: the walk believes nobody else (house 1). */
export async function readAgitation(base: Base, a: Instant): Promise<Agitation> {
  const instant = colonneOfInstant(a);
  const [ligne] = await base.$queryRaw<Record<keyof Agitation, bigint>[]>`
    SELECT
      (SELECT count(*) FROM parcours WHERE prochaine_a <= ${instant}) AS parcours,
      (SELECT count(*) FROM matinee WHERE faite_a IS NULL AND due_a <= ${instant}) AS matinees,
      (SELECT count(*) FROM courriel WHERE etat = 'en_envoi' OR (etat = 'a_envoyer' AND essai_apres <= ${instant})) AS courriels,
      (SELECT count(*) FROM reveil) AS reveils,
      (SELECT count(*) FROM transfert WHERE etat = 'en_cours') AS transferts,
      (SELECT count(*) FROM import WHERE prochaine_a <= ${instant}) AS imports,
      (SELECT count(*) FROM purge WHERE etat = 'en_cours') AS purges`;
  return {
    parcours: Number(ligne?.parcours ?? 0),
    matinees: Number(ligne?.matinees ?? 0),
    courriels: Number(ligne?.courriels ?? 0),
    reveils: Number(ligne?.reveils ?? 0),
    transferts: Number(ligne?.transferts ?? 0),
    imports: Number(ligne?.imports ?? 0),
    purges: Number(ligne?.purges ?? 0),
  };
}

/** The same as one word, asked many times a second by a walk. */
export async function estCalme(base: Base, a: Instant): Promise<boolean> {
  const [ligne] = await lecteurOf(base).read<{ calme: boolean }>({
    name: 'calme',
    text: `SELECT NOT (
      EXISTS (SELECT 1 FROM parcours WHERE prochaine_a <= $1::timestamptz)
      OR EXISTS (SELECT 1 FROM reveil)
      OR EXISTS (SELECT 1 FROM courriel WHERE etat = 'en_envoi' OR (etat = 'a_envoyer' AND essai_apres <= $1::timestamptz))
      OR EXISTS (SELECT 1 FROM matinee WHERE faite_a IS NULL AND due_a <= $1::timestamptz)
      OR EXISTS (SELECT 1 FROM transfert WHERE etat = 'en_cours')
      OR EXISTS (SELECT 1 FROM purge WHERE etat = 'en_cours')
      OR EXISTS (SELECT 1 FROM import WHERE prochaine_a <= $1::timestamptz)) AS calme`,
    values: [colonneOfInstant(a)],
  });
  return ligne?.calme === true;
}

/** The next instant at which something falls due: an échéance, a digest, or the next attempt of a mail. */
export async function findProchainInstant(base: Base): Promise<Instant | null> {
  const [ligne] = await base.$queryRaw<{ a: Date | null }[]>`
    SELECT least(
      (SELECT min(prochaine_a) FROM parcours),
      (SELECT min(due_a) FROM matinee WHERE faite_a IS NULL),
      (SELECT min(prochaine_a) FROM import),
      (SELECT min(essai_apres) FROM courriel WHERE etat = 'a_envoyer')) AS a`;
  return ligne?.a == null ? null : instantOf(ligne.a.getTime());
}

/** Who is concerned at an instant, in the order in which one référent's parcours are served: (instant, id). */
export async function listDus(
  base: Base,
  a: Instant,
): Promise<{ cible: string; referentId: string | null }[]> {
  return base.$queryRaw`
    SELECT 'parcours-' || id AS cible, referent_id AS "referentId", prochaine_a AS du FROM parcours
    WHERE prochaine_a <= ${colonneOfInstant(a)}
    UNION ALL
    SELECT 'matinee-' || structure_id, NULL, min(due_a) FROM matinee
    WHERE faite_a IS NULL AND due_a <= ${colonneOfInstant(a)} GROUP BY structure_id
    UNION ALL
    SELECT 'import-' || id, NULL, prochaine_a FROM import WHERE prochaine_a <= ${colonneOfInstant(a)}
    UNION ALL
    SELECT DISTINCT CASE WHEN parcours_id IS NULL THEN 'matinee-' || structure_id ELSE 'parcours-' || parcours_id END,
      NULL::uuid, essai_apres
    FROM courriel WHERE etat = 'a_envoyer' AND essai_apres <= ${colonneOfInstant(a)}
    ORDER BY du, cible`;
}

/** The parcours of which something is still due. */
export async function listParcoursDus(base: Base, a: Instant): Promise<ReadonlySet<string>> {
  const lignes = await lecteurOf(base).read<{ id: string }>({
    name: 'parcours_dus',
    text: 'SELECT id FROM parcours WHERE prochaine_a <= $1::timestamptz',
    values: [colonneOfInstant(a)],
  });
  return new Set(lignes.map((l) => l.id));
}

/** Parcours that still wait for something, whose workflow has not seen the clock move: a walk ends by waking them (house 1). */
export async function listRetardataires(base: Base): Promise<string[]> {
  const lignes = await base.$queryRaw<{ cible: string }[]>`
    SELECT 'parcours-' || p.id AS cible FROM parcours p, horloge h
    WHERE h.id = 1 AND (NOT p.clos OR p.prochaine_a IS NOT NULL) AND p.horloge_vue < h.version ORDER BY 1`;
  return lignes.map((l) => l.cible);
}
