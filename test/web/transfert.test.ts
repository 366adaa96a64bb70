import { jour } from '../../domain/temps/jour';
import { renderNouveauTransfert } from '../../web/transferts/nouveau';
import { renderTransfert, type PageTransfert } from '../../web/transferts/transfert';
import { signee } from '../domain/vue-exemples';
import { MECHANT, pageParcours } from './pages';

const { cadre } = pageParcours(signee);
const page: PageTransfert = {
  cadre,
  id: 't',
  etat: 'apercu',
  de: { id: 'd', nom: MECHANT },
  vers: { id: 'v', nom: 'Paul Martin' },
  jours: null,
  cle: 'cle-t',
  lignes: [
    { parcoursId: 'a', personne: MECHANT, etat: 'a_faire', raison: null, deplaces: 1, aReplacer: 0 },
    {
      parcoursId: 'b',
      personne: 'Awa Durand',
      etat: 'ecarte',
      raison: 'parcours_clos',
      deplaces: 0,
      aReplacer: 1,
    },
  ],
};

test('R23 — l’aperçu dit que rien n’est fait, et une fois confirmé la page n’offre plus de confirmer', () => {
  const html = renderTransfert(page);
  expect(html).toContain('Rien n’est encore fait');
  expect(html).toContain('action="/transferts/t/confirmation"');
  expect(html).toContain('name="cle" value="cle-t"');
  expect(html).not.toContain('<script>alert');
  const enCours = renderTransfert({ ...page, etat: 'en_cours' });
  expect(enCours).toContain('data-suivi="/transferts/t/suivi"');
  expect(enCours).toMatch(/<progress[^>]*value="50"/);
  expect(enCours).toContain('1 sur 2 parcours');
  expect(enCours).not.toContain('confirmation');
});

test('R23 — pendant le transfert, seuls comptent les rendez-vous des parcours déjà passés', () => {
  const passes = page.lignes.map((l) => ({
    ...l,
    etat: l.parcoursId === 'a' ? 'fait' : 'a_faire',
    aReplacer: 1,
  }));
  const enCours = renderTransfert({ ...page, etat: 'en_cours', lignes: passes });
  expect(enCours).toContain('Rendez-vous déplacés : 1<');
  expect(enCours).toContain('à replacer par une personne : 1<');
  const fini = renderTransfert({ ...page, etat: 'fini', lignes: passes });
  expect(fini).toContain('href="/?referent=v"');
  expect(fini).not.toContain('data-suivi');
});

test('R23, R24 — les deux formulaires sont là, sans référent choisi d’avance', () => {
  const html = renderNouveauTransfert({
    cadre,
    de: { id: 'd', nom: MECHANT },
    autres: [{ valeur: 'x', libelle: MECHANT }],
    aujourdhui: jour('2025-02-03'),
    cles: { definitif: 'cle-1', remplacement: 'cle-2' },
    refuse: null,
  });
  expect(html.split('action="/transferts/nouveau"')).toHaveLength(3);
  expect(html).toContain('name="au"');
  expect(html).toContain('value="depart"');
  expect(html).not.toContain('<script>alert');
  expect(html).not.toMatch(/value="x"[^>]*selected/);
});
