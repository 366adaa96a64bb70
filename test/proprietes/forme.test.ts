import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FORME } from '../../domain/parcours/forme';
import { joue } from './jeu';
import { vies } from './vie';

const fichier = path.join(__dirname, 'formes', `forme-${FORME}.txt`);

/** Where a state keeps something: `rendezVous[].creneau.debut`. A key that names a subject is any of its kind. */
function* chemins(x: unknown, ici: string): Iterable<string> {
  if (Array.isArray(x)) for (const y of x) yield* chemins(y, `${ici}[]`);
  else if (typeof x === 'object' && x !== null)
    for (const [cle, y] of Object.entries(x)) {
      const nom = /[:\d]/.test(cle) ? '*' : cle;
      yield* chemins(y, ici === '' ? nom : `${ici}.${nom}`);
    }
  else yield ici;
}

test('un champ de plus dans l’état gardé a son numéro de forme : ce qu’une version d’avant a gardé est alors récrit', () => {
  const vues = new Set<string>();
  for (const vie of fc.sample(vies, { seed: 4, numRuns: 60 }))
    for (const { p } of joue(vie, 'a_l_heure').dossiers.values())
      for (const chemin of chemins(p, '')) vues.add(chemin);
  expect(vues.size).toBeGreaterThan(80);
  // Another form: raise FORME, and write its list beside the others.
  expect(existsSync(fichier)).toBe(true);
  const connus = new Set(readFileSync(fichier, 'utf8').split('\n'));
  expect([...vues].filter((chemin) => !connus.has(chemin)).sort()).toEqual([]);
});
