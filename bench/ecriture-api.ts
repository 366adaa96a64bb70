import { createJeton } from '../registre/acces/jetons';
import { createBase } from '../registre/base';
import { findFreePorts } from '../tools/moteur/ports';
import { cadence, type Envoi, type Requete } from './ecriture/cadence';
import { peuple } from './ecriture/population';
import { startProgramme, type Programme } from './ecriture/programme';
import type { Banc, Ligne, Mesure } from './mesure';
import { enQuantiles, mediane, millisecondes, nombre, quantile } from './nombres';

const PAR_SECONDE = 20;
const SECONDES = 15;
const TOURS = 4;
const CHAUFFE = 300;
/** As `npm start` gives each process. */
const CONNEXIONS = '10';

/**
 * One write of the API, an appointment added under an Idempotency-Key, against one INSERT by a bare express on the
 * same PostgreSQL, bodies alike, at the same rate, in alternating rounds: what slows the machine slows both.
 */
export const ecritureApi: Mesure = {
  nom: 'ecriture-api',
  async mesure(banc) {
    const lieu = await prepare(banc);
    try {
      return tableauOf(await joue(banc, lieu));
    } finally {
      await Promise.all([lieu.api.stop(), lieu.nu.stop()]);
    }
  },
};

type Lieu = { readonly api: Programme; readonly nu: Programme; readonly nextEcriture: () => Requete };

/** Both in a process of their own, on databases of their own; the API signals the real engine, where nobody works. */
async function prepare(banc: Banc): Promise<Lieu> {
  const [portApi = 0, portNu = 0] = await findFreePorts(2);
  const databaseUrl = await banc.createBase('ecriture');
  const nu = startProgramme('bench/ecriture/nu.ts', {
    DATABASE_URL: await banc.createBase('ecriture_nue'),
    DATABASE_CONNEXIONS: CONNEXIONS,
    API_PORT: String(portNu),
  });
  const api = startProgramme('api/main.ts', {
    DATABASE_URL: databaseUrl,
    DATABASE_CONNEXIONS: CONNEXIONS,
    API_PORT: String(portApi),
    API_REQUETES_PAR_SECONDE: '0',
    // A worker would be measured with the API on the same processors.
    TACHES: 'sans-worker',
  });
  try {
    await Promise.all([nu.answers(), api.answers()]);
    const base = createBase(databaseUrl, 1);
    const jeton = await createJeton(base, { libelle: 'banc', agent: 'banc' });
    await base.$disconnect();
    return { api, nu, nextEcriture: await peuple(api.url, jeton) };
  } catch (erreur) {
    await Promise.all([api.stop(), nu.stop()]);
    throw erreur;
  }
}

type Serie = { readonly ms: number[]; cpuMs: number };

async function joue(banc: Banc, { api, nu, nextEcriture }: Lieu) {
  const take = (n: number) => Array.from({ length: n }, nextEcriture);
  const vraies: Serie = { ms: [], cpuMs: 0 };
  const nues: Serie = { ms: [], cpuMs: 0 };
  /** The ratio of the p99 of each round: the twelve slowest of all the rounds may come from one. */
  const tours: number[] = [];
  const chauffe = take(CHAUFFE);
  await send(nu, chauffe, PAR_SECONDE * 2);
  await send(api, chauffe, PAR_SECONDE * 2);
  for (let tour = 1; tour <= TOURS; tour++) {
    // The bare one takes no slot: the same bodies serve both.
    const requetes = take(PAR_SECONDE * SECONDES);
    const [avant, apres] = tour % 2 === 0 ? [api, nu] : [nu, api];
    const p99 = new Map<Programme, number>();
    for (const programme of [avant, apres]) {
      const serie = programme === api ? vraies : nues;
      const { ms, cpuMs } = await send(programme, requetes, PAR_SECONDE);
      serie.ms.push(...ms);
      serie.cpuMs += cpuMs;
      p99.set(programme, quantile(ms, 0.99));
      banc.dit(`  tour ${tour}, ${programme === api ? 'API' : 'nue'} : ${enQuantiles(ms)}`);
    }
    tours.push((p99.get(api) ?? Number.NaN) / (p99.get(nu) ?? Number.NaN));
  }
  return { vraies, nues, tours };
}

async function send(programme: Programme, requetes: readonly Requete[], parSeconde: number): Promise<Serie> {
  const avant = programme.cpuMs();
  const envois = await cadence(programme.url, requetes, parSeconde);
  const refuse: Envoi | undefined = envois.find((e) => e.statut !== 200);
  if (refuse !== undefined) throw new Error(`Une écriture a été refusée : ${refuse.statut}.`);
  return { ms: envois.map((e) => e.ms), cpuMs: programme.cpuMs() - avant };
}

function tableauOf({ vraies, nues, tours }: Awaited<ReturnType<typeof joue>>): readonly Ligne[] {
  const rapport = (part: number) => `× ${nombre(quantile(vraies.ms, part) / quantile(nues.ms, part))}`;
  const cpu = ({ cpuMs, ms }: Serie) => millisecondes(cpuMs / ms.length);
  return [
    { quoi: `Écriture de l’API, ${PAR_SECONDE}/s, ${vraies.ms.length} fois`, valeur: enQuantiles(vraies.ms) },
    { quoi: 'Écriture nue (express, pg, un INSERT)', valeur: enQuantiles(nues.ms) },
    { quoi: 'Rapport des p99', valeur: rapport(0.99), repere: 'au plus × 2' },
    { quoi: '  tour par tour', valeur: `× ${tours.map((t) => nombre(t)).join(' ; ')}` },
    { quoi: '  médiane des tours', valeur: `× ${nombre(mediane(tours))}` },
    { quoi: 'Rapport des p50', valeur: rapport(0.5) },
    { quoi: 'Processeur par écriture, API et nue', valeur: `${cpu(vraies)}, ${cpu(nues)}` },
  ];
}
