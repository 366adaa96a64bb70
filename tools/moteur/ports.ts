import { randomInt } from 'node:crypto';
import net from 'node:net';
import { PanneDeDemarrage } from './panne';

const HOST = '127.0.0.1';

function listen(port: number): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen({ port, host: HOST, exclusive: true }, () => resolve(server));
  });
}

const close = (server: net.Server) => new Promise<void>((resolve) => server.close(() => resolve()));

/**
 * Below the range where systems take the ports of outgoing connections, so that none goes between this look and its
 * use; Temporal keeps its ports in a column that stops at 32767 anyway.
 */
const FIRST = 10_240;
const LAST = 32_000;

/** Ports free right now, all held together so that they differ. */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers: net.Server[] = [];
  const ports: number[] = [];
  while (ports.length < count) {
    const port = randomInt(FIRST, LAST);
    try {
      servers.push(await listen(port));
      ports.push(port);
    } catch {
      // Taken: another one.
    }
  }
  await Promise.all(servers.map(close));
  return ports;
}

async function isPortFree(port: number): Promise<boolean> {
  try {
    await close(await listen(port));
    return true;
  } catch {
    return false;
  }
}

/** One sentence naming every port already taken and the variable that moves it. */
export async function checkPorts(
  ports: readonly { port: number; variable: string; pour: string }[],
): Promise<void> {
  const sentences: string[] = [];
  const seen = new Map<number, string>();
  for (const { port, variable, pour } of ports) {
    const other = seen.get(port);
    seen.set(port, variable);
    if (other) {
      sentences.push(`${variable} et ${other} donnent le même port ${port} : choisissez-en deux différents.`);
    } else if (!(await isPortFree(port))) {
      sentences.push(
        `Le port ${port} (${pour}) est déjà pris par un autre programme : donnez-en un autre à ${variable}, ` +
          `par exemple « ${variable}=${port + 1000} npm start ».`,
      );
    }
  }
  if (sentences.length > 0) throw new PanneDeDemarrage(sentences.join('\n'));
}
