import {
  TemporalFailure,
  allHandlersFinished,
  continueAsNew,
  isCancellation,
  log,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import { regarde } from './messages';
import { createMinuteur } from './minuteur';
import { REVEILS_PAR_RUN } from './options';
import type { Pas } from '../activities';
import { points } from './points';

/** What one long-lived thing asks of the world; each call answers with what is awaited next. */
export type Devoirs<N extends string> = {
  readonly look: () => Promise<Pas<N>>;
  readonly honour: (nature: N, cle: string) => Promise<Pas<N>>;
  readonly deliver: () => Promise<unknown>;
  /** What it is for, in one sentence: a new run has no summary of its own (seen on server 1.32, SDK 1.24). */
  readonly sujet: string;
};

/**
 * Look, deliver, sleep: the patience of every workflow of the house. It holds no rule and no date; it keeps the
 * time and lets nothing be forgotten. `id` is the only thing that a new run receives.
 */
export async function live<N extends string>(id: string, devoirs: Devoirs<N>): Promise<void> {
  let signaux = 0;
  let reveils = 0;
  let envoi: Promise<void> | null = null;
  const fiche = createAffichage(devoirs.sujet);
  const minuteur = createMinuteur();
  setHandler(regarde, () => {
    signaux += 1;
  });
  const deliverBeside = () => {
    envoi ??= devoirs
      .deliver()
      .catch((erreur: unknown) => {
        rethrowUnlessActivity(erreur);
      })
      .then(() => {
        envoi = null;
        signaux += 1;
      });
  };

  for (let vus = signaux, pas = await devoirs.look(); ; reveils += 1) {
    fiche.show(pas.fiche);
    if (pas.courriels > 0) deliverBeside();
    const calme = () => envoi === null && vus === signaux && allHandlersFinished();
    // A mail that waits for its next attempt keeps a closed parcours alive.
    if (pas.clos && pas.courriels === 0 && pas.prochaine === null && calme()) return;

    const { prochaine } = pas;
    const signale = await minuteur.waitUntil(prochaine, () => vus !== signaux);
    vus = signaux;
    // The head of a wake: nothing has been recorded in this task yet, so nothing is run twice when it is retried.
    // No await stands between the check and the new run, which begins with a look: nothing is carried.
    if (reveils >= (signale ? 4 : 1) * REVEILS_PAR_RUN && calme()) {
      points.passe('continue_as_new');
      await continueAsNew(id);
    }
    pas =
      signale || prochaine === null || prochaine.nature === 'renvoi'
        ? await devoirs.look()
        : await devoirs.honour(prochaine.nature, prochaine.cle);
  }
}

/** Only the attributes that changed are written: each write is an event, kept as long as its history, and a visibility update. */
function createAffichage(sujet: string) {
  let montres: Readonly<Record<string, string>> = {};
  return {
    show({ attributs, tableau }: Pas['fiche']) {
      setCurrentDetails(`${sujet}\n\n${tableau}`);
      const changes = Object.entries(attributs).filter(([nom, value]) => montres[nom] !== value);
      if (changes.length === 0) return;
      montres = attributs;
      upsertSearchAttributes(
        changes.map(([nom, value]) => ({ key: { name: nom, type: 'KEYWORD' } as const, value })),
      );
    },
  };
}

/** A failure of the engine that escaped would end the parcours for good: it never does. */
function rethrowUnlessActivity(erreur: unknown): void {
  if (!(erreur instanceof TemporalFailure) || isCancellation(erreur)) throw erreur;
  log.warn('activité abandonnée, nouvel essai au prochain regard');
}
