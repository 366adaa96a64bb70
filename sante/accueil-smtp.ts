import net from 'node:net';
import tls from 'node:tls';
import type { Configuration } from '../config/configuration';

export type AdresseSmtp = Pick<Configuration, 'SMTP_HOST' | 'SMTP_PORT' | 'SMTP_SECURITE'>;

/**
 * Does the relay greet (220)? Nothing is said but QUIT: asked often, it must neither send nor give a password. The
 * whole handshake is `npm run jalons -- docteur`'s.
 */
export function checkAccueil(
  { SMTP_HOST, SMTP_PORT, SMTP_SECURITE }: AdresseSmtp,
  delaiMs: number,
): Promise<boolean> {
  const lieu = { host: SMTP_HOST, port: SMTP_PORT };
  const socket =
    SMTP_SECURITE === 'tls' ? tls.connect({ ...lieu, servername: SMTP_HOST }) : net.connect(lieu);
  return new Promise((resolve) => {
    const conclude = (accueilli: boolean) => {
      clearTimeout(limite);
      resolve(accueilli);
      if (accueilli) socket.end('QUIT\r\n');
      else socket.destroy();
    };
    const limite = setTimeout(() => conclude(false), delaiMs);
    socket.once('data', (dit: Buffer) => conclude(dit.toString('latin1').startsWith('220')));
    socket.on('error', () => conclude(false)).once('close', () => conclude(false));
  });
}
