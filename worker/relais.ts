import type { Logger } from 'pino';
import type { Point } from '../activities/points';
import type { Base } from '../registre/base';
import { deleteReveil, listReveils, type Reveil } from '../registre/reveils/reveils';
import type { Reveilleur } from '../temporal/reveilleur';
import type { Ecoute } from './ecoute';

/** Milliseconds of real time: the sweep, and the head start that the API has to signal by itself. */
const BALAYAGE_MS = 2_000;
const AVANCE_MS = 300;
const LOT = 200;
const A_LA_FOIS = 20;

/**
 * Carries out what was acknowledged, Temporal up or down: signals what the API could not, then deletes only the
 * number that it signalled, so that a newer wake-up is never lost (house 1).
 */
export function startRelais(x: {
  readonly base: Base;
  readonly reveilleur: Reveilleur;
  readonly ecoute: Ecoute;
  readonly logger: Logger;
  readonly point: Point;
}): { readonly stop: () => Promise<void> } {
  let fini = false;
  let enCours: Promise<void> = Promise.resolve();
  let prevu: NodeJS.Timeout | null = null;

  const sweep = async () => {
    const reveils = await listReveils(x.base, LOT);
    for (let i = 0; i < reveils.length; i += A_LA_FOIS) {
      await Promise.all(reveils.slice(i, i + A_LA_FOIS).map(relay));
    }
  };
  const relay = async (reveil: Reveil) => {
    await x.reveilleur.wake(reveil.cible, reveil.raison);
    await x.point('entre_signal_et_suppression');
    await deleteReveil(x.base, reveil);
  };
  const plan = (dansMs: number) => {
    if (fini) return;
    if (prevu !== null) clearTimeout(prevu);
    prevu = setTimeout(() => {
      prevu = null;
      enCours = enCours
        .then(sweep)
        .catch((erreur: unknown) => {
          x.logger.warn({ erreur: String(erreur) }, 'relais en panne, nouvel essai au prochain balayage');
        })
        .then(() => {
          if (prevu === null) plan(BALAYAGE_MS);
        });
    }, dansMs);
  };
  // A digest has no API behind it to signal at once; a parcours often has: it is given a head start.
  const arrete = x.ecoute.on('jalons_reveil', (cible) => plan(cible.startsWith('matinee-') ? 0 : AVANCE_MS));
  plan(0);
  return {
    async stop() {
      fini = true;
      arrete();
      if (prevu !== null) clearTimeout(prevu);
      await enCours;
    },
  };
}
