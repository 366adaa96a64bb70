import { ouvertureAt } from '../../domain/imports/etalement';
import { explainRefus } from '../../domain/refus';
import type { Acteur } from '../../domain/parcours/faits';
import { epochMsOf, type Instant } from '../../domain/temps/instant';
import type { CodeZone } from '../../domain/temps/zones';
import type { Base } from '../base';
import { colonneOfInstant, instantOfColonne } from '../dates';
import { readHorloge } from '../horloge/horloge';
import type { Regard } from '../journal/regard';
import { decideDemande } from '../journal/transige';
import { inSalve, lecteurOf, type Requete, type Salve } from '../salve';
import { isRefusDeLaBase, dropRefusee } from './ecart.prisma';
import { demandesOf } from './demandes';
import type { Raison, Saisie } from './imports';

/** What an import waits for: people to list, then parcours to open on their day, then its end. */
export type EtapeImport = 'personnes' | 'parcours' | 'fin';

/** One local activity holds a lot well under its five seconds. */
const PERSONNES = 250;
const PARCOURS = 40;
const A_LA_FOIS = 4;

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
    plan(tx, id);
  });
}

/** When the import should act next, for whoever watches over it: reconciliation, a walk of the clock. */
const PLAN = `
  UPDATE import i SET prochaine_a = CASE
    WHEN EXISTS (SELECT 1 FROM import_ligne l WHERE l.import_id = i.id AND l.etat = 'a_inscrire') THEN i.confirme_a
    ELSE COALESCE((SELECT min(l.ouvre_a) FROM import_ligne l WHERE l.import_id = i.id AND l.etat = 'a_ouvrir'), i.confirme_a) END
  WHERE i.id = $1::uuid AND i.etat = 'en_cours'`;
const plan = (tx: Salve, id: string) => tx.write({ name: 'import_plan', text: PLAN, values: [id] });

/** What is due is opened, each in its own transaction with the note of its row: a kill leaves none half done. */
export async function openParcoursDus(
  base: Base,
  id: string,
  apresChacun: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { maintenant } = await readHorloge(base);
  const { rows } = await base.pool.query<{ numero: number }>({
    name: 'import_dus',
    text: `SELECT l.numero FROM import_ligne l JOIN import i ON i.id = l.import_id
      WHERE l.import_id = $1::uuid AND i.etat = 'en_cours' AND l.etat = 'a_ouvrir' AND l.ouvre_a <= $2::timestamptz
      ORDER BY l.ouvre_a, l.numero LIMIT ${PARCOURS}`,
    values: [id, colonneOfInstant(maintenant)],
  });
  const reste = rows[Symbol.iterator]();
  const work = async () => {
    for (const { numero } of reste) {
      await dropRefusee(base, id, numero, () => openLigne(base, id, numero));
      await apresChacun();
    }
  };
  await Promise.all(Array.from({ length: A_LA_FOIS }, work));
  await inSalve(base, (tx) => {
    plan(tx, id);
    return Promise.resolve();
  });
}

const A_OUVRIR = `
  SELECT l.saisie, l.parcours_id, i.par, i.silencieux, b.id AS beneficiaire_id
  FROM import_ligne l JOIN import i ON i.id = l.import_id JOIN beneficiaire b ON b.id_externe = l.id_externe
  WHERE l.import_id = $1::uuid AND l.numero = $2 AND l.etat = 'a_ouvrir' FOR UPDATE OF l`;
const OUVERTE = `
  UPDATE import_ligne SET etat = $3, verdict = COALESCE($4, verdict), raisons = $5::jsonb, ouvre_a = NULL
  WHERE import_id = $1::uuid AND numero = $2`;

type AOuvrir = {
  saisie: Saisie;
  parcours_id: string;
  par: string;
  silencieux: boolean;
  beneficiaire_id: string;
};

function openLigne(base: Base, id: string, numero: number): Promise<void> {
  return inSalve(base, async (tx) => {
    const requete = { name: 'import_a_ouvrir', text: A_OUVRIR, values: [id, numero] };
    const [ligne] = await tx.read<AOuvrir>(requete);
    if (ligne === undefined) return;
    const { ouverture, contrat } = demandesOf(ligne.saisie, ligne.beneficiaire_id, ligne.silencieux);
    const saisie = {
      parcoursId: ligne.parcours_id,
      demande: ouverture,
      puis: contrat,
      par: ligne.par as Acteur,
    };
    const issue = await decideDemande(tx, saisie);
    const refus = 'refus' in issue ? issue.refus : null;
    const raisons: Raison[] = refus === null ? [] : [{ colonne: '', raison: explainRefus(refus) }];
    const suite = // Somebody opened it meanwhile: there is nothing left to do.
      refus === null
        ? ['faite', null]
        : refus.code === 'parcours_deja_ouvert'
          ? ['faite', 'inchange']
          : ['rejetee', 'rejete'];
    tx.write({
      name: 'import_ouverte',
      text: OUVERTE,
      values: [id, numero, ...suite, JSON.stringify(raisons)],
    });
  });
}

/** Nothing is left to list nor to open. */
export async function concludeImport(base: Base, id: string): Promise<void> {
  const { maintenant } = await readHorloge(base);
  await base.import.updateMany({
    where: { id, etat: 'en_cours', lignes: { none: { etat: { in: ['a_inscrire', 'a_ouvrir'] } } } },
    data: { etat: 'fini', prochaineA: null, finiA: colonneOfInstant(maintenant) },
  });
}
