import { Writable } from 'node:stream';
import express from 'express';
import pino from 'pino';
import request, { type Response } from 'supertest';
import { z } from 'zod';
import { createGuichet } from '../../api/acces';
import { probleme } from '../../api/contrat/probleme';
import { createDebit } from '../../api/debit';
import { createInconnus } from '../../api/inconnus';
import { DELAI_MS } from '../../api/delai';
import { mountRoutes } from '../../api/montage';
import { codesProbleme, problemeOf, problemeOfRefus } from '../../api/probleme';
import { statutOfRefus } from '../../api/statut-du-refus';
import { defineRoute } from '../../api/route';
import { codesRefus, explainRefus, type CodeRefus, type Refus } from '../../domain/refus';
import { jour } from '../../domain/temps/jour';
import { createBase } from '../../registre/base';
import { ABSENTE, createReveilMemoire, createSansServeur, MUET } from './essai';

function checkProbleme(reponse: Response, statut: number, code: string): void {
  expect(reponse.status).toBe(statut);
  expect(reponse.headers['content-type']).toContain('application/problem+json');
  expect(probleme.parse(reponse.body)).toMatchObject({ code, status: statut });
}

const ID = '0190f1de-5b6c-7cc4-9a51-0c6e2f0b7a11';
const le = jour('2025-03-31');

/** One refus of each kind, with the values that its sentence says. */
const UN_DE_CHAQUE: { readonly [C in CodeRefus]: Extract<Refus, { code: C }> } = {
  parcours_deja_ouvert: { code: 'parcours_deja_ouvert' },
  parcours_clos: { code: 'parcours_clos' },
  hors_fenetre: { code: 'hors_fenetre', du: le, au: le },
  date_future: { code: 'date_future', le },
  date_anterieure: { code: 'date_anterieure', minimum: le },
  referent_deja_designe: { code: 'referent_deja_designe' },
  referent_manquant: { code: 'referent_manquant' },
  referent_inchange: { code: 'referent_inchange' },
  remplacement_deja_prevu: { code: 'remplacement_deja_prevu', du: le, au: le },
  remplacement_inconnu: { code: 'remplacement_inconnu' },
  contrat_deja_signe: { code: 'contrat_deja_signe', signeLe: le },
  contrat_absent: { code: 'contrat_absent' },
  rendez_vous_inconnu: { code: 'rendez_vous_inconnu' },
  rendez_vous_termine: { code: 'rendez_vous_termine' },
  rendez_vous_passe: { code: 'rendez_vous_passe' },
  rendez_vous_a_venir: { code: 'rendez_vous_a_venir' },
  creneau_passe: { code: 'creneau_passe' },
  creneau_pris: { code: 'creneau_pris' },
  referent_absent: { code: 'referent_absent', le },
  structure_fermee: { code: 'structure_fermee', le },
  jour_complet: { code: 'jour_complet', le, maximum: 6 },
  apres_le_plafond: { code: 'apres_le_plafond', plafond: le },
  duree_invalide: { code: 'duree_invalide', minimum: 5, maximum: 240 },
  statut_deja_enregistre: { code: 'statut_deja_enregistre', le },
  rien_a_corriger: { code: 'rien_a_corriger' },
  bilan_inconnu: { code: 'bilan_inconnu' },
  bilan_deja_realise: { code: 'bilan_deja_realise', tenuLe: le },
  bilan_pas_encore_annonce: { code: 'bilan_pas_encore_annonce', aPartirDu: le },
  parcours_en_pause: { code: 'parcours_en_pause' },
  aucune_pause: { code: 'aucune_pause' },
  pause_sans_duree: { code: 'pause_sans_duree' },
  pause_chevauche: { code: 'pause_chevauche', du: le },
  pause_rendez_vous_honore: { code: 'pause_rendez_vous_honore', le: le },
  pause_bilan_tenu: { code: 'pause_bilan_tenu', le },
  apres_la_revision: { code: 'apres_la_revision', le },
  prolongations_epuisees: { code: 'prolongations_epuisees', maximum: 1 },
  prolongation_trop_longue: { code: 'prolongation_trop_longue', maximum: le },
  prolongation_sans_effet: { code: 'prolongation_sans_effet', plafond: le },
  manquement_inconnu: { code: 'manquement_inconnu' },
  manquement_clos: { code: 'manquement_clos' },
  motif_pas_encore_demande: { code: 'motif_pas_encore_demande' },
  motif_deja_qualifie: { code: 'motif_deja_qualifie' },
  delai_de_reponse_ouvert: { code: 'delai_de_reponse_ouvert', jusquAu: null },
  signalement_non_propose: { code: 'signalement_non_propose' },
  signalement_non_transmis: { code: 'signalement_non_transmis' },
  rien_a_transmettre: { code: 'rien_a_transmettre' },
  report_dans_le_passe: { code: 'report_dans_le_passe' },
  lettre_inconnue: { code: 'lettre_inconnue' },
  contrat_a_dater: { code: 'contrat_a_dater' },
  contrat_incoherent: { code: 'contrat_incoherent' },
  parcours_encore_ouvert: { code: 'parcours_encore_ouvert' },
  suivi_pas_encore_demande: { code: 'suivi_pas_encore_demande', aPartirDu: jour('2026-03-02') },
  suivi_deja_enregistre: { code: 'suivi_deja_enregistre', le: jour('2026-03-10') },
  suivi_sans_objet: { code: 'suivi_sans_objet' },
  deces_non_signale: { code: 'deces_non_signale' },
  edition_inconnue: { code: 'edition_inconnue' },
  edition_sans_suite: { code: 'edition_sans_suite' },
  reorientation_sans_effet: { code: 'reorientation_sans_effet' },
  heures_sans_motif: { code: 'heures_sans_motif', habituelles: 15 },
  heures_trop_nombreuses: { code: 'heures_trop_nombreuses', maximum: 20 },
  point_inconnu: { code: 'point_inconnu' },
  point_pas_encore_prepare: { code: 'point_pas_encore_prepare', aPartirDu: le },
  point_loin_du_bilan: { code: 'point_loin_du_bilan', jours: 15 },
  point_deja_choisi: { code: 'point_deja_choisi' },
  rendez_vous_non_honore: { code: 'rendez_vous_non_honore' },
  entretien_vide: { code: 'entretien_vide' },
  echeance_passee: { code: 'echeance_passee' },
  demarche_inconnue: { code: 'demarche_inconnue' },
  declaration_inconnue: { code: 'declaration_inconnue' },
  constat_trop_tot: { code: 'constat_trop_tot', jusquAu: le },
  constat_deja_enregistre: { code: 'constat_deja_enregistre' },
  droits_vides: { code: 'droits_vides' },
  hors_dispositif: { code: 'hors_dispositif' },
  etape_inconnue: { code: 'etape_inconnue' },
  etape_sans_duree: { code: 'etape_sans_duree' },
  emploi_en_cours: { code: 'emploi_en_cours', debutLe: le },
  emploi_absent: { code: 'emploi_absent' },
  rendez_vous_annule: { code: 'rendez_vous_annule' },
  rendez_vous_deplace: { code: 'rendez_vous_deplace' },
  reponse_vide: { code: 'reponse_vide' },
  reponse_recue: { code: 'reponse_recue', le },
  reponses_trop_nombreuses: { code: 'reponses_trop_nombreuses' },
  reponse_inconnue: { code: 'reponse_inconnue' },
  reponse_deja_lue: { code: 'reponse_deja_lue', le },
  lecture_sans_objet: { code: 'lecture_sans_objet' },
  personne_suivie: { code: 'personne_suivie' },
  personne_effacee: { code: 'personne_effacee', le },
};

const routeDeRefus = defineRoute({
  methode: 'get',
  chemin: '/refus/{code}',
  groupe: 'Service',
  resume: 'Un refus',
  acces: 'libre',
  params: z.strictObject({ code: z.enum(codesRefus) }),
  reponses: {},
  repond: ({ params }) => Promise.resolve({ probleme: problemeOfRefus(UN_DE_CHAQUE[params.code]) }),
});

describe('Un refus de la loi', () => {
  const app = express();
  mountRoutes(app, [routeDeRefus], {
    base: createBase(ABSENTE, 1),
    mode: 'test',
    apiUrl: '',
    information: { contact: null, conservationMois: 24 },
    reveil: createReveilMemoire(),
    sonde: () => Promise.resolve({ postgresql: false, temporal: false, smtp: false }),
    guichet: () => Promise.resolve({ id: '', agent: '', portees: [] }),
    debit: createDebit(0),
    inconnus: createInconnus(0),
    mandataires: 0,
    delaiMs: DELAI_MS,
    logger: MUET,
  });

  test.each(codesRefus)('« %s » arrive avec son statut, sa phrase et ses valeurs', async (code) => {
    const refus = UN_DE_CHAQUE[code];
    const reponse = await request(app).get(`/refus/${code}`);
    checkProbleme(reponse, statutOfRefus[code], code);
    const { code: _code, ...donnees } = refus;
    expect(_code).toBe(code);
    expect(reponse.body).toMatchObject({ detail: explainRefus(refus), donnees });
  });
});

describe('Une requête que la loi n’a pas à connaître', () => {
  const app = createSansServeur();
  const contrat = `/api/v1/parcours/${ID}/contrat`;

  test('à une adresse inconnue : 404', async () =>
    checkProbleme(await request(app).get('/api/v1/inconnu'), 404, 'introuvable'));

  test('à un identifiant qui n’en est pas un : 404, comme pour un parcours inconnu', async () => {
    checkProbleme(await request(app).get('/api/v1/parcours/1'), 404, 'introuvable');
    checkProbleme(await request(app).post('/api/v1/parcours/1/contrat').send({}), 404, 'introuvable');
    const statut = `/api/v1/parcours/${ID}/rendez-vous/premier/statut`;
    checkProbleme(await request(app).post(statut).send({}), 404, 'introuvable');
  });

  test('d’une méthode refusée : 405, avec celles qui sont admises', async () => {
    const reponse = await request(app).delete(contrat);
    checkProbleme(reponse, 405, 'methode_refusee');
    expect(reponse.headers['allow']).toBe('POST, OPTIONS');
  });

  test('au JSON illisible : 400', async () => {
    const appel = request(app).post(contrat).set('Content-Type', 'application/json');
    checkProbleme(await appel.send('{"signeLe":'), 400, 'json_illisible');
  });

  test('d’un autre type de contenu : 415', async () => {
    const appel = request(app).post(contrat).set('Content-Type', 'text/csv');
    checkProbleme(await appel.send('signeLe\n2025-01-01'), 415, 'type_refuse');
    const latin = request(app).post(contrat).set('Content-Type', 'application/json; charset=x-inconnu');
    checkProbleme(await latin.send('{}'), 415, 'type_refuse');
  });

  test('de plus de 100 ko : 413', async () => {
    const reponse = await request(app)
      .post(contrat)
      .send({ signeLe: 'x'.repeat(110_000) });
    checkProbleme(reponse, 413, 'corps_trop_gros');
  });

  test('à l’adresse mal encodée : 400', async () =>
    checkProbleme(await request(app).get('/api/v1/parcours/%E0%A4%A'), 400, 'requete_illisible'));

  test('à la saisie fausse : 400, champ par champ, en français', async () => {
    const reponse = await request(app).post(contrat).send({ signeLe: '2025-02-30', signePar: 'x' });
    checkProbleme(reponse, 400, 'saisie_invalide');
    expect(reponse.body).toMatchObject({
      erreurs: [
        { champ: 'signeLe', message: 'donnez un jour du calendrier, par exemple 2025-03-31.' },
        { champ: 'signePar', message: 'ce champ n’existe pas ici : retirez-le.' },
      ],
    });
  });

  test('sans corps : 400, et chaque champ qui manque', async () => {
    const reponse = await request(app).post(contrat);
    checkProbleme(reponse, 400, 'saisie_invalide');
    expect(reponse.body).toMatchObject({
      erreurs: [{ champ: 'signeLe', message: 'ce champ est obligatoire.' }],
    });
  });

  test('au paramètre de recherche inconnu : 400', async () =>
    checkProbleme(await request(app).get('/api/v1/parcours?referent=x'), 400, 'saisie_invalide'));

  test('à la clé d’idempotence illisible : 400', async () => {
    const appel = request(app).post(contrat).set('Idempotency-Key', 'clé accentuée avec espace');
    checkProbleme(await appel.send({ signeLe: '2025-01-01' }), 400, 'saisie_invalide');
  });

  test('sans jeton, ou avec un jeton mal formé : 401', async () => {
    const fermee = createSansServeur({ guichet: createGuichet(createBase(ABSENTE, 1)) });
    const sans = await request(fermee).get('/api/v1/parcours');
    checkProbleme(sans, 401, 'jeton_absent');
    expect(sans.headers['www-authenticate']).toContain('Bearer');
    const autre = request(fermee).get('/api/v1/parcours').set('Authorization', 'Basic YWJjOmRlZg==');
    checkProbleme(await autre, 401, 'jeton_absent');
  });
});

describe('Une panne', () => {
  test('de PostgreSQL : 503 et l’heure de revenir', async () => {
    const reponse = await request(createSansServeur()).get(`/api/v1/parcours/${ID}`);
    checkProbleme(reponse, 503, 'panne_passagere');
    expect(reponse.headers['retry-after']).toBe('2');
  });

  test('de PostgreSQL rend indisponible, et le reste est dit aussi', async () => {
    const app = createSansServeur();
    await request(app).get('/healthz').expect(200, { etat: 'vivant' });
    const reponse = await request(app).get('/readyz').expect(503);
    expect(reponse.body).toEqual({
      etat: 'indisponible',
      postgresql: 'injoignable',
      temporal: 'injoignable',
      smtp: 'injoignable',
    });
  });

  test('de notre fait : 500, une référence opaque, et rien de personnel ni dans la réponse ni dans le journal', async () => {
    const lignes: string[] = [];
    const sortie = new Writable({
      write(ligne: Buffer, _, fini) {
        lignes.push(ligne.toString());
        fini();
      },
    });
    const guichet = () => Promise.reject(new Error('Ana Canari, 12 rue des Serins'));
    const app = createSansServeur({ guichet, logger: pino(sortie) });
    const reponse = await request(app).get('/api/v1/parcours?nom=Canari').set('Cookie', 'nom=Canari');
    checkProbleme(reponse, 500, 'bogue');
    const { reference } = probleme.parse(reponse.body);
    expect(reponse.text).not.toContain('Canari');
    expect(lignes.join('')).toContain(reference);
    expect(lignes.join('')).not.toMatch(/Canari|Serins/);
  });
});

describe('Chaque problème', () => {
  test.each(codesProbleme)('« %s » dit en français ce qui se passe et quoi faire', (code) => {
    const { detail, title, status } = problemeOf(code);
    expect(detail).toMatch(/[.!]$/);
    expect(`${title}${detail}`).not.toMatch(/error|invalid|not found/i);
    expect(status).toBeGreaterThanOrEqual(400);
  });
});

describe('Ce que le document ne sait pas dire', () => {
  const app = createSansServeur();
  const MOITIE = '\ud800';

  test('une moitié de caractère n’est pas un texte : 400, et PostgreSQL n’a pas à la refuser', async () => {
    const corps = { idExterne: 'x', prenom: `A${MOITIE}`, nom: 'Essai' };
    const reponse = await request(app).post('/api/v1/beneficiaires').send(corps);
    checkProbleme(reponse, 400, 'saisie_invalide');
    expect(probleme.parse(reponse.body).erreurs?.map((e) => e.champ)).toEqual(['prenom']);
  });

  test.each(['2025-02-30T09:00:00Z', '2025-06-31T09:00:00+02:00', '2025-13-01T09:00:00Z'])(
    'un jour qui n’existe pas ne devient pas le suivant : « %s »',
    async (debut) => {
      const corps = { debut, dureeMinutes: 30 };
      const reponse = await request(app).post(`/api/v1/parcours/${ID}/rendez-vous`).send(corps);
      checkProbleme(reponse, 400, 'saisie_invalide');
    },
  );
});
