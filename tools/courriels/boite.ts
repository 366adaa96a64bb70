import type { AddressInfo, Server } from 'node:net';
import path from 'node:path';
import { Regles } from './regles';
import { Reserve } from './reserve';
import { createSmtp } from './smtp';
import { createWeb } from './web';

export type OptionsBoite = {
  /** Where the messages are kept. */
  dossier: string;
  /** 0 takes a free port. */
  smtpPort: number;
  webPort: number;
  ecoute?: string;
};

export type Boite = {
  smtpPort: number;
  url: string;
  reserve: Reserve;
  regles: Regles;
  stop: () => Promise<void>;
};

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Starts the mail catcher: an SMTP server that keeps what it receives, and a page to read it. */
export async function startBoite({
  dossier,
  smtpPort,
  webPort,
  ecoute = '127.0.0.1',
}: OptionsBoite): Promise<Boite> {
  const reserve = new Reserve(path.resolve(dossier));
  const regles = new Regles();
  const smtp = createSmtp(reserve, regles);
  await new Promise<void>((resolve, reject) => {
    smtp.server.once('error', reject);
    smtp.listen(smtpPort, ecoute, resolve);
  });
  const web = await new Promise<Server>((resolve, reject) => {
    const server = createWeb(reserve, regles).listen(webPort, ecoute, (error) => {
      if (error) reject(error);
      else resolve(server);
    });
  });
  const stop = async () => {
    for (const connection of smtp.connections as Set<{ _socket: { destroy(): void } }>)
      connection._socket.destroy();
    await new Promise<void>((resolve) => smtp.close(resolve));
    await new Promise<void>((resolve) => {
      web.close(() => resolve());
      if ('closeAllConnections' in web) (web as { closeAllConnections(): void }).closeAllConnections();
    });
  };
  return { smtpPort: portOf(smtp.server), url: `http://127.0.0.1:${portOf(web)}`, reserve, regles, stop };
}
