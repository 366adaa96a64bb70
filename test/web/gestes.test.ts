import { renderParcours } from '../../web/parcours/parcours';
import { gestesAttendus } from '../../web/parcours/familles';
import { enPause, engagee, oubliee, proposee, signee } from '../domain/vue-exemples';
import { pageParcours } from './pages';

type Boite = { readonly id: string; readonly ouverte: boolean };
type Section = { readonly gestes: readonly Boite[]; readonly familles: readonly Boite[] };

function boitesDe(html: string, classe: string): readonly Boite[] {
  return [...html.matchAll(/<details ([^>]*)>/g)]
    .map(([, x = '']) => x)
    .filter((x) => x.includes(`class="${classe}"`))
    .map((x) => ({ id: /id="\w+-(\w+)"/.exec(x)?.[1] ?? '', ouverte: /(?:^| )open(?: |$)/.test(x) }));
}

function sectionOf(html: string, titre: 'maintenant' | 'gestes'): Section | null {
  const [section] = new RegExp(`<section[^>]*"titre-${titre}".*?</section>`, 's').exec(html) ?? [];
  if (section === undefined) return null;
  return { gestes: boitesDe(section, 'geste'), familles: boitesDe(section, 'famille') };
}

const ouvertes = (boites: readonly Boite[] = []) => boites.filter((b) => b.ouverte).map(({ id }) => id);
const ids = (boites: readonly Boite[] = []) => boites.map(({ id }) => id);

const vies = { oubliee, proposee: proposee(), engagee: engagee(), enPause, signee };

describe.each(Object.entries(vies))('les gestes de la vie %s', (_, vie) => {
  const page = pageParcours(vie);
  const html = renderParcours(page);
  const attendus = gestesAttendus(page.vue.taches);
  const permis = page.vue.gestes.map((g) => g.geste);
  const appeles = permis.filter((g) => attendus.has(g));

  test('ce que les tâches appellent aujourd’hui est en haut, et ouvert', () => {
    const maintenant = sectionOf(html, 'maintenant');
    expect([...ids(maintenant?.gestes)].sort()).toEqual([...appeles].sort());
    expect(ouvertes(maintenant?.gestes)).toEqual(ids(maintenant?.gestes));
    expect(html.indexOf('titre-maintenant')).toBeLessThan(html.indexOf('titre-gestes'));
  });

  test('le reste est rangé par famille, fermé', () => {
    const reste = sectionOf(html, 'gestes');
    expect(reste?.gestes).toHaveLength(permis.length - appeles.length);
    expect(ouvertes(reste?.gestes)).toEqual([]);
    expect(reste?.familles.length).toBeGreaterThan(1);
    expect(ouvertes(reste?.familles)).toEqual([]);
  });
});

test('R14 — un signalement proposé se confirme, se reporte ou s’abandonne au même endroit', () => {
  expect(ids(sectionOf(renderParcours(pageParcours(vies.proposee)), 'maintenant')?.gestes)).toEqual(
    expect.arrayContaining(['confirmSignalement', 'postponeSignalement', 'dropSignalement']),
  );
});

test('le lien d’une tâche à prévoir ouvre son formulaire, et la famille qui le tient', () => {
  const vise = { geste: 'moveRendezVous', sujet: null } as const;
  const reste = sectionOf(renderParcours(pageParcours(signee, { vise })), 'gestes');
  expect(ouvertes(reste?.gestes)).toEqual(['moveRendezVous']);
  expect(ouvertes(reste?.familles)).toEqual(['rendez_vous']);
});

test('un formulaire refusé revient ouvert, dans sa famille ouverte', () => {
  const saisie = { valeurs: {}, fautes: [], refus: { phrase: 'Non.', champs: [] } };
  const html = renderParcours(pageParcours(signee, { refusee: { geste: 'cancelRendezVous', saisie } }));
  expect(ouvertes(sectionOf(html, 'gestes')?.gestes)).toEqual(['cancelRendezVous']);
  expect(ouvertes(sectionOf(html, 'gestes')?.familles)).toEqual(['rendez_vous']);
});
