import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { createRelaisSmtp } from '../../activities/envoi/relais-smtp';
import { sendWaiting } from '../../activities/envoi/send-courriels';
import type { Base } from '../../registre/base';
import { MUET } from './essai';

const EXPEDITEUR = { name: 'Jalons', address: 'jalons@example.org' };

/** A relay that accepts all and keeps what it was given, and whoever sends by it as the worker does. */
export async function createRelais() {
  const recus: string[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(flux, _, fini) {
      const morceaux: Buffer[] = [];
      flux.on('data', (m: Buffer) => morceaux.push(m));
      flux.on('end', () => {
        recus.push(Buffer.concat(morceaux).toString('latin1'));
        fini();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  return {
    recus,
    async send(base: Base, parcoursId: string): Promise<void> {
      const { port } = smtp.server.address() as AddressInfo;
      const acces = {
        host: '127.0.0.1',
        port,
        utilisateur: null,
        motDePasse: null,
        connexions: 3,
        parDomaine: 2,
        parDomaineEtMinute: 0,
      };
      const relais = createRelaisSmtp({ ...acces, securite: 'aucune', expediteur: EXPEDITEUR });
      const point = () => Promise.resolve();
      const maison = {
        apiUrl: 'http://127.0.0.1:3000',
        information: { contact: null, conservationMois: 24 },
      };
      const envoi = { ...maison, base, relais, expediteur: EXPEDITEUR, bailSecondes: 60 };
      await sendWaiting({ ...envoi, logger: MUET, point }, { parcoursId });
      relais.close();
    },
    close: () => new Promise<void>((resolve) => smtp.close(resolve)),
  };
}
