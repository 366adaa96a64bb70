import nodemailer from 'nodemailer';
import pino from 'pino';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { createRelaisSmtp } from '../activities/envoi/relais-smtp';
import { sendWaiting, type Envoi } from '../activities/envoi/send-courriels';
import { tranquille } from '../demo/vies/tranquille';
import { createBase, type Base } from '../registre/base';
import { honourProchaine } from '../registre/journal/honour.prisma';
import { lookAt } from '../registre/journal/look';
import { transige } from '../registre/journal/transige';
import { peuple } from '../test/support/peuplement';
import { inParallel } from './foule';
import type { Ligne, Mesure } from './mesure';
import { nombre, quantile } from './nombres';

const TOURS = 4;
const PAR_TOUR = 60;
/** As many as the worker sends at once, by as many connections. */
const ENVOIS = 10;
const CONNEXIONS = 3;
const DE = { name: 'Jalons', address: 'jalons@example.org' };
const A = 'ana@example.org';

/**
 * Our lane (taken under a lease, checked again, written, frozen, sent, concluded) against a bare pool of nodemailer that
 * sends the same bytes to the same relay by as many connections, in alternating rounds.
 */
export const courriels: Mesure = {
  nom: 'courriels',
  async mesure(banc) {
    const relais = await startRelais();
    const base = createBase(await banc.createBase('courriels'), 10);
    try {
      const parcours = await waitingParcours(base);
      const tours: { readonly vrais: number; readonly nus: number }[] = [];
      for (let i = 0; i < TOURS; i += 1) {
        const siens = parcours.slice(i * PAR_TOUR, (i + 1) * PAR_TOUR);
        const vrais = await sendOurs(base, relais.port, siens);
        const messages = await bytesOf(base, siens);
        tours.push({ vrais, nus: await sendBare(relais.port, messages) });
        banc.dit(`  tour ${i + 1} : ${messages.length} courriels`);
      }
      return tableauOf(tours.slice(1));
    } finally {
      await base.$disconnect();
      await relais.close();
    }
  },
};

/** A relay that takes all, in this process: both pay for it. */
async function startRelais() {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (flux, _, fini) => void flux.on('end', fini).resume(),
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  return { port, close: () => new Promise<void>((resolve) => smtp.close(resolve)) };
}

/** Opened, their first appointment placed: one convocation each waits. */
async function waitingParcours(base: Base): Promise<readonly string[]> {
  const vies = Array.from({ length: TOURS * PAR_TOUR }, (_, i) => ({
    ...tranquille,
    idExterne: `banc-${i}`,
  }));
  const { suivies } = await peuple(base, { nom: 'banc-courriels', vies, referents: 60 });
  await inParallel(suivies, ENVOIS, async ({ parcoursId, ouverture }) => {
    if (ouverture === undefined) return;
    await transige(base, { parcoursId, demande: ouverture.demande, par: 'agent:banc' });
    const cle = (await lookAt(base, parcoursId))?.prochaine?.cle;
    if (cle !== undefined) await honourProchaine(base, parcoursId, cle);
  });
  return suivies.map(({ parcoursId }) => parcoursId);
}

/** Courriels a second, by what the worker itself calls. */
async function sendOurs(base: Base, port: number, parcours: readonly string[]): Promise<number> {
  const reglages = {
    host: '127.0.0.1',
    port,
    securite: 'aucune',
    utilisateur: null,
    motDePasse: null,
  } as const;
  const bornes = { connexions: CONNEXIONS, parDomaine: CONNEXIONS, parDomaineEtMinute: 0, expediteur: DE };
  const relais = createRelaisSmtp({ ...reglages, ...bornes });
  const envoi: Envoi = {
    ...{ base, relais, expediteur: DE, bailSecondes: 150, apiUrl: 'http://127.0.0.1:3000' },
    information: { contact: null, conservationMois: 24 },
    logger: pino({ level: 'silent' }),
    point: () => Promise.resolve(),
  };
  let partis = 0;
  const debut = performance.now();
  await inParallel(parcours, ENVOIS, async (parcoursId) => {
    const siens = await sendWaiting(envoi, { parcoursId });
    partis += siens;
  });
  const duree = performance.now() - debut;
  relais.close();
  return (partis * 1000) / duree;
}

async function bytesOf(base: Base, parcours: readonly string[]): Promise<readonly Buffer[]> {
  const lus = await base.courriel.findMany({
    where: { parcoursId: { in: [...parcours] }, etat: 'envoye' },
    select: { octets: true },
  });
  return lus.flatMap(({ octets }) => (octets === null ? [] : [Buffer.from(octets)]));
}

async function sendBare(port: number, messages: readonly Buffer[]): Promise<number> {
  const commun = { host: '127.0.0.1', port, secure: false, ignoreTLS: true };
  const transport = nodemailer.createTransport({ ...commun, pool: true, maxConnections: CONNEXIONS });
  const debut = performance.now();
  await inParallel(messages, ENVOIS, async (raw) => {
    await transport.sendMail({ envelope: { from: DE.address, to: [A] }, raw });
  });
  const duree = performance.now() - debut;
  transport.close();
  return (messages.length * 1000) / duree;
}

/** The first round only warms. */
function tableauOf(tours: readonly { readonly vrais: number; readonly nus: number }[]): readonly Ligne[] {
  const vrais = quantile(
    tours.map((t) => t.vrais),
    0.5,
  );
  const nus = quantile(
    tours.map((t) => t.nus),
    0.5,
  );
  const rapport = quantile(
    tours.map((t) => t.nus / t.vrais),
    0.5,
  );
  return [
    { quoi: `courriels, ${CONNEXIONS} connexions : notre file`, valeur: `${nombre(vrais, 0)} par seconde` },
    { quoi: 'courriels, nodemailer nu, mêmes octets, même relais', valeur: `${nombre(nus, 0)} par seconde` },
    { quoi: 'courriels, nu face à notre file', valeur: `× ${nombre(rapport, 1)}` },
  ];
}
