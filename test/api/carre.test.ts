import { carreOf } from '../../api/carre';
import { exemples } from '../../domain/courriels/exemples/exemples';
import { estImprimable, renderLettre } from '../../domain/courriels/lettre';
import { readCarre } from '../support/carre';

const ADRESSE = 'https://jalons.departement.example.org/r/JkVgWcz0eJ3pT9rXb7sQm2nYd4uH6oLfA1iEwK8vGtZ';
const lettres = exemples.flatMap(({ nom, donnees }) =>
  estImprimable(donnees) && /^(?:convocation|demande_motif)\.riche|^convocation\.accueil/.test(nom)
    ? [{ nom, donnees }]
    : [],
);

test.each(lettres)('R42 — $nom : le carré imprimé se lit, et dit l’adresse', ({ donnees }) => {
  const page = renderLettre(donnees, carreOf(ADRESSE));
  expect(readCarre(page)).toBe(ADRESSE);
  expect(page).not.toContain(ADRESSE);
  expect(page).toMatch(/(?:Pour nous répondre|Pour dire si vous venez), photographiez ce carré/);
});

test('R42 — les lettres d’essai en sont, et sans carré rien n’en parle', () => {
  expect(lettres.length).toBeGreaterThan(1);
  for (const { donnees } of lettres) {
    expect(readCarre(renderLettre(donnees))).toBeNull();
    expect(renderLettre(donnees)).not.toContain('carré');
  }
});
