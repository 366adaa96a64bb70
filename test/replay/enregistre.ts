import { stringify } from 'csv-stringify/sync';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { absences } from '../../demo/vies/absences';
import { pauseRetroactive } from '../../demo/vies/absences-suivies';
import { suivi } from '../../demo/vies/calendriers';
import { finDeFenetre } from '../../demo/vies/changements';
import { emploi } from '../../demo/vies/emploi';
import { versLEmploi } from '../../demo/vies/programme-emploi';
import { statutOublie } from '../../demo/vies/statut-oublie';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { readApercu } from '../../imports/apercu';
import { inTransaction } from '../../registre/base';
import { createPurge } from '../../registre/conservation/apercu.prisma';
import { confirmPurge, findPurge } from '../../registre/conservation/suivi.prisma';
import { confirmImport, findImport } from '../../registre/imports/suivi.prisma';
import {
  confirmTransfert,
  createTransfert,
  findTransfert,
} from '../../registre/transferts/transferts.prisma';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { startMoteurASoi } from '../support/moteur-a-soi';
import { BRANCHES } from './branches';
import type { Histoire } from './recit';
import { abandonEnvoi, playScene, SCENES } from './scenes';

/**
 * Records one history for each branch, from real lives on a real engine: `node tools/typescript.cjs test/replay/enregistre.ts`.
 * A deliberate act, for a branch that has no history yet: those that are there are never recorded again, unless their file is
 * removed first (before any parcours lives in production, while the workflows still take shape).
 */
const DOSSIER = path.join(__dirname, 'histoires');
/** Long enough for the first notices of the cap. */
const FIN = jour('2026-04-30');
const fichierDe = (nom: string) => path.join(DOSSIER, `${nom}.json`);
const dit = (phrase: string) => process.stdout.write(`${phrase}\n`);

async function main(): Promise<void> {
  const { moteur, lieu } = await startMoteurASoi('enregistrement');
  const d = await createDepartementDEssai({
    nom: 'enregistrement',
    vies: [absences, emploi, statutOublie, pauseRetroactive, suivi, versLEmploi, finDeFenetre],
    lieu,
  });
  try {
    await d.open();
    await d.joue(d.ecrit(FIN), instantAt(FIN, '18:00', 'metropole'));
    dit('Les vies sont vécues.');
    for (const [branche, scene] of SCENES) {
      if (existsSync(fichierDe(branche))) continue;
      await playScene(d, branche, scene);
      dit(`Scène jouée : ${branche}.`);
    }
    if (!existsSync(fichierDe('envoi-abandonne'))) await abandonEnvoi(d);
    await transferTous(d);
    await importUne(d);
    await purgeUne(d);
    await triggerReconciliation(d);
    await write(d);
  } finally {
    await d.close();
    await moteur.stop();
  }
}

/** R23 — whoever is still accompanied passes to the other référent. */
async function transferTous(d: DepartementDEssai): Promise<void> {
  const id = randomUUID();
  const { referentId: deId, structureId } = await d.base.parcours.findFirstOrThrow({
    where: { clos: false, referentId: { not: null } },
    select: { referentId: true, structureId: true },
  });
  if (deId === null) throw new Error('Plus personne n’est suivi.');
  const autre = await d.base.referent.findFirstOrThrow({ where: { structureId, id: { not: deId } } });
  const passage = { genre: 'definitif', motif: 'depart' } as const;
  const voulu = { id, deId, versId: autre.id, structureId, par: 'agent:essai', parcoursIds: null, passage };
  await inTransaction(d.base, (tx) => createTransfert(tx, voulu));
  await inTransaction(d.base, (tx) => confirmTransfert(tx, id));
  await attends('la fin du transfert', async () => (await findTransfert(d.base, id))?.etat === 'fini');
}

/** One person, by a file. */
async function importUne(d: DepartementDEssai): Promise<void> {
  const { code, referents } = await d.base.structure.findFirstOrThrow({ include: { referents: true } });
  const lignes = [
    [
      'Identifiant',
      'Prénom',
      'Nom',
      'Code structure',
      'Courriel du référent',
      'Programme',
      'Date d’orientation',
      'Soumis aux obligations',
    ],
    ['IMPORT-1', 'Personne', 'Une', code, referents[0]?.courriel ?? '', 'FAIRE 2025', '20/04/2026', 'oui'],
  ];
  const octets = Readable.from([Buffer.from(stringify(lignes, { delimiter: ';' }))]);
  const { id } = await readApercu(d.base, octets, {
    par: 'agent:essai',
    parJour: 0,
    silencieux: false,
    mode: 'test',
  });
  await inTransaction(d.base, (tx) => confirmImport(tx, id));
  await attends('la fin de l’import', async () => (await findImport(d.base, id))?.etat === 'fini');
}

/** R44 — one person, listed long ago and never accompanied. */
async function purgeUne(d: DepartementDEssai): Promise<void> {
  const id = randomUUID();
  const personne = { id: randomUUID(), idExterne: 'PURGE-1', prenom: 'Personne', nom: 'Une' };
  await d.base.beneficiaire.create({ data: { ...personne, creeA: new Date('2020-01-06T08:00:00Z') } });
  await createPurge(d.base, { id, par: 'agent:essai', mois: 24 });
  await inTransaction(d.base, (tx) => confirmPurge(tx, id, 'agent:essai'));
  await attends('la fin de la purge', async () => (await findPurge(d.base, id))?.etat === 'fini');
}

async function triggerReconciliation(d: DepartementDEssai): Promise<void> {
  await d.client.schedule.getHandle(`reconciliation-${d.taches}`).trigger();
  await attends('la réconciliation', async () => (await listHistoires(d)).some(BRANCHES.reconciliation));
}

async function listHistoires(d: DepartementDEssai): Promise<Histoire[]> {
  const histoires: Histoire[] = [];
  for await (const { workflowId, runId } of d.client.workflow.list())
    histoires.push(await d.client.workflow.getHandle(workflowId, runId).fetchHistory());
  return histoires;
}

/** For each branch a history of its own, the shortest; first those that few histories show. */
async function write(d: DepartementDEssai): Promise<void> {
  mkdirSync(DOSSIER, { recursive: true });
  const textes = (await listHistoires(d)).map((h) => ({ h, texte: historyToJSON(h) }));
  const prises = new Set<unknown>();
  const voulues = Object.entries(BRANCHES)
    .filter(([nom]) => !existsSync(fichierDe(nom)))
    .map(([nom, montre]) => ({ nom, candidates: textes.filter(({ h }) => montre(h)) }))
    .sort((x, y) => x.candidates.length - y.candidates.length);
  for (const { nom, candidates } of voulues) {
    const [choisie] = candidates
      .filter((c) => !prises.has(c))
      .sort((x, y) => x.texte.length - y.texte.length);
    if (choisie === undefined) {
      dit(`Aucune histoire à elle ne montre « ${nom} ».`);
      process.exitCode = 1;
      continue;
    }
    prises.add(choisie);
    writeFileSync(fichierDe(nom), `${JSON.stringify(JSON.parse(choisie.texte))}\n`, { flag: 'wx' });
    dit(`${nom} : ${choisie.texte.length} caractères.`);
  }
}

main().catch((erreur: unknown) => {
  process.stderr.write(`${erreur instanceof Error ? (erreur.stack ?? '') : String(erreur)}\n`);
  process.exitCode = 1;
});
