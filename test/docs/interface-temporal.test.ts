import { ATTRIBUTS_DE_RECHERCHE } from '../../temporal/attributs';
import { listFiles, namesOf, readFile } from './lire';

const page = readFile('docs/exploitation/interface-temporal.md');

describe('La page de l’interface Temporal', () => {
  test('les attributs qu’elle cite sont ceux qui sont déclarés, et ceux que le code écrit', () => {
    const declares = Object.keys(ATTRIBUTS_DE_RECHERCHE).sort();
    expect(namesOf(page, /\bJalons[A-Z][a-z]+\b/g)).toEqual(declares);
    const registre = listFiles('registre', /\.ts$/).map(readFile).join('\n');
    expect(namesOf(registre, /\b(Jalons[A-Z][a-z]+):/g)).toEqual(declares);
  });

  test('elle nomme chaque activité et chaque workflow, et aucun autre', () => {
    const types = readFile('activities/index.ts').split('export function')[0] ?? '';
    const activites = namesOf(types, /^ {2}(\w+): (?:Honneur|\()|\{ (\w+): \(/gm);
    const envoi = ['reconcileParcours', 'sendCourriels'];
    const section = page.split('## Les activités')[1]?.split('## La fiche')[0] ?? '';
    const citees = namesOf(section, /`([a-z]+[A-Z]\w+)`/g);
    expect(citees).toEqual([...new Set([...activites.filter((nom) => /^\w+$/.test(nom)), ...envoi])].sort());
    const workflows = namesOf(readFile('workflows/index.ts'), /export \{ (\w+) \}/g);
    expect(namesOf(page, /^\| `([a-z]+)` +\|/gm)).toEqual(workflows);
  });
});
