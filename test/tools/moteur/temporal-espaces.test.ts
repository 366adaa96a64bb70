import { prepareEspaces } from '../../../tools/moteur/temporal-espaces';
import { PanneDeDemarrage } from '../../../tools/moteur/panne';
import { findFreePorts } from '../../../tools/moteur/ports';

describe('Le serveur Temporal que donne TEMPORAL_ADDRESS', () => {
  test('s’il ne répond pas, une phrase le dit, avec les variables à regarder', async () => {
    const [port = 0] = await findFreePorts(1);
    const address = `127.0.0.1:${port}`;
    const essai = prepareEspaces({ address, connectTimeout: '300ms' }, ['jalons']);
    await expect(essai).rejects.toBeInstanceOf(PanneDeDemarrage);
    await expect(essai).rejects.toThrow(new RegExp(`${address} ne répond pas .*TEMPORAL_ADDRESS`));
  });
});
