import { Readable } from 'node:stream';
import { readApercu } from '../imports/apercu';
import { createBase, inTransaction, type Base } from '../registre/base';
import { admitPersonnes } from '../registre/imports/inscription.prisma';
import { openParcoursDus } from '../registre/imports/ouvertures.prisma';
import { confirmImport, findImport } from '../registre/imports/suivi.prisma';
import { attends } from '../test/support/attente';
import type { DepartementDEssai } from '../test/support/departement-d-essai';
import { listPersonnes, renderListe } from './import/liste';
import { openDepartement } from './lieu';
import type { Banc, Ligne, Mesure } from './mesure';
import { nombre, secondes } from './nombres';

const PERSONNES = 50_000;
/** Parcours that the relay starts at one go. */
const DEPARTS = 1_000;
const LOT = 500;
const REFERENTS = 100;

/**
 * A list of 50 000 people: read and judged here, listed by the real worker, in bounded memory; the same people by bare
 * INSERTs of 500 in the same run. Then parcours opened with nobody to start them, and a worker that does.
 */
export const importation: Mesure = {
  nom: 'import',
  async mesure(banc) {
    const d = await openDepartement(banc, { nom: 'import', vies: [], referents: REFERENTS });
    try {
      const nuMs = await insertNu(banc);
      const lieu = await readLieu(d.base);
      const longue = await importLongue(banc, d, lieu);
      const departs = await startDeparts(banc, d, lieu);
      return [
        { quoi: `${nombre(PERSONNES)} personnes : ${LOT} par INSERT nu`, valeur: secondes(nuMs) },
        ...longue(nuMs),
        ...departs,
      ];
    } finally {
      await d.close();
    }
  },
};

type Lieu = { readonly structure: string; readonly referents: readonly string[] };

async function readLieu(base: Base): Promise<Lieu> {
  const { id: structureId, code: structure } = await base.structure.findFirstOrThrow();
  const equipe = await base.referent.findMany({ where: { structureId }, orderBy: { id: 'asc' } });
  return { structure, referents: equipe.map((r) => r.courriel) };
}

async function insertNu(banc: Banc): Promise<number> {
  const base = createBase(await banc.createBase('import_nu'), 1);
  const text = `INSERT INTO beneficiaire (id, id_externe, prenom, nom, courriel, telephone, adresse)
    SELECT gen_random_uuid(), x.* FROM jsonb_to_recordset($1::jsonb)
      AS x(id_externe text, prenom text, nom text, courriel text, telephone text, adresse text)`;
  const debut = performance.now();
  let lot: object[] = [];
  for (const personne of listPersonnes('NU', PERSONNES)) {
    lot.push(personne);
    if (lot.length < LOT) continue;
    await base.pool.query({ name: 'nu', text, values: [JSON.stringify(lot)] });
    lot = [];
  }
  const ms = performance.now() - debut;
  await base.$disconnect();
  banc.dit(`  nu : ${secondes(ms)}`);
  return ms;
}

async function importLongue(banc: Banc, d: DepartementDEssai, lieu: Lieu) {
  const avantMo = process.memoryUsage().rss / 1e6;
  let picMo = avantMo;
  const debut = performance.now();
  const fichier = renderListe({ prefixe: 'LONG', combien: PERSONNES, ...lieu });
  const { id } = await readApercu(d.base, Readable.from(fichier), { ...COMMUN, parJour: 10 }, () => {
    picMo = Math.max(picMo, process.memoryUsage().rss / 1e6);
  });
  const luMs = performance.now() - debut;
  banc.dit(`  lu et jugé en ${secondes(luMs)}`);
  await d.worker.start();
  const auRepos = await readMemoireMo(d);
  let picWorker = auRepos;
  const confirmeA = performance.now();
  await inTransaction(d.base, (tx) => confirmImport(tx, id));
  await attends(
    'tout le monde inscrit',
    async () => {
      picWorker = Math.max(picWorker, await readMemoireMo(d));
      await new Promise((resolve) => setTimeout(resolve, 250));
      return (await d.base.importLigne.count({ where: { importId: id, etat: 'a_inscrire' } })) === 0;
    },
    900_000,
  );
  const inscritMs = performance.now() - confirmeA;
  banc.dit(`  inscrit en ${secondes(inscritMs)}`);
  await d.worker.stop();
  return (nuMs: number): readonly Ligne[] => [
    { quoi: 'Lecture et aperçu (CSV, loi consultée)', valeur: secondes(luMs) },
    {
      quoi: 'Inscription par le worker, après la confirmation',
      valeur: `${secondes(inscritMs)}, ${nombre((PERSONNES * 1000) / inscritMs, 0)} personnes/s`,
    },
    {
      quoi: 'De l’envoi à tout le monde inscrit, face à nu',
      valeur: `× ${nombre((luMs + inscritMs) / nuMs)}`,
    },
    {
      quoi: 'Mémoire de qui lit (RSS), avant et au plus',
      valeur: `${nombre(avantMo, 0)} Mo, ${nombre(picMo, 0)} Mo`,
    },
    {
      quoi: 'Mémoire du worker (RSS), au repos et au plus',
      valeur: `${nombre(auRepos, 0)} Mo, ${nombre(picWorker, 0)} Mo`,
    },
  ];
}

const COMMUN = { par: 'jalons', silencieux: false, mode: 'test' } as const;

/** Opened here, with no worker: their wake-ups wait. Then a worker comes, and its relay starts them all. */
async function startDeparts(banc: Banc, d: DepartementDEssai, lieu: Lieu): Promise<readonly Ligne[]> {
  const fichier = renderListe({ prefixe: 'DEPART', combien: DEPARTS, ...lieu });
  const { id } = await readApercu(d.base, Readable.from(fichier), { ...COMMUN, parJour: 0 });
  await inTransaction(d.base, (tx) => confirmImport(tx, id));
  while ((await findImport(d.base, id))?.aInscrire !== 0) await admitPersonnes(d.base, id);
  const debut = performance.now();
  while ((await findImport(d.base, id))?.aOuvrir !== 0) await openParcoursDus(d.base, id);
  const ouvertMs = performance.now() - debut;
  banc.dit(`  ${DEPARTS} parcours ouverts en ${secondes(ouvertMs)}`);
  const attendus = () => d.base.reveil.count({ where: { cible: { startsWith: 'parcours-' } } });
  const combien = await attendus();
  await d.worker.start();
  const pret = performance.now();
  const deja = combien - (await attendus());
  await attends('tous démarrés', async () => (await attendus()) === 0, 600_000);
  const demarreMs = performance.now() - pret;
  return [
    {
      quoi: `Ouvertures, ${DEPARTS} d’un trait`,
      valeur: `${nombre((DEPARTS * 1000) / ouvertMs, 0)} parcours/s`,
    },
    {
      quoi: 'Départs par le relais, workflows au travail',
      valeur: `${nombre(((combien - deja) * 1000) / demarreMs, 0)} départs/s (${combien - deja} en ${secondes(demarreMs)})`,
    },
  ];
}

async function readMemoireMo({ worker }: DepartementDEssai): Promise<number> {
  const texte = await (await worker.ask('/metrics')).text();
  const [, lu] = /^process_resident_memory_bytes (\S+)$/m.exec(texte) ?? [];
  return Number(lu) / 1e6;
}
