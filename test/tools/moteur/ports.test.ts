import net from 'node:net';
import { checkPorts, findFreePorts } from '../../../tools/moteur/ports';

describe('Les ports', () => {
  test('des ports libres sont tous différents, et Temporal peut les garder (32767 au plus)', async () => {
    const ports = await findFreePorts(20);
    expect(new Set(ports).size).toBe(20);
    expect(Math.max(...ports)).toBeLessThan(32_768);
    await expect(
      checkPorts(ports.map((port) => ({ port, variable: `V${port}`, pour: 'essai' }))),
    ).resolves.toBeUndefined();
  });

  test('un port déjà pris donne une phrase qui nomme la variable à changer', async () => {
    const [port = 0] = await findFreePorts(1);
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const check = checkPorts([{ port, variable: 'API_PORT', pour: 'l’API' }]);
    await expect(check).rejects.toThrow(`Le port ${port} (l’API) est déjà pris par un autre programme`);
    await expect(check).rejects.toThrow('API_PORT');
    await new Promise((resolve) => server.close(resolve));
  });

  test('deux variables qui donnent le même port sont nommées toutes les deux', async () => {
    const [port = 0] = await findFreePorts(1);
    const both = ['API_PORT', 'WORKER_PORT'].map((variable) => ({ port, variable, pour: 'essai' }));
    await expect(checkPorts(both)).rejects.toThrow('WORKER_PORT et API_PORT donnent le même port');
  });
});
