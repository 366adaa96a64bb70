import { CancellationScope, condition, isCancellation, sleep } from '@temporalio/workflow';

/** How long a timer that fires early sleeps again: at least a second. */
const SIESTE_MS = 1_000;

/** What is waited for, as a look says it. */
export type Attendue = {
  readonly cle: string;
  readonly libelle: string;
  readonly dansMs: number;
  readonly heure?: string;
};

type Pose = { readonly quoi: string; readonly scope: CancellationScope; tombee: boolean };

/**
 * One timer, which stands as long as what it was set for: a look that finds the same échéance at the same hour leaves it
 * where it is. Taken down and set again, it would be two events for each look.
 */
export function createMinuteur() {
  let pose: Pose | null = null;
  const remove = () => {
    if (pose !== null && !pose.tombee) pose.scope.cancel();
    pose = null;
  };
  return {
    /** True when a signal came first. An échéance already due is not waited for. */
    async waitUntil(prochaine: Attendue | null, signale: () => boolean): Promise<boolean> {
      if (signale()) return true;
      if (prochaine === null) {
        remove();
        await condition(signale);
        return true;
      }
      if (prochaine.dansMs <= 0) return false;
      const duree = Math.max(prochaine.dansMs, SIESTE_MS);
      // No hour: the next attempt of a mail, another thing than a parcours, or a history of before the hours.
      if (prochaine.heure === undefined) {
        remove();
        return condition(signale, duree, { summary: prochaine.libelle });
      }
      const quoi = `${prochaine.cle} ${prochaine.heure}`;
      if (pose === null || pose.tombee || pose.quoi !== quoi) {
        remove();
        pose = start(quoi, duree, prochaine.libelle);
      }
      const mienne = pose;
      await condition(() => signale() || mienne.tombee);
      return signale();
    },
  };
}

function start(quoi: string, duree: number, summary: string): Pose {
  const pose: Pose = { quoi, scope: new CancellationScope(), tombee: false };
  pose.scope
    .run(() => sleep(duree, { summary }))
    .then(
      () => {
        pose.tombee = true;
      },
      (erreur: unknown) => {
        if (!isCancellation(erreur)) throw erreur;
      },
    );
  return pose;
}
