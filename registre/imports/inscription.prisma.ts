import { ouvertureAt } from '../../domain/imports/etalement';
import type { CodeZone } from '../../domain/temps/zones';
import type { Base } from '../base';
import { instantOfColonne } from '../dates';
import { inSalve, lecteurOf, type Requete } from '../salve';
import { isRefusDeLaBase, dropRefusee } from './ecart.prisma';
import { scheduleImport } from './plan.prisma';

/** One local activity holds a lot well under its five seconds. */
const PERSONNES = 250;

type AInscrire = { readonly numero: number; readonly rang: number; readonly zone: CodeZone };

const A_INSCRIRE = `
  SELECT l.numero, l.rang, l.saisie->>'zone' AS zone FROM import_ligne l
  WHERE l.import_id = $1::uuid AND l.etat = 'a_inscrire' ORDER BY l.numero LIMIT $2 FOR UPDATE`;
const aInscrire = (id: string, combien: number): Requete => ({
  ...{ name: 'import_a_inscrire', text: A_INSCRIRE, values: [id, combien] },
});

const listAInscrire = (base: Base, id: string) => lecteurOf(base).read<AInscrire>(aInscrire(id, PERSONNES));

/** An empty cell keeps what is known; the note of each row is written with its person. */
const INSCRIT = `
  WITH lot AS MATERIALIZED (
    SELECT x.numero, x.ouvre_a, l.id_externe, l.saisie AS s, b.id AS connue
    FROM jsonb_to_recordset($2::jsonb) AS x(numero int, ouvre_a timestamptz)
    JOIN import_ligne l ON l.import_id = $1::uuid AND l.numero = x.numero
    LEFT JOIN beneficiaire b ON b.id_externe = l.id_externe
    ORDER BY l.id_externe),
  ecrites AS (
    INSERT INTO beneficiaire AS b (id, id_externe, prenom, nom, courriel, telephone, adresse)
    SELECT COALESCE((s->>'beneficiaireId')::uuid, gen_random_uuid()), id_externe, s->>'prenom', s->>'nom', s->>'courriel', s->>'telephone', s->>'adresse' FROM lot
    ON CONFLICT (id_externe) DO UPDATE SET prenom = EXCLUDED.prenom, nom = EXCLUDED.nom,
      courriel = COALESCE(EXCLUDED.courriel, b.courriel), telephone = COALESCE(EXCLUDED.telephone, b.telephone),
      adresse = COALESCE(EXCLUDED.adresse, b.adresse)
    WHERE (b.prenom, b.nom, b.courriel, b.telephone, b.adresse) IS DISTINCT FROM (EXCLUDED.prenom, EXCLUDED.nom,
      COALESCE(EXCLUDED.courriel, b.courriel), COALESCE(EXCLUDED.telephone, b.telephone), COALESCE(EXCLUDED.adresse, b.adresse))
    RETURNING b.id_externe),
  juges AS (
    SELECT lot.numero, lot.ouvre_a, lot.connue, e.id_externe IS NOT NULL AS ecrite,
      EXISTS (SELECT 1 FROM parcours p WHERE p.beneficiaire_id = lot.connue
        AND (NOT p.clos OR p.etat->'orientation'->>'notifieeLe' >= lot.s->>'orientationNotifieeLe'
          OR EXISTS (SELECT 1 FROM fait f WHERE f.parcours_id = p.id AND f.rang = 1
            AND f.donnees->>'orientationNotifieeLe' >= lot.s->>'orientationNotifieeLe'))) AS suivie
    FROM lot LEFT JOIN ecrites e ON e.id_externe = lot.id_externe)
  UPDATE import_ligne l SET
    etat = CASE WHEN j.suivie THEN 'faite' ELSE 'a_ouvrir' END,
    ouvre_a = CASE WHEN j.suivie THEN NULL ELSE j.ouvre_a END,
    verdict = CASE WHEN j.connue IS NULL OR NOT j.suivie THEN 'cree' WHEN j.ecrite THEN 'corrige' ELSE 'inchange' END
  FROM juges j WHERE l.import_id = $1::uuid AND l.numero = j.numero`;

/** The next people of the file are listed, each with the day and hour at which her parcours opens. */
export async function admitPersonnes(base: Base, id: string): Promise<void> {
  try {
    await admitLot(base, id, PERSONNES);
  } catch (erreur) {
    if (!isRefusDeLaBase(erreur)) throw erreur;
    // One of them cannot be written: they are taken one by one, and she alone is set aside.
    for (const { numero } of await listAInscrire(base, id))
      await dropRefusee(base, id, numero, () => admitLot(base, id, 1));
  }
}

function admitLot(base: Base, id: string, combien: number): Promise<void> {
  return inSalve(base, async (tx) => {
    const [lu] = await tx.read<{ par_jour: number; confirme_a: Date }>({
      name: 'import_en_cours',
      text: "SELECT par_jour, confirme_a FROM import WHERE id = $1::uuid AND etat = 'en_cours'",
      values: [id],
    });
    if (lu === undefined) return;
    const lignes = await tx.read<AInscrire>(aInscrire(id, combien));
    const depuis = instantOfColonne(lu.confirme_a);
    const planifiees = lignes.map(({ numero, rang, zone }) => ({
      numero,
      ouvre_a: ouvertureAt(rang, { depuis, parJour: lu.par_jour, zone }),
    }));
    tx.write({ name: 'import_inscrit', text: INSCRIT, values: [id, JSON.stringify(planifiees)] });
    scheduleImport(tx, id);
  });
}
