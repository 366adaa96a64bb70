import { renderCourriel } from '../../../domain/courriels/rendu';
import { exemples } from '../courriels/exemples';

test('R32 — un rendez-vous retiré à cause d’une erreur est annulé en le disant', () => {
  const retire = exemples.find(({ nom }) => nom === 'annulation.erreur');
  expect(retire === undefined ? '' : renderCourriel(retire.donnees).texte).toContain(
    'à cause d’une erreur de notre part',
  );
});
