import { compareLignes, countTaches, renderListe } from '../../web/liste';
import { pourcentOf } from '../../web/horloge';
import type { Instant } from '../../domain/temps/instant';
import { auPlafond, close, neuve, oubliee, signee } from '../domain/vue-exemples';
import { ligne, pageListe } from './pages';

test('la liste met d’abord ce qui est en retard, puis ce qui presse, et les parcours clos à la fin', () => {
  const lignes = [
    ligne(close, 'close'),
    ligne(signee, 'signée'),
    ligne(neuve, 'neuve'),
    ligne(oubliee, 'oubliée'),
  ];
  const noms = lignes.sort(compareLignes).map((l) => l.personne);
  expect(noms[0]).toBe('oubliée');
  expect(noms.at(-1)).toBe('close');
});

test('le compte du jour additionne ce qui presse et ce qui est en retard, et laisse ce qui est à prévoir', () => {
  const lignes = [ligne(oubliee), ligne(neuve)];
  expect(countTaches(lignes, 'en_retard', 'a_traiter')).toBe(1);
  expect(countTaches(lignes, 'a_prevoir')).toBe(1);
  expect(renderListe(pageListe([oubliee, neuve]))).toContain('<strong>1</strong> à traiter aujourd’hui');
});

test('R02 — une durée maximale dépassée se voit dans la liste', () => {
  expect(renderListe(pageListe([auPlafond]))).toMatch(/Dépassée de \d+ jours/);
});

test('une promenade qui n’a pas commencé est à zéro, une promenade finie à cent', () => {
  const i = (t: string) => `2025-01-${t}T00:00:00.000Z` as Instant;
  const marche = { depuis: null, jusquA: i('11'), rendueA: null, pas: 0, attente: null };
  expect(pourcentOf(marche)).toBe(0);
  expect(pourcentOf({ ...marche, depuis: i('01'), rendueA: i('06') })).toBe(50);
  expect(pourcentOf({ ...marche, depuis: i('01'), rendueA: i('11') })).toBe(100);
});
