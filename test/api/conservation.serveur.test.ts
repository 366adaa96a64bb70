import { randomBytes, randomUUID } from 'node:crypto';
import request from 'supertest';
import type { DemandeDe } from '../../domain/parcours/demandes';
import { jour } from '../../domain/temps/jour';
import { createJeton } from '../../registre/acces/jetons';
import { concludePurge, erasePurgee, lookAtPurge } from '../../registre/conservation/passage.prisma';
import { transige } from '../../registre/journal/transige';
import { compareDerivees } from '../../registre/journal/reconstruit.prisma';
import { reconcile } from '../../registre/reveils/reconcilie.prisma';
import { createBase as createBaseDEssai } from '../support/engin';
import { searchBase } from '../support/fouille';
import { createDepartement, DISPOSITIF, ouvertureDe } from './departement';
import { createEssai, idOf } from './essai';

/** Unique to this run: found anywhere, it can only have come from the person erased here. */
const CANARI = `Zq${randomBytes(8).toString('hex')}`;
const EFFACEE = 'Personne effacée le 6 janvier 2025';

describe('R44, R45 — la conservation et l’effacement, par l’API', () => {
  let essai: Awaited<ReturnType<typeof createEssai>>;
  let databaseUrl = '';
  let [structureId, referentId, beneficiaireId, parcoursId] = ['', '', '', ''];
  const inscription = {
    ...{ idExterne: `${CANARI}-1`, prenom: `${CANARI}Ana`, nom: `${CANARI}Nom`, telephone: '06 00 00 00 01' },
    ...{ courriel: `${CANARI.toLowerCase()}@example.org`, adresse: `1 rue ${CANARI}` },
  };

  beforeAll(async () => {
    databaseUrl = await createBaseDEssai('essai_api_conservation');
    essai = await createEssai(databaseUrl);
    ({ structureId, referentId } = await createDepartement(essai.appelle));
    const inscrite = await essai.appelle('post', '/beneficiaires', { corps: inscription, cle: 'inscrit' });
    beneficiaireId = idOf(inscrite);
    const corps = ouvertureDe(beneficiaireId, structureId, referentId);
    parcoursId = idOf(await essai.appelle('post', '/parcours', { corps, cle: 'ouvre' }));
    await post(`/parcours/${parcoursId}/contrat`, { signeLe: '2025-01-06' });
    await post(`/parcours/${parcoursId}/demarches`, {
      ...{ quoi: 'cv', de: 'personne', avantLe: '2025-01-31', precision: `Relire avec ${CANARI}` },
    });
    await plante();
  });
  afterAll(() => essai.close());

  const post = (chemin: string, corps?: object) =>
    essai.appelle('post', chemin, corps === undefined ? {} : { corps });
  const sort = (id: string, le: string) =>
    post(`/parcours/${id}/sortie`, { motif: 'deces', le, emploi: null });
  const vaAu = (a: string) => essai.base.horloge.update({ where: { id: 1 }, data: { figeeA: new Date(a) } });
  const page = (chemin: string) => request(essai.app).get(chemin);
  /** A form of ours, sent from our own pages. */
  const envoie = (chemin: string) =>
    request(essai.app)
      .post(chemin)
      .set({ Host: '127.0.0.1:3000', Origin: 'http://127.0.0.1:3000' })
      .type('form')
      .send({});
  const dit = (html: string) => html.replaceAll('\u00A0', ' ').replaceAll('\u202F', ' ');

  /** Everywhere else where what she said may lie: frozen bytes, a digest, a document, a link, two rows of a list. */
  async function plante(): Promise<void> {
    const octets = Buffer.from(`To: ${CANARI} <${CANARI}@example.org>`);
    await essai.base.courriel.updateMany({ where: { parcoursId }, data: { octets } });
    await essai.base.courriel.create({
      data: {
        ...{ id: randomUUID(), structureId, cle: 'recapitulatif:essai', modele: 'recapitulatif', octets },
        ...{ destinataire: 'referent', voulu: {}, etat: 'envoye', creeA: new Date(), essaiApres: new Date() },
      },
    });
    await essai.base.document.create({
      data: { id: randomUUID(), parcoursId, type: 'image/png', octets, creeA: new Date() },
    });
    await essai.base.lien.create({
      data: {
        ...{ empreinte: 'empreinte', parcoursId, beneficiaireId, courrielCle: 'rdv:1.1:rappel:7', objet: 1 },
        ...{ usage: 'rendez_vous', expireA: new Date('2030-01-01T00:00:00Z') },
      },
    });
    const entete =
      'identifiant;prénom;nom;courriel;code structure;programme;date d’orientation;soumis aux obligations';
    const ligne = (structure: string) =>
      `${inscription.idExterne};${inscription.prenom};${inscription.nom};${inscription.courriel};${structure};faire/2025;03/01/2025;oui`;
    await request(essai.app)
      .post('/api/v1/imports?parJour=0')
      .set('Authorization', `Bearer ${essai.jeton}`)
      .set('Content-Type', 'text/csv')
      .send(
        [
          entete,
          ligne('toulon'),
          ligne('nulle-part'),
          'AUTRE-1;Léa;Autre;;nulle-part;faire/2025;03/01/2025;oui',
        ].join('\n'),
      )
      .expect(201);
  }

  test('R45 — tant que son parcours est ouvert, la personne ne s’efface pas, et rien ne bouge', async () => {
    const compte = await essai.appelle('get', `/beneficiaires/${beneficiaireId}/effacement`);
    expect(compte).toMatchObject({
      statut: 200,
      corps: { effaceeLe: null, suivie: true, comptes: { textes: 1, documents: 1, liens: 1 } },
    });
    const faits = await essai.base.fait.count();
    const refus = await post(`/beneficiaires/${beneficiaireId}/effacement`);
    expect(refus).toMatchObject({ statut: 409, corps: { code: 'personne_suivie' } });
    expect(await essai.base.fait.count()).toBe(faits);
    // What the next tests look for can be found: in every place where it was put.
    expect(await searchBase(databaseUrl, CANARI)).toEqual(
      expect.arrayContaining([
        ...[
          'beneficiaire.nom',
          'beneficiaire.id_externe',
          'texte.contenu',
          'courriel.octets',
          'document.octets',
        ],
        ...['import_ligne.cellules', 'import_ligne.saisie', 'import_ligne.id_externe', 'idempotence.reponse'],
      ]),
    );
  });

  test('R45 — la page d’une personne encore suivie dit ce qui partirait, et n’offre pas de l’effacer', async () => {
    const lue = dit((await page(`/parcours/${parcoursId}/effacement`).expect(200)).text);
    expect(lue).toContain('Documents joints : 1');
    expect(lue).toContain('enregistrez d’abord sa sortie');
    expect(lue).not.toContain('<form');
    const forcee = await envoie(`/parcours/${parcoursId}/effacement`).expect(409);
    expect(dit(forcee.text)).toContain('Cette personne a un parcours ouvert');
    expect(await essai.base.beneficiaire.count({ where: { effaceA: { not: null } } })).toBe(0);
  });

  test('R45 — la portée « administration » est demandée', async () => {
    const jeton = await createJeton(essai.base, {
      libelle: 'x',
      agent: 'x',
      portees: ['lecture', 'ecriture'],
    });
    const rendu = await essai.appelle('post', `/beneficiaires/${beneficiaireId}/effacement`, { jeton });
    expect(rendu).toMatchObject({ statut: 403, corps: { code: 'portee_insuffisante' } });
    expect(await essai.appelle('post', '/purges', { jeton })).toMatchObject({ statut: 403 });
  });

  test('R45 — pendant qu’un de ses courriels part, l’effacement est remis', async () => {
    await sort(parcoursId, '2025-01-06');
    const enVol = { etat: 'en_envoi', bailJusqua: new Date(Date.now() + 60_000) };
    const [courriel] = await essai.base.courriel.findMany({ where: { parcoursId } });
    await essai.base.courriel.update({ where: { id: courriel?.id ?? '' }, data: enVol });
    const remis = await post(`/beneficiaires/${beneficiaireId}/effacement`);
    expect(remis).toMatchObject({ statut: 409, corps: { code: 'envoi_en_cours' } });
    await essai.base.courriel.update({
      where: { id: courriel?.id ?? '' },
      data: { etat: 'a_envoyer', bailJusqua: null },
    });
  });

  test('R45 — effacée, plus une table ne la nomme ; le journal garde ses codes, et dit le jour', async () => {
    const faits = await essai.base.fait.findMany({ where: { parcoursId } });
    expect(dit((await page(`/parcours/${parcoursId}/effacement`)).text)).toContain('Effacer ses données');
    const { headers } = await envoie(`/parcours/${parcoursId}/effacement`).expect(303);
    const compteRendu = dit((await page(headers['location'] ?? '').expect(200)).text);
    for (const parti of [
      'Textes libres : 1',
      'Documents joints : 1',
      'Liens de réponse : 1',
      'importées : 2',
    ])
      expect(compteRendu).toContain(parti);
    expect(compteRendu).toContain('effacées, le lundi 6 janvier 2025');
    expect(compteRendu).not.toContain('<form');
    expect(await searchBase(databaseUrl, CANARI)).toEqual([]);
    expect(await searchBase(databaseUrl, CANARI.toLowerCase())).toEqual([]);
    expect(await essai.base.courriel.count({ where: { octets: { not: null } } })).toBe(0);
    expect(await essai.base.courriel.count({ where: { etat: { in: ['a_envoyer', 'en_envoi'] } } })).toBe(0);
    const apres = await essai.base.fait.findMany({ where: { parcoursId } });
    expect(apres.slice(0, faits.length)).toEqual(faits);
    expect(apres.slice(faits.length).map(({ type, par }) => [type, par])).toEqual([
      ['personne_effacee', 'agent:demonstration'],
    ]);
    expect(await compareDerivees(essai.base, parcoursId)).toEqual([]);
    // Somebody else's row of the same list is whole.
    const autre = await essai.base.importLigne.findFirst({ where: { cellules: { has: 'AUTRE-1' } } });
    expect(autre?.verdict).toBe('rejete');
    expect(await essai.base.importLigne.count({ where: { etat: { in: ['a_inscrire', 'a_ouvrir'] } } })).toBe(
      0,
    );
  });

  test('R45 — aucune page, aucune liste, aucun export ne casse : tous disent le jour', async () => {
    for (const chemin of [`/parcours/${parcoursId}`, '/?clos=true']) {
      const lue = await page(chemin).expect(200);
      expect(lue.text.replaceAll('\u00A0', ' ')).not.toContain('Erreur');
    }
    expect((await page(`/parcours/${parcoursId}`)).text.replaceAll('\u00A0', ' ')).toContain(EFFACEE);
    const lus = [
      ...[`/beneficiaires/${beneficiaireId}`, `/beneficiaires/${beneficiaireId}/export`, '/beneficiaires'],
      ...[`/parcours/${parcoursId}`, '/parcours', '/exports/parcours.csv', '/exports/beneficiaires.csv'],
    ];
    for (const chemin of lus) {
      const rendu = await essai.appelle('get', chemin);
      expect([chemin, rendu.statut]).toEqual([chemin, 200]);
      expect(rendu.texte).toContain('Personne effacée');
      expect(rendu.texte).toContain('le 6 janvier 2025');
    }
    const muets = [
      ...[`/parcours/${parcoursId}/journal`, `/parcours/${parcoursId}/courriels`, '/exports/courriels.csv'],
      ...[`/beneficiaires/${beneficiaireId}/export.pdf`, `/structures/${structureId}/recapitulatifs`],
    ];
    for (const chemin of muets)
      expect([chemin, (await essai.appelle('get', chemin)).statut]).toEqual([chemin, 200]);
    const cle = (
      await essai.base.courriel.findFirstOrThrow({ where: { parcoursId, destinataire: 'personne' } })
    ).cle;
    const lettre = await essai.appelle(
      'get',
      `/parcours/${parcoursId}/courriels/${encodeURIComponent(cle)}/lettre`,
    );
    expect(lettre.statut).toBe(404);
    expect((await page(`/parcours/${parcoursId}/lettres/${encodeURIComponent(cle)}`)).status).toBe(404);
  });

  test('R45 — plus rien ne s’enregistre sur elle ; revenue, elle est une autre', async () => {
    const encore = await post(`/beneficiaires/${beneficiaireId}/effacement`);
    expect(encore).toMatchObject({ statut: 409, corps: { code: 'personne_effacee' } });
    const { entetes } = await essai.appelle('get', `/beneficiaires/${beneficiaireId}`);
    const corrige = await essai.appelle('patch', `/beneficiaires/${beneficiaireId}`, {
      ...{ corps: { nom: 'Retour' }, si: entetes['etag'] ?? '' },
    });
    expect(corrige).toMatchObject({ statut: 409, corps: { code: 'personne_effacee' } });
    const ouvre = await post('/parcours', ouvertureDe(beneficiaireId, structureId, referentId));
    expect(ouvre).toMatchObject({ statut: 400, corps: { erreurs: [{ champ: 'beneficiaireId' }] } });
    // The API reads before it asks: whoever got past it then finds the base closed.
    const demande: DemandeDe<'openParcours'> = {
      type: 'openParcours',
      ...{ beneficiaireId, structureId, referentId: null, soumisAuxObligations: true },
      ...{ dispositif: DISPOSITIF, orientationNotifieeLe: jour('2025-01-02') },
      zone: 'metropole',
    };
    const devance = await transige(essai.base, { parcoursId: randomUUID(), par: 'agent:essai', demande });
    expect(devance).toMatchObject({ accepte: false });
    // What was answered under a key does not say her name again.
    const redite = await essai.appelle('post', '/beneficiaires', { corps: inscription, cle: 'inscrit' });
    expect(redite).toMatchObject({ statut: 409, corps: { code: 'personne_effacee' } });
    const revenue = await post('/beneficiaires', { ...inscription, prenom: 'Ana', nom: 'Autre' });
    expect(revenue.statut).toBe(201);
    expect(idOf(revenue)).not.toBe(beneficiaireId);
  });

  test('R44 — une purge compte, attend qu’on la confirme, efface une à une, et son compte rendu reste', async () => {
    const personnes = [];
    for (const nom of ['Ancien', 'Revenu', 'Recent']) {
      const corps = { ...inscription, idExterne: nom, courriel: null, prenom: nom, nom: `${CANARI}${nom}` };
      const id = idOf(await post('/beneficiaires', corps));
      const suivi = idOf(await post('/parcours', ouvertureDe(id, structureId, null)));
      await vaAu(nom === 'Recent' ? '2025-01-07T09:00:00Z' : '2025-01-06T09:00:00Z');
      await sort(suivi, nom === 'Recent' ? '2025-01-07' : '2025-01-06');
      personnes.push({ id, suivi });
    }
    const [ancien, revenu] = personnes;
    if (ancien === undefined || revenu === undefined) throw new Error('Personne.');
    // Listed a moment ago, in real time: not yet.
    await vaAu('2027-01-07T09:00:00Z');
    expect(dit((await page('/purges/nouvelle').expect(200)).text)).toContain('restent 24 mois');
    const vue = (await envoie('/purges/nouvelle').expect(303)).headers['location'] ?? '';
    const apercuVu = dit((await page(vue).expect(200)).text);
    expect(apercuVu).toContain('Aperçu, rien n’est effacé.');
    expect(apercuVu).toContain('Effacer 2 personnes');
    expect(apercuVu).not.toContain(CANARI);
    expect(dit((await page('/purges/nouvelle')).text)).toContain('2 personnes, le 7 janvier 2027');
    const apercu = await post('/purges');
    expect(apercu).toMatchObject({
      statut: 201,
      corps: { etat: 'apercu', mois: 24, total: 2, effacees: 0, par: 'agent:essai', confirmePar: null },
    });
    const id = idOf(apercu);
    const rapport = await essai.appelle('get', `/purges/${id}/personnes`);
    expect((rapport.corps as { elements: { id: string }[] }).elements.map((p) => p.id)).toEqual(
      [ancien.id, revenu.id].sort(),
    );
    expect(rapport.texte).not.toContain(CANARI);
    await erasePurgee(essai.base, id, ancien.id);
    expect(await essai.base.beneficiaire.count({ where: { effaceA: { not: null } } })).toBe(1);

    // She comes back between the count and the act.
    await essai.base.parcours.update({
      where: { id: revenu.suivi },
      data: { clos: false, etat: await ouvertDe(revenu.suivi) },
    });
    essai.reveils.length = 0;
    expect(await post(`/purges/${id}/confirmation`)).toMatchObject({
      statut: 202,
      corps: { etat: 'en_cours', confirmePar: 'agent:essai' },
    });
    expect(essai.reveils.map((r) => r.cible)).toEqual([`purge-${id}`]);
    expect(await post(`/purges/${id}/confirmation`)).toMatchObject({
      statut: 409,
      corps: { code: 'purge_deja_confirmee' },
    });
    // Nobody carries it: reconciliation finds it.
    await vaAu('2027-01-07T09:30:00Z');
    expect((await reconcile(essai.base)).purges).toBe(1);
    for (let pas = await lookAtPurge(essai.base, id); pas?.prochaine?.nature === 'personne';) {
      await erasePurgee(essai.base, id, pas.prochaine.cle);
      await erasePurgee(essai.base, id, pas.prochaine.cle);
      pas = await lookAtPurge(essai.base, id);
    }
    await concludePurge(essai.base, id);
    expect((await lookAtPurge(essai.base, id))?.clos).toBe(true);
    expect(await essai.appelle('get', `/purges/${id}`)).toMatchObject({
      corps: { etat: 'fini', total: 2, effacees: 1, ecartees: 1, confirmePar: 'agent:essai' },
    });
    const compteRendu = dit((await page(`/purges/${id}`)).text);
    expect(compteRendu).toContain('Purge finie : 1 personne effacée, 1 écartée.');
    expect(compteRendu).toContain('Écartée : un parcours est ouvert');
    // Confirmed again from a page left open: it only says where it is.
    await envoie(`/purges/${id}/confirmation`).expect(303);
    expect((await page(`/purges/${id}/suivi`)).body).toMatchObject({ finie: true, pourcent: 100 });
    const fini = await essai.appelle('get', `/purges/${id}/personnes`);
    const elements = (fini.corps as { elements: { id: string; etat: string; raison: string | null }[] })
      .elements;
    expect(elements.find((p) => p.id === revenu.id)).toMatchObject({
      etat: 'ecartee',
      raison: 'parcours_ouvert',
    });
    expect(
      await essai.base.fait.count({ where: { type: 'personne_effacee', parcoursId: ancien.suivi } }),
    ).toBe(1);
    expect(await searchBase(databaseUrl, `${CANARI}Ancien`)).toEqual([]);
    expect(await searchBase(databaseUrl, `${CANARI}Revenu`)).not.toEqual([]);
  });

  /** The state of that parcours before its exit. */
  async function ouvertDe(id: string) {
    const { etat } = await essai.base.parcours.findUniqueOrThrow({ where: { id } });
    return { ...(etat as object), sortie: null };
  }
});
