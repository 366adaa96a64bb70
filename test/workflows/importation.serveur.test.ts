import { stringify } from 'csv-stringify/sync';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { idDeLApi } from '../../demo/identite';
import { addJours } from '../../domain/temps/jour';
import { instantAt } from '../../domain/temps/heure-locale';
import { readApercu } from '../../imports/apercu';
import { renderRejets } from '../../imports/rejets';
import { inTransaction } from '../../registre/base';
import { confirmImport, deleteImportsAnciens, findImport } from '../../registre/imports/suivi.prisma';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { runJalons } from '../support/jalons-d-essai';
import { DEBUT } from '../support/peuplement';

jest.setTimeout(600_000);

const ENTETES = [
  ...['Identifiant', 'Prénom', 'Nom', 'Courriel', 'Téléphone', 'Code structure', 'Courriel du référent'],
  ...['Programme', 'Date d’orientation', 'Soumis aux obligations', 'Contrat signé le', 'Adresse'],
];
const PERSONNES = 90;

describe('Une liste de personnes importée, le worker tué deux fois', () => {
  let d: DepartementDEssai;
  let structure = '';
  let referents: readonly string[] = [];

  beforeAll(async () => {
    d = await createDepartementDEssai({ nom: 'importation', vies: [], maximumParJour: 10 });
    structure = (await d.base.structure.findFirstOrThrow()).code;
    referents = (await d.base.referent.findMany({ orderBy: { id: 'asc' } })).map((r) => r.courriel);
  });
  afterAll(() => d.close());

  const ligneOf = (i: number, prefixe = 'IMPORT') => [
    ...[
      `${prefixe}-${i}`,
      'Canari',
      `Numéro ${i}`,
      `canari-${prefixe}-${i}@example.org`,
      '+33 6 00 00 00 01',
    ],
    ...[structure, referents[i % referents.length]?.toUpperCase() ?? '', 'FAIRE 2025', '03/01/2025'],
    ...[i % 3 === 0 ? 'non' : 'oui', i === 5 ? '04/01/2025' : '', '1 rue des Lilas, 83000 Toulon'],
  ];
  const justes = Array.from({ length: PERSONNES }, (_, i) => ligneOf(i));
  const fautives = () => [
    ligneOf(100).with(5, 'NULLE-PART'),
    ligneOf(101).with(6, 'personne@example.org'),
    ligneOf(102).with(8, '04/01/2026'),
    ligneOf(0),
    ligneOf(103).with(3, 'pas une adresse'),
  ];
  const csv = (lignes: readonly (readonly string[])[]) =>
    Readable.from([Buffer.from(stringify([ENTETES, ...lignes.map((l) => [...l])], { delimiter: ';' }))]);
  const read = (octets: AsyncIterable<Uint8Array>, parJour: number, silencieux = false) =>
    readApercu(d.base, octets, { par: 'agent:essai', parJour, silencieux, mode: 'test' });
  const confirm = (id: string) => inTransaction(d.base, (tx) => confirmImport(tx, id));
  const comptes = async (id: string) => {
    const lu = await findImport(d.base, id);
    return [lu?.total, lu?.crees, lu?.corriges, lu?.inchanges, lu?.rejetes];
  };
  const finit = (id: string) =>
    attends('la fin de l’import', async () => (await findImport(d.base, id))?.etat === 'fini');
  const ouverts = () => d.base.fait.count({ where: { type: 'parcours_ouvert' } });

  let premier = '';
  let rejets = Buffer.alloc(0);

  test('l’aperçu juge chaque ligne, dit pourquoi, et n’inscrit personne', async () => {
    justes.splice(0, justes.length, ...Array.from({ length: PERSONNES }, (_, i) => ligneOf(i)));
    const lu = await read(csv([...justes, ...fautives()]), 0);
    premier = lu.id;
    expect(await comptes(premier)).toEqual([PERSONNES + 5, PERSONNES, 0, 0, 5]);
    expect([await d.base.beneficiaire.count(), await d.base.parcours.count()]).toEqual([0, 0]);
    expect(await d.base.reveil.count()).toBe(0);

    const suivi = await findImport(d.base, premier);
    if (suivi === null) throw new Error('Aucun import.');
    const morceaux: Buffer[] = [];
    for await (const morceau of renderRejets(d.base, suivi)) morceaux.push(morceau);
    rejets = Buffer.concat(morceaux);
    const texte = rejets.toString('utf8');
    expect(texte).toContain(`${ENTETES.join(';')};ligne;motif du rejet`);
    expect(texte).toContain('Code structure : aucune structure ne porte ce code.');
    expect(texte).toContain('Courriel du référent : aucun référent de cette structure n’a cette adresse');
    expect(texte).toContain('déjà à la ligne 2');
    expect(texte).toContain('Courriel : donnez une adresse de courriel');
    expect(texte).toMatch(/04\/01\/2026.*;94;/);
  });

  test('confirmé, tué après les inscriptions puis au milieu des ouvertures, il reprend : chacun une fois et une seule', async () => {
    await d.worker.start();
    d.worker.killAt('apres_commit');
    await confirm(premier);
    expect((await d.worker.fin()).signal).toBe('SIGKILL');
    expect(await d.base.beneficiaire.count()).toBe(PERSONNES);
    expect(await d.base.parcours.count()).toBe(0);

    d.worker.killAt('entre_deux_ouvertures');
    await d.worker.start();
    expect((await d.worker.fin()).signal).toBe('SIGKILL');
    expect(await ouverts()).toBeGreaterThan(0);
    expect(await ouverts()).toBeLessThan(PERSONNES);
    const notes = await d.base.importLigne.count({ where: { etat: 'faite' } });
    expect(notes).toBe(await ouverts());
    await d.base.courriel.updateMany({ where: { etat: 'en_envoi' }, data: { bailJusqua: new Date(0) } });

    await d.worker.start();
    await finit(premier);
    const parcours = await d.base.parcours.findMany();
    expect(parcours).toHaveLength(PERSONNES);
    expect(new Set(parcours.map((p) => p.beneficiaireId)).size).toBe(PERSONNES);
    expect(await ouverts()).toBe(PERSONNES);
    const faits = await d.base.fait.findMany({
      where: { type: { in: ['parcours_ouvert', 'contrat_signe'] } },
    });
    expect(faits.every((f) => f.par === 'agent:essai')).toBe(true);
    expect(faits.filter((f) => f.type === 'contrat_signe').map((f) => f.rang)).toEqual([3]);
    // Derived outside production: a walk over imported people is reproducible.
    const { id, beneficiaireId } = await d.base.parcours.findFirstOrThrow({
      where: { beneficiaire: { idExterne: 'IMPORT-7' } },
    });
    expect([id, beneficiaireId]).toEqual([
      idDeLApi('parcours:IMPORT-7:1'),
      idDeLApi('beneficiaire:IMPORT-7'),
    ]);
  });

  test('le même fichier renvoyé ne change rien ; une adresse corrigée se voit, une cellule vide n’efface rien', async () => {
    const faits = await ouverts();
    const lu = await read(
      csv([...justes.slice(2), ligneOf(0).with(3, 'autre@example.org'), ligneOf(1).with(4, '')]),
      0,
    );
    expect(await comptes(lu.id)).toEqual([PERSONNES, 0, 1, PERSONNES - 1, 0]);
    await confirm(lu.id);
    await finit(lu.id);
    expect(await comptes(lu.id)).toEqual([PERSONNES, 0, 1, PERSONNES - 1, 0]);
    expect([await ouverts(), await d.base.beneficiaire.count()]).toEqual([faits, PERSONNES]);
    const personne = (idExterne: string) => d.base.beneficiaire.findUniqueOrThrow({ where: { idExterne } });
    expect((await personne('IMPORT-0')).courriel).toBe('autre@example.org');
    expect((await personne('IMPORT-1')).telephone).toBe('+33 6 00 00 00 01');
  });

  test('les rejets corrigés sont renvoyés tels quels, et passent', async () => {
    const corriges = rejets
      .toString('utf8')
      .replace('NULLE-PART', structure)
      .replace('personne@example.org', referents[0] ?? '')
      .replace('04/01/2026', '04/01/2025')
      .replace('pas une adresse', 'elle@example.org');
    const lu = await read(Readable.from([Buffer.from(corriges)]), 0);
    expect(lu.ignorees).toEqual([]);
    expect(await comptes(lu.id)).toEqual([5, 4, 1, 0, 0]);
    await confirm(lu.id);
    await finit(lu.id);
    expect(await ouverts()).toBe(PERSONNES + 4);
  });

  test('la ligne de commande : aperçu et rejets.csv, puis l’import suivi jusqu’au bout', async () => {
    const avant = await ouverts();
    const dossier = mkdtempSync(path.join(tmpdir(), 'jalons-import-'));
    const [fichier, rejetes] = [path.join(dossier, 'liste.csv'), path.join(dossier, 'rejets.csv')];
    const lignes = [ligneOf(0, 'COMMANDE'), ligneOf(1, 'COMMANDE').with(8, '31/02/2025')];
    writeFileSync(fichier, stringify([ENTETES, ...lignes], { delimiter: '\t', bom: true }));
    const env = { DATABASE_URL: d.databaseUrl, JALONS_MODE: 'test' };
    const jalons = (...args: string[]) => runJalons(env, 'import', fichier, '--rejets', rejetes, ...args);

    const apercu = await jalons();
    expect(apercu.stdout).toContain('2 lignes : 1 à créer, 0 à corriger, 0 sans changement, 1 rejet.');
    expect(apercu.stdout).toContain('ligne 3 : Date d’orientation : donnez un jour du calendrier');
    expect(apercu.stdout).toContain('Rien n’a été inscrit.');
    expect([apercu.code, await ouverts()]).toEqual([1, avant]);
    expect(readFileSync(rejetes, 'utf8')).toContain('COMMANDE-1');
    expect(readFileSync(rejetes, 'utf8')).not.toContain('COMMANDE-0');

    const fait = await jalons('--appliquer', '--par-jour', '0');
    expect(fait.stderr).toContain('1 / 1 personnes inscrites');
    await attends('l’ouverture', async () => (await ouverts()) === avant + 1);
    rmSync(dossier, { recursive: true });
  });

  test('étalées, les ouvertures attendent leur jour et leur heure ; tout le monde est inscrit aussitôt', async () => {
    const avant = await ouverts();
    const lu = await read(csv(Array.from({ length: 8 }, (_, i) => ligneOf(i, 'ETALE'))), 2);
    expect(await findImport(d.base, lu.id)).toMatchObject({ jours: 2 });
    await confirm(lu.id);
    await attends('tout le monde inscrit', async () => (await findImport(d.base, lu.id))?.aInscrire === 0);
    expect(await d.base.beneficiaire.count()).toBe(PERSONNES + 4 + 1 + 8);
    await attends('la première ouverture', async () => (await ouverts()) === avant + referents.length);
    await d.walkTo(instantAt(DEBUT, '20:00', 'metropole'));
    expect(await ouverts()).toBe(avant + 2 * referents.length);
    await d.walkTo(instantAt(addJours(DEBUT, 1), '20:00', 'metropole'));
    expect(await ouverts()).toBe(avant + 8);
    await finit(lu.id);
  });

  test('R48 — silencieux, il n’écrit à personne ; une ligne que la base refuse sans fin est écartée avec sa raison', async () => {
    // A référent whose agenda is empty.
    const modele = await d.base.referent.findFirstOrThrow({ include: { permanences: true } });
    const { permanences, ...fiche } = modele;
    const creees = permanences.map(({ jourDeSemaine, de, a, dureeMinutes }) => ({
      ...{ id: randomUUID(), jourDeSemaine, de, a, dureeMinutes },
    }));
    const libre = { ...fiche, id: randomUUID(), courriel: 'libre@example.org' };
    await d.base.referent.create({ data: { ...libre, permanences: { create: creees } } });
    const lignes = Array.from({ length: 4 }, (_, i) => ligneOf(i, 'SILENCE').with(6, libre.courriel));
    const lu = await read(csv(lignes.map((l, i) => (i === 1 ? l.with(2, 'Refusée') : l))), 0, true);
    await d.base.$executeRawUnsafe(`ALTER TABLE beneficiaire ADD CONSTRAINT e CHECK (nom <> 'Refusée')`);
    const refuse = idDeLApi('parcours:SILENCE-2:1');
    await d.base.$executeRawUnsafe(`ALTER TABLE parcours ADD CONSTRAINT e CHECK (id <> '${refuse}')`);
    await confirm(lu.id);
    await finit(lu.id);
    await d.base.$executeRawUnsafe('ALTER TABLE beneficiaire DROP CONSTRAINT e');
    await d.base.$executeRawUnsafe('ALTER TABLE parcours DROP CONSTRAINT e');
    expect(await comptes(lu.id)).toEqual([4, 2, 0, 0, 2]);
    const rejetees = await d.base.importLigne.findMany({
      where: { importId: lu.id, verdict: 'rejete' },
      orderBy: { numero: 'asc' },
    });
    expect(rejetees.map((l) => l.idExterne)).toEqual(['SILENCE-1', 'SILENCE-2']);
    for (const { raisons } of rejetees) expect(JSON.stringify(raisons)).toContain('code 23514');
    const ids = ['SILENCE-0', 'SILENCE-3'].map((id) => idDeLApi(`parcours:${id}:1`));
    await attends('l’accueil placé', async () => {
      return (await d.base.rendezVous.count({ where: { parcoursId: { in: ids } } })) === 2;
    });
    expect(await d.base.courriel.count({ where: { parcoursId: { in: ids } } })).toBe(0);
    const lettres = await d.base.fait.findMany({
      where: { parcoursId: { in: ids }, type: 'lettre_a_faire' },
    });
    expect(lettres).toHaveLength(2);
    for (const { donnees } of lettres)
      expect(donnees).toMatchObject({ raison: 'ouverture_silencieuse', modele: 'convocation' });
  });

  test('les lignes sont effacées trente jours après la fin, et rien de personnel n’est entré dans Temporal', async () => {
    const handle = d.client.workflow.getHandle(`import-${premier}`);
    expect((await handle.describe()).status.name).toBe('COMPLETED');
    const histoire = JSON.stringify(await handle.fetchHistory());
    for (const mot of ['Canari', 'Numéro', '@example.org', 'Lilas']) expect(histoire).not.toContain(mot);

    // Ended, on the clock of these lives, in January 2025.
    await d.base.import.update({ where: { id: premier }, data: { finiA: new Date() } });
    await deleteImportsAnciens(d.base);
    expect(await d.base.importLigne.count({ where: { importId: premier } })).toBe(PERSONNES + 5);
    await d.base.import.update({
      where: { id: premier },
      data: { finiA: new Date(Date.now() - 31 * 86_400_000) },
    });
    await deleteImportsAnciens(d.base);
    expect(await d.base.importLigne.count({ where: { importId: premier } })).toBe(0);
  });
});
