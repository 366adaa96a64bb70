import type { Base } from '../base';

/** What erasing one person takes away, counted: never what it said. */
export type Comptes = {
  readonly textes: number;
  readonly documents: number;
  readonly liens: number;
  /** Mails whose text is kept, or that still wait to leave. */
  readonly courriels: number;
  /** Lines of a digest not yet written. */
  readonly lignes: number;
  /** Rows of lists that were sent. */
  readonly imports: number;
};

/** Of the person `b`, as they stand. */
export const COMPTES = `
  SELECT (SELECT count(*)::int FROM texte t WHERE t.parcours_id = ANY(s.ids)) AS textes,
    (SELECT count(*)::int FROM document t WHERE t.parcours_id = ANY(s.ids)) AS documents,
    (SELECT count(*)::int FROM lien t WHERE t.parcours_id = ANY(s.ids)) AS liens,
    (SELECT count(*)::int FROM courriel t WHERE t.parcours_id = ANY(s.ids)
      AND (t.octets IS NOT NULL OR t.etat IN ('a_envoyer', 'en_envoi'))) AS courriels,
    (SELECT count(*)::int FROM ligne t WHERE t.parcours_id = ANY(s.ids) AND t.emise_a IS NULL) AS lignes,
    (SELECT count(*)::int FROM import i JOIN import_ligne l ON l.import_id = i.id AND l.id_externe = b.id_externe) AS imports
  FROM (SELECT ARRAY(SELECT p.id FROM parcours p WHERE p.beneficiaire_id = b.id) AS ids) s`;

/** R45 — what erasing her would take away, nothing being done; null when there is no such person. */
export async function countPersonne(base: Base, beneficiaireId: string): Promise<ComptesSitues | null> {
  const { rows } = await base.pool.query<ComptesSitues>(
    `SELECT c.*, b.efface_a, EXISTS (SELECT 1 FROM parcours p WHERE p.beneficiaire_id = b.id AND NOT p.clos) AS suivie
     FROM beneficiaire b, LATERAL (${COMPTES}) c WHERE b.id = $1::uuid`,
    [beneficiaireId],
  );
  return rows[0] ?? null;
}

type ComptesSitues = Comptes & { readonly efface_a: Date | null; readonly suivie: boolean };
