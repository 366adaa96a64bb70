import type { Base } from '../base';
import { colonneOfInstant } from '../dates';
import { readHorloge } from '../horloge/horloge';
import { countRetards, type CompteRetards } from '../reveils/retards.prisma';

/** A mail that waits: never tried, to be tried again, held by a sender, or by one that died. */
const ETATS_EN_ATTENTE = ['neuf', 'renvoi', 'en_envoi', 'bail_expire'] as const;
type EtatEnAttente = (typeof ETATS_EN_ATTENTE)[number];

/** What the base says of the work in progress: counts and ages in seconds, nobody in particular. */
type Mesures = {
  /** By edition: `code/edition`. */
  readonly parcoursOuverts: Readonly<Record<string, number>>;
  readonly retards: CompteRetards;
  /** How late the échéance is that should have been honoured first; 0 when none is. */
  readonly echeanceEnRetard: number;
  readonly courriels: Readonly<Record<EtatEnAttente, number>>;
  readonly courrielPlusAncien: number;
  readonly reveils: number;
  readonly reveilPlusAncien: number;
};

export async function readMesures(base: Base): Promise<Mesures> {
  const a = colonneOfInstant((await readHorloge(base)).maintenant);
  const [parcours, courriels, [ages], retards] = await Promise.all([
    base.$queryRaw<{ edition: string; combien: number }[]>`
      SELECT dispositif || '/' || edition AS edition, count(*)::int AS combien
      FROM parcours WHERE NOT clos GROUP BY 1`,
    base.$queryRaw<{ etat: EtatEnAttente; combien: number }[]>`
      SELECT CASE WHEN etat = 'a_envoyer' AND essais = 0 THEN 'neuf' WHEN etat = 'a_envoyer' THEN 'renvoi'
          WHEN bail_jusqua > clock_timestamp() THEN 'en_envoi' ELSE 'bail_expire' END AS etat,
        count(*)::int AS combien
      FROM courriel WHERE etat IN ('a_envoyer', 'en_envoi') GROUP BY 1`,
    base.$queryRaw<{ echeance: number; courriel: number; reveils: number; reveil: number }[]>`
      SELECT
        COALESCE((SELECT extract(epoch FROM ${a}::timestamptz - min(prochaine_a)) FROM parcours
          WHERE prochaine_a < ${a}::timestamptz), 0)::float8 AS echeance,
        COALESCE((SELECT extract(epoch FROM ${a}::timestamptz - min(cree_a)) FROM courriel
          WHERE etat IN ('a_envoyer', 'en_envoi')), 0)::float8 AS courriel,
        count(*)::int AS reveils,
        COALESCE(extract(epoch FROM clock_timestamp() - min(cree_a)), 0)::float8 AS reveil
      FROM reveil`,
    countRetards(base),
  ]);
  const enAttente = (etat: EtatEnAttente) => courriels.find((c) => c.etat === etat)?.combien ?? 0;
  return {
    parcoursOuverts: Object.fromEntries(parcours.map(({ edition, combien }) => [edition, combien])),
    retards,
    echeanceEnRetard: ages?.echeance ?? 0,
    courriels: Object.fromEntries(
      ETATS_EN_ATTENTE.map((etat) => [etat, enAttente(etat)]),
    ) as Mesures['courriels'],
    courrielPlusAncien: Math.max(0, ages?.courriel ?? 0),
    reveils: ages?.reveils ?? 0,
    reveilPlusAncien: ages?.reveil ?? 0,
  };
}
