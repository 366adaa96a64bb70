import '../domain/edition-suivante';
import { codesGeste } from '../../domain/parcours/gestes';
import { renderParcours } from '../../web/parcours/parcours';
import {
  absente,
  auPlafond,
  bilanTenu,
  enPause,
  close,
  engagee,
  neuve,
  oubliee,
  proposee,
  remobilisee,
  sansAdresse,
  sansReferent,
  signee,
  transmise,
} from '../domain/vue-exemples';
import { fais, ouvre } from '../domain/vue-vies';
import { jour } from '../../domain/temps/jour';
import { pageParcours } from './pages';

const placement = fais(
  ouvre({ dispositif: { code: 'placement_emploi', edition: '2025' } }),
  '2025-01-31T09:00:00.000Z',
  { type: 'signContrat', signeLe: jour('2025-01-31') },
);
const enEtape = fais(placement, '2025-02-03T09:00:00.000Z', {
  type: 'addEtape',
  quoi: 'formation',
  partenaire: 'organisme_formation',
  le: jour('2025-02-03'),
  du: jour('2025-03-03'),
  au: jour('2025-03-28'),
  texteId: 'texte-convenu',
  partenaireTexteId: 'texte-convenu',
});
const enEmploi = fais(placement, '2025-03-03T09:00:00.000Z', {
  type: 'recordEmploi',
  debutLe: jour('2025-03-03'),
  genre: 'cdi',
  finPrevueLe: null,
  texteId: null,
});
const prevu = signee.p.rendezVous.at(-1);
const empechee = fais(signee, '2025-01-24T09:00:00.000Z', {
  type: 'announceEmpechement',
  rendezVousId: prevu?.id ?? 0,
  revision: prevu?.revision ?? 0,
  motif: 'transport',
  moments: ['matin'],
  texteId: null,
});
const mortAilleurs = fais(signee, '2025-02-03T09:00:00.000Z', { type: 'recordDeces', depuisId: 'ailleurs' });
const vies = {
  mortAilleurs,
  empechee,
  placement,
  enEtape,
  enEmploi,
  neuve,
  signee,
  oubliee,
  absente: absente(),
  proposee: proposee(),
  transmise,
  remobilisee,
  bilanTenu,
  enPause,
  auPlafond,
  close,
  sansReferent,
  sansAdresse,
  engagee: engagee(),
};
const actions = (html: string) =>
  [...html.matchAll(/action="\/parcours\/[^/"]+\/(\w+)"/g)].map(([, x = '']) => x);

test.each(Object.entries(vies))(
  'vie %s : un formulaire par geste permis, celui de la préférence, et pas un de plus',
  (_, vie) => {
    const page = pageParcours(vie);
    const gestes = page.vue.gestes.map((g) => g.geste);
    expect(actions(renderParcours(page)).sort()).toEqual([...gestes, 'preference'].sort());
  },
);

test('tous les gestes de la loi ont été vus dans ces vies', () => {
  const vus = new Set(Object.values(vies).flatMap((v) => pageParcours(v).vue.gestes.map((g) => g.geste)));
  expect([...vus].sort()).toEqual([...codesGeste].sort());
});

test('chaque formulaire porte sa clé à usage unique', () => {
  const page = pageParcours(signee);
  const html = renderParcours(page);
  for (const { geste } of page.vue.gestes) expect(html).toContain(`name="cle" value="cle-${geste}"`);
});

test('un refus est dit en haut de la page et près du champ, et ce qui était tapé reste', () => {
  const phrase = 'La structure est fermée le 02/08/2026.';
  const html = renderParcours(
    pageParcours(signee, {
      refusee: {
        geste: 'addRendezVous',
        saisie: {
          valeurs: { 'debut.le': '2026-08-02' },
          fautes: [],
          refus: { phrase, champs: ['debut.le'] },
        },
      },
    }),
  );
  expect(html.split(phrase)).toHaveLength(3);
  expect(html).toMatch(/id="addRendezVous-debut-le"[^>]*value="2026-08-02"/);
  expect(html).toMatch(/id="addRendezVous-debut-le"[^>]*aria-invalid/);
  expect(html).toMatch(
    /<details open[^>]*id="geste-addRendezVous"|<details[^>]*open[^>]*id="geste-addRendezVous"/,
  );
  expect(html).toContain('<title>Erreur : ');
});

test('R11 — aucune réponse n’est cochée d’avance quand on indique une présence', () => {
  const html = renderParcours(pageParcours(oubliee));
  expect(html).toContain('name="statut"');
  expect(html).not.toMatch(/name="statut"[^>]*checked/);
});

test('R14 — aucune qualification n’est cochée d’avance', () => {
  expect(renderParcours(pageParcours(absente()))).not.toMatch(/name="qualification"[^>]*checked/);
});
