import type { Logger } from 'pino';
import type { Base } from '../registre/base';
import { colonneOfInstant } from '../registre/dates';
import { freezeHorloge, readHorloge } from '../registre/horloge/horloge';
import {
  estCalme,
  findProchainInstant,
  listDus,
  listParcoursDus,
  listRetardataires,
  readAgitation,
} from '../registre/horloge/marche.prisma';
import { findPromenadeEnCours, type Promenade } from '../registre/horloge/promenades';
import type { Reveilleur } from '../temporal/reveilleur';
import type { Instant } from '../domain/temps/instant';
import type { Ecoute } from './ecoute';
import { createSonde } from './sonde';

/** A step takes 30 ms and more: asking oftener costs what it waits for. */
const SONDE_MS = 10;
/** After so long without progress, the walk says what it waits for; it goes on waiting. */
const PATIENCE_MS = 5_000;
const REPOS_MS = 1_000;

type Marche = {
  readonly base: Base;
  readonly reveilleur: Reveilleur;
  readonly logger: Logger;
  readonly continue: () => boolean;
};

/**
 * A walk goes from échéance to échéance: freeze the clock at the exact instant, wake those concerned, wait until
 * nothing is due and no mail is waiting or leaving, go on. It never does their work: with Temporal stopped it
 * makes no progress, and says so (house 1).
 */
export function startPromeneur(x: Omit<Marche, 'continue'> & { readonly ecoute: Ecoute }): {
  readonly stop: () => Promise<void>;
} {
  let fini = false;
  let reveille: () => void = () => undefined;
  const arrete = x.ecoute.on('jalons_promenade', () => reveille());
  const marche: Marche = { ...x, continue: () => !fini };
  /** True when nobody asked for a walk meanwhile. */
  const rest = () =>
    new Promise<boolean>((resolve) => {
      const minuteur = setTimeout(() => resolve(true), REPOS_MS);
      reveille = () => {
        clearTimeout(minuteur);
        resolve(false);
      };
    });
  const boucle = (async () => {
    for (let aFinir = false; marche.continue();) {
      try {
        const promenade = await findPromenadeEnCours(x.base);
        if (promenade !== null) {
          await walk(marche, promenade);
          aFinir = true;
          continue;
        }
      } catch (erreur) {
        x.logger.warn({ erreur: String(erreur) }, 'promenade interrompue, reprise dans une seconde');
      }
      if ((await rest()) && aFinir) aFinir = !(await wakeRetardataires(marche));
    }
  })();
  return {
    async stop() {
      fini = true;
      arrete();
      reveille();
      await boucle;
    },
  };
}

async function walk(m: Marche, promenade: Promenade): Promise<void> {
  const { maintenant } = await readHorloge(m.base);
  await freezeHorloge(m.base, maintenant);
  const partie = { id: promenade.id, depuis: promenade.depuis ?? maintenant };
  await note(m, partie, maintenant, promenade.pas);
  await settle(m, promenade.id, maintenant);
  for (let pas = promenade.pas + 1; m.continue(); pas += 1) {
    const prochain = await findProchainInstant(m.base);
    if (prochain === null || prochain > promenade.jusquA) break;
    await freezeHorloge(m.base, prochain);
    await settle(m, promenade.id, prochain);
    await note(m, partie, prochain, pas);
  }
  if (m.continue()) await finish(m, promenade);
}

/**
 * A walk ends by waking every open parcours that has not seen the clock where it stands (house 1): once nothing
 * more is asked, since each walk of a series would wake them all for the next one to wake them again. Whoever is
 * missed because this worker stops first, reconciliation finds. False when it could not be done.
 */
async function wakeRetardataires(m: Marche): Promise<boolean> {
  try {
    for (const cible of await listRetardataires(m.base)) await m.reveilleur.wake(cible, 'promenade_finie');
    return true;
  } catch (erreur) {
    m.logger.warn(
      { erreur: String(erreur) },
      'réveils de fin de promenade interrompus, repris dans une seconde',
    );
    return false;
  }
}

async function finish(m: Marche, promenade: Promenade): Promise<void> {
  const { maintenant } = await readHorloge(m.base);
  const arrivee = promenade.jusquA > maintenant ? promenade.jusquA : maintenant;
  await freezeHorloge(m.base, arrivee);
  await settle(m, promenade.id, arrivee);
  if (!m.continue()) return;
  await m.base.promenade.update({
    where: { id: promenade.id },
    data: { rendueA: colonneOfInstant(arrivee), attente: null, finieA: new Date() },
  });
}

/** One référent's parcours in order, référents in parallel; then wait until nothing stirs. */
async function settle(m: Marche, id: string, a: Instant): Promise<void> {
  const dus = await listDus(m.base, a);
  const files = new Map<string, string[]>();
  for (const { cible, referentId } of dus) {
    const file = referentId ?? cible;
    files.set(file, [...(files.get(file) ?? []), cible]);
  }
  const estServi = createSonde(() => listParcoursDus(m.base, a), SONDE_MS);
  await Promise.all([...files.values()].map((file) => serve(m, id, file, estServi)));
  await waitUntil(
    m,
    id,
    () => estCalme(m.base, a),
    async () => `Le moteur n’a pas encore fini : ${JSON.stringify(await readAgitation(m.base, a))}`,
  );
}

async function serve(
  m: Marche,
  id: string,
  cibles: readonly string[],
  estServi: (parcoursId: string) => Promise<boolean>,
): Promise<void> {
  for (const cible of cibles) {
    await wakeTenaciously(m, id, cible);
    if (!cible.startsWith('parcours-')) continue;
    await waitUntil(
      m,
      id,
      () => estServi(cible.slice('parcours-'.length)),
      () => Promise.resolve(`Le moteur n’a pas encore servi ${cible}.`),
    );
  }
}

async function wakeTenaciously(m: Marche, id: string, cible: string): Promise<void> {
  await waitUntil(
    m,
    id,
    () =>
      m.reveilleur.wake(cible, 'promenade').then(
        () => true,
        () => false,
      ),
    () => Promise.resolve('Le serveur Temporal ne répond pas : la promenade attend.'),
  );
}

async function waitUntil(
  m: Marche,
  id: string,
  pret: () => Promise<boolean>,
  explique: () => Promise<string>,
): Promise<void> {
  const debut = Date.now();
  let dit = false;
  while (m.continue() && !(await pret())) {
    if (!dit && Date.now() - debut > PATIENCE_MS) {
      dit = true;
      await m.base.promenade.update({ where: { id }, data: { attente: await explique() } });
    }
    await new Promise((resolve) => setTimeout(resolve, dit ? 200 : SONDE_MS));
  }
  if (dit) await m.base.promenade.update({ where: { id }, data: { attente: null } });
}

/** A walk keeps the instant it left from, whatever its steps: what is behind it is counted from there. */
type Partie = { readonly id: string; readonly depuis: Instant };

async function note(m: Marche, { id, depuis }: Partie, a: Instant, pas: number): Promise<void> {
  await m.base.promenade.update({
    where: { id },
    data: { depuis: colonneOfInstant(depuis), rendueA: colonneOfInstant(a), pas },
  });
}
