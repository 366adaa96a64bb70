import { epochMsOf, type Instant } from '../../domain/temps/instant';
import type { Base } from '../base';
import { colonneOfInstant, instantOfColonne } from '../dates';
import { readHorloge } from '../horloge/horloge';
import type { Regard } from '../journal/regard';

/** What an import waits for: people to list, then parcours to open on their day, then its end. */
export type EtapeImport = 'personnes' | 'parcours' | 'fin';

type Etat = {
  readonly etat: string;
  readonly a_inscrire: number;
  readonly a_ouvrir: number;
  readonly total: number;
  readonly prochaine: Date | null;
};

/** Reads where the rows stand and decides nothing; nothing of a person leaves PostgreSQL (house 1). */
export async function lookAtImport(base: Base, id: string): Promise<Regard<EtapeImport> | null> {
  const [lu] = await base.$queryRaw<Etat[]>`
    SELECT i.etat, count(*) FILTER (WHERE l.etat = 'a_inscrire')::int AS a_inscrire,
      count(*) FILTER (WHERE l.etat = 'a_ouvrir')::int AS a_ouvrir, count(l.numero)::int AS total,
      min(l.ouvre_a) FILTER (WHERE l.etat = 'a_ouvrir') AS prochaine
    FROM import i LEFT JOIN import_ligne l ON l.import_id = i.id WHERE i.id = ${id}::uuid GROUP BY i.id`;
  if (lu === undefined) return null;
  const { maintenant } = await readHorloge(base);
  const faites = lu.total - lu.a_inscrire - lu.a_ouvrir;
  return {
    prochaine: lu.etat === 'en_cours' ? prochaineOf(lu, maintenant) : null,
    courriels: 0,
    clos: lu.etat === 'fini',
    fiche: {
      attributs: { JalonsEtape: lu.etat },
      tableau: `| Import | |\n| --- | --- |\n| Lignes | ${lu.total} |\n| Personnes à inscrire | ${lu.a_inscrire} |\n| Parcours à ouvrir | ${lu.a_ouvrir} |\n| Faites | ${faites} |`,
    },
  };
}

function prochaineOf(lu: Etat, maintenant: Instant): Regard<EtapeImport>['prochaine'] {
  const reste = (nature: EtapeImport, nombre: number, libelle: string, dansMs = 0) =>
    ({ nature, cle: `${nature}:${nombre}`, libelle, dansMs }) as const;
  if (lu.a_inscrire > 0) return reste('personnes', lu.a_inscrire, `Personnes à inscrire : ${lu.a_inscrire}`);
  if (lu.prochaine === null) return reste('fin', 0, 'Fin de l’import');
  const dansMs = epochMsOf(instantOfColonne(lu.prochaine)) - epochMsOf(maintenant);
  return reste('parcours', lu.a_ouvrir, `Parcours à ouvrir : ${lu.a_ouvrir}`, Math.max(0, dansMs));
}

/** Nothing is left to list nor to open. */
export async function concludeImport(base: Base, id: string): Promise<void> {
  const { maintenant } = await readHorloge(base);
  await base.import.updateMany({
    where: { id, etat: 'en_cours', lignes: { none: { etat: { in: ['a_inscrire', 'a_ouvrir'] } } } },
    data: { etat: 'fini', prochaineA: null, finiA: colonneOfInstant(maintenant) },
  });
}
