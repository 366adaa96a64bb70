import { compareLignes, countTaches, renderListe } from '../../web/liste';
import { pourcentOf } from '../../web/horloge';
import type { Instant } from '../../domain/temps/instant';
import { auPlafond, close, neuve, oubliee, signee } from '../domain/vue-exemples';
import { renderParcours } from '../../web/parcours/parcours';
import { ligne, pageListe, pageParcours } from './pages';

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
  expect(countTaches(lignes, 'en_retard', 'a_traiter')).toBe(2);
  expect(countTaches(lignes, 'a_prevoir')).toBe(1);
  expect(renderListe(pageListe([oubliee, neuve]))).toContain('<strong>2</strong> à traiter aujourd’hui');
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

test('R11 — de la liste à la présence indiquée, deux clics : la tâche mène au formulaire, une réponse l’envoie', () => {
  expect(renderListe(pageListe([oubliee]))).toMatch(
    /href="\/parcours\/[^"]*\?geste=recordStatut&amp;sujet=2#geste-recordStatut"/,
  );
  const html = renderParcours(pageParcours(oubliee, { vise: { geste: 'recordStatut', sujet: '2' } }));
  const [formulaire = ''] = /<form[^>]*id="recordStatut".*?<\/form>/s.exec(html) ?? [];
  expect(formulaire).toMatch(/name="cible\.numero" value="2"|<option value="2" selected/);
  expect([...formulaire.matchAll(/<button name="statut" value="(\w+)"/g)].map(([, v]) => v)).toEqual([
    'honore',
    'excuse',
    'absent',
  ]);
});

test('les rendez-vous du jour se lisent avant le reste, dans l’ordre des heures', () => {
  const [rdv] = neuve.p.rendezVous;
  const matin = { ...neuve, maintenant: `${rdv?.creneau.debut.slice(0, 10) ?? ''}T06:00:00.000Z` as Instant };
  expect(renderListe(pageListe([matin]))).toMatch(/Rendez-vous à venir ce mardi 21 janvier.*?9.h<\/time>/s);
  expect(renderListe(pageListe([neuve]))).toMatch(/titre-du-jour.*?<p class="vide">Aucun\.<\/p>/s);
});
