export type CourrielsEnAttente = {
  /** Mails that may leave now. */
  readonly prets: number;
  /** In how many milliseconds another one may: its next attempt, or the end of a lease. */
  readonly dansMs: number | null;
  /** R18 — the relay refused a content lately, and has accepted none of that kind since: an administrator must look. */
  readonly contenuRefuse: boolean;
};

export type LigneAttente = { prets: number; dans_ms: number | null; contenu_refuse: boolean };

/** How long a refused content is worth an alert, when nothing of its kind has left since. */
const ALERTE_JOURS = 30;

/** Whose mails: those of one parcours, or the digests of a structure. */
export type Expediteur = { readonly parcoursId: string } | { readonly structureId: string };

/** The rows of one sender, as a condition on `courriel`; its id is the first parameter of the statement. */
export const SIENS = {
  parcours: 'parcours_id = $1::uuid',
  structure: 'structure_id = $1::uuid AND parcours_id IS NULL',
} as const;

/** The name and the id of one sender, for a prepared statement. */
export function expediteurOf(x: Expediteur): readonly ['parcours' | 'structure', string] {
  return 'parcoursId' in x ? ['parcours', x.parcoursId] : ['structure', x.structureId];
}

/** What one sender waits for, at the instant `m.a`. A lease still running is somebody sending: looked at again when it expires. */
export function sqlAttente(qui: keyof typeof SIENS): string {
  const siens = SIENS[qui];
  return `SELECT
      count(*) FILTER (WHERE essai_apres <= m.a AND (etat = 'a_envoyer' OR bail_jusqua <= clock_timestamp()))::int AS prets,
      (extract(epoch FROM min(CASE
        WHEN etat = 'en_envoi' AND bail_jusqua > clock_timestamp() THEN bail_jusqua - clock_timestamp()
        WHEN essai_apres > m.a THEN essai_apres - m.a END)) * 1000)::float8 AS dans_ms,
      EXISTS (
        SELECT 1 FROM courriel
        WHERE ${siens} AND etat IN ('envoye', 'contenu_refuse')
          AND essai_apres > m.a - make_interval(days => ${ALERTE_JOURS})
        GROUP BY modele, destinataire
        HAVING max(essai_apres) FILTER (WHERE etat = 'contenu_refuse') >=
          coalesce(max(essai_apres) FILTER (WHERE etat = 'envoye'), '-infinity')) AS contenu_refuse
    FROM courriel WHERE ${siens} AND etat IN ('a_envoyer', 'en_envoi')`;
}

/** The instant that the clock `h` shows, as a row `m`. */
export const MAINTENANT_SQL = `LATERAL (SELECT
  COALESCE(h.figee_a, clock_timestamp() + h.decalage_ms * interval '1 millisecond') AS a) m`;

export function attenteOf({ prets, dans_ms, contenu_refuse }: LigneAttente): CourrielsEnAttente {
  return { prets, dansMs: dans_ms, contenuRefuse: contenu_refuse };
}
