import { jourDuContact, raisonDeGarder, type Conserve } from '../../domain/conservation/conservation';
import type { Acteur } from '../../domain/parcours/faits';
import type { Parcours } from '../../domain/parcours/parcours';
import { jourAt } from '../../domain/temps/heure-locale';
import { addDuree } from '../../domain/temps/jour';
import type { Base } from '../base';
import { colonneOfInstant, colonneOfJour, instantOfColonne } from '../dates';
import { readHorloge, type Horloge } from '../horloge/horloge';
import { contexteOf } from '../journal/lecture.prisma';
import { COMPTES, type Comptes } from './comptes.prisma';
import { COURRIEL_EN_ATTENTE, IMPORT_EN_ATTENTE } from './requetes';

/** People read at once: their states are held in memory. */
const LOT = 200;
/** A day of the wall lies in two days of the world: what is nearly over is read as well. */
const MARGE = 2;

type Candidate = Comptes & {
  readonly id: string;
  readonly cree_a: Date;
  readonly etats: readonly Parcours[];
};

/** Those whom a query can rule out are not read; the law judges the others. */
const CANDIDATES = `
  SELECT b.id, b.cree_a, ARRAY(SELECT p.etat FROM parcours p WHERE p.beneficiaire_id = b.id ORDER BY p.id) AS etats, c.*
  FROM beneficiaire b, LATERAL (${COMPTES}) c
  WHERE b.id > $1::uuid AND b.efface_a IS NULL AND NOT ${COURRIEL_EN_ATTENTE} AND NOT ${IMPORT_EN_ATTENTE}
    AND NOT EXISTS (SELECT 1 FROM parcours p WHERE p.beneficiaire_id = b.id
      AND (NOT p.clos OR p.prochaine_a IS NOT NULL OR p.etat->'sortie'->>'le' > $2))
  ORDER BY b.id LIMIT ${LOT}`;

/** R44 — counts who would be erased, and what; writes the report and nothing else. */
export async function createPurge(
  base: Base,
  x: { readonly id: string; readonly par: Acteur; readonly mois: number },
): Promise<void> {
  const horloge = await readHorloge(base);
  const { id, par, mois } = x;
  await base.purge.create({ data: { id, par, mois, creeA: colonneOfInstant(horloge.maintenant) } });
  const cutoff = addDuree(jourAt(horloge.maintenant, 'metropole'), { mois: -mois, jours: MARGE });
  for (let apres = '00000000-0000-0000-0000-000000000000'; ;) {
    const { rows } = await base.pool.query<Candidate>({
      ...{ name: 'purge_candidates', text: CANDIDATES, values: [apres, cutoff] },
    });
    await base.purgePersonne.createMany({ data: rows.flatMap((c) => lignesOf(c, x, horloge)) });
    const derniere = rows.at(-1);
    if (derniere === undefined || rows.length < LOT) break;
    apres = derniere.id;
  }
  await base.purge.update({ where: { id }, data: { etat: 'apercu' } });
}

function lignesOf(
  c: Candidate,
  { id, mois }: { readonly id: string; readonly mois: number },
  horloge: Horloge,
) {
  const { textes, documents, liens, courriels, lignes, imports } = c;
  const conserve: Conserve = {
    parcours: c.etats.map((p) => ({ p, r: contexteOf(p, horloge, { joignable: false }, null) })),
    inscriteA: instantOfColonne(c.cree_a),
    ...{ courrielEnAttente: false, importEnAttente: false },
  };
  if (raisonDeGarder(conserve, { maintenant: horloge.maintenant, mois }) !== null) return [];
  return [
    {
      ...{ purgeId: id, beneficiaireId: c.id, contactLe: colonneOfJour(jourDuContact(conserve)) },
      comptes: { textes, documents, liens, courriels, lignes, imports },
    },
  ];
}
