import { dossierOf, estDuDossier } from '../../domain/obligations/dossier';
import { jour } from '../../domain/temps/jour';
import { renderDossier } from '../../web/dossier';
import { renderListe } from '../../web/liste';
import { renderParcours } from '../../web/parcours/parcours';
import { enPause, signee, transmise } from '../domain/vue-exemples';
import { fais, jusquA, ouvre, regles } from '../domain/vue-vies';
import { MECHANT, pageListe, pageParcours } from './pages';

const PLACEMENT = { dispositif: { code: 'placement_emploi', edition: '2025' } };
const sansCadence = fais(ouvre(PLACEMENT), '2025-01-31T09:00:00.000Z', {
  type: 'signContrat',
  signeLe: jour('2025-01-31'),
});
const enPoste = fais(
  fais(sansCadence, '2025-03-03T09:00:00.000Z', {
    type: 'recordEmploi',
    debutLe: jour('2025-03-03'),
    genre: 'cdd',
    finPrevueLe: jour('2025-12-31'),
    texteId: null,
  }),
  '2025-04-02T09:00:00.000Z',
  { type: 'recordContact', le: jour('2025-04-01'), moyen: 'telephone', texteId: null },
);
const sortie = fais(signee, '2025-03-10T09:00:00.000Z', {
  type: 'exitParcours',
  motif: 'cdi',
  le: jour('2025-03-10'),
});

test('R38 — sans cadence, la page dit les dernières nouvelles et le jour où en reprendre, jamais un mois', () => {
  const html = renderParcours(pageParcours(sansCadence));
  expect(html).toContain('<dt>Dernières nouvelles</dt><dd><strong>Le 31 janvier 2025</strong>');
  expect(html).toContain('à reprendre le lundi 17 mars 2025 au plus tard');
  expect(html).not.toContain('Mois en cours');
  expect(html).not.toMatch(/<text[^>]*>Mois<\/text>|<text[^>]*>Bilans<\/text>/);
});

test('R40 — l’emploi suivi se lit en tête, sur la frise et dans son tableau, avec les nouvelles prises', () => {
  const html = renderParcours(pageParcours(enPoste));
  expect(html).toContain('CDD depuis le 3 mars 2025');
  expect(html).toContain('Fin prévue le 31 décembre 2025');
  expect(html).toContain('À vérifier le 3 septembre 2025');
  expect(html).toMatch(/<g class="emploi">/);
  expect(html).toContain('<td>Emploi : CDD</td><td>Il dure</td>');
  expect(html).toContain('<td>Nouvelles de la personne</td><td>Téléphone</td>');
});

test('R20 — pendant une pause sans fin aucun mois ne court, et ceux qu’elle touche restent à venir', () => {
  const page = pageParcours(jusquA(enPause, '2025-04-24T09:00:00.000Z'));
  const { vue } = page;
  expect(vue.moisCourant).toBeNull();
  expect(new Set(vue.mois.map((m) => m.etat))).toEqual(new Set(['a_venir']));
  expect(renderParcours(page).includes('Aucun mois ne court pendant la pause')).toBe(true);
  expect(pageParcours(enPause).vue.moisCourant).toMatchObject({ rang: 1, etat: 'en_cours' });
});

test('R33 — clos, un parcours n’a plus de mois à venir, et la page dit le prochain jour où l’on en reparle', () => {
  const page = pageParcours(sortie);
  expect(page.vue.mois.every((m) => m.du <= '2025-03-10')).toBe(true);
  expect(renderParcours(page)).toContain('Rien d’ici le 10 septembre 2025 : il est clos.');
});

test('R34 — dans la liste, un parcours clos dont la situation est à recueillir n’est pas un contrat à signer', () => {
  const html = renderListe(pageListe([jusquA(sortie, '2025-09-10T12:00:00.000Z')]));
  expect(html).toContain('Clos, situation à six mois à recueillir');
  expect(html).not.toContain('Contrat non signé');
});

describe('R31 — un signalement transmis', () => {
  const dossier = dossierOf(transmise.p, transmise.journal, 1, regles);

  test('sa suite est attendue de l’organisme qui l’a reçu', () => {
    expect(renderParcours(pageParcours(transmise))).toMatch(
      /De l’organisme qui a reçu le signalement<\/h3>.*?La suite donnée au signalement/s,
    );
  });

  test('son dossier s’arrête aux courriels partis avant lui', () => {
    if (dossier === null) throw new Error('Aucun dossier.');
    const cle = 'manquement:1:relance_2';
    expect(estDuDossier(dossier, { cle, le: jour('2025-04-16') })).toBe(true);
    expect(estDuDossier(dossier, { cle, le: jour('2025-04-17') })).toBe(false);
    expect(estDuDossier(dossier, { cle: 'bilan:1:annonce', le: jour('2025-02-03') })).toBe(false);
  });

  test('son dossier se lit jour par jour, et rien de ce qui y est écrit ne devient du code', () => {
    if (dossier === null) throw new Error('Aucun dossier.');
    const html = renderDossier({
      cadre: pageListe([transmise]).cadre,
      parcoursId: 'p',
      personne: MECHANT,
      referent: MECHANT,
      structure: MECHANT,
      aujourdhui: jour('2025-04-16'),
      dossier,
      textes: { texte: MECHANT },
      courriels: [{ cle: 'c', modele: 'relance', le: jour('2025-02-17') }],
    });
    expect(html).not.toContain('<script>alert');
    expect(html).toMatch(/<time[^>]*>17 février 2025<\/time><div>Relance après une demande de motif/);
    expect(html).toContain('<blockquote>');
  });
});
