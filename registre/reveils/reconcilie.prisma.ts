import type { Base } from '../base';
import { inTransaction } from '../base';
import { colonneOfInstant } from '../dates';
import { readHorloge } from '../horloge/horloge';
import { writeReveil } from './reveils';

/** What reconciliation found, by cause. Zero everywhere is a quiet house. */
export type Comptes = {
  readonly echeances: number;
  readonly baux: number;
  readonly horloges: number;
  readonly matinees: number;
  readonly transferts: number;
  /** Overdue by more than an hour: an alert, something stops them. */
  readonly alertes: number;
};

type Retard = { cible: string; cause: keyof Omit<Comptes, 'alertes'>; alerte: boolean };

/** Minutes after which an échéance that should have been honoured is looked at, and after which it is an alert. */
const RETARD_MINUTES = 10;
const ALERTE_MINUTES = 60;

/**
 * Reads PostgreSQL only: an échéance or a morning due for over ten minutes, an expired sending lease, a parcours
 * that has not seen the clock move. It writes wake-ups and counts them; the relay does the rest. Empty the
 * Temporal database in mid-life and everything comes back (house 1).
 */
export async function reconcile(base: Base): Promise<Comptes> {
  const { maintenant, version } = await readHorloge(base);
  const a = colonneOfInstant(maintenant);
  const retards = await base.$queryRaw<Retard[]>`
    SELECT 'parcours-' || id AS cible, 'echeances' AS cause,
      prochaine_a < ${a}::timestamptz - make_interval(mins => ${ALERTE_MINUTES}) AS alerte
    FROM parcours
    WHERE prochaine_a < ${a}::timestamptz - make_interval(mins => ${RETARD_MINUTES})
    UNION ALL
    SELECT 'parcours-' || id, 'horloges', false FROM parcours
    WHERE (NOT clos OR prochaine_a IS NOT NULL) AND horloge_vue < ${version}
    UNION ALL
    SELECT CASE WHEN parcours_id IS NULL THEN 'matinee-' || structure_id ELSE 'parcours-' || parcours_id END, 'baux', false
    FROM courriel
    WHERE (etat = 'en_envoi' AND bail_jusqua < clock_timestamp())
      OR (etat = 'a_envoyer' AND essai_apres < ${a}::timestamptz - make_interval(mins => ${RETARD_MINUTES}))
    UNION ALL
    SELECT 'matinee-' || structure_id, 'matinees', due_a < ${a}::timestamptz - make_interval(mins => ${ALERTE_MINUTES})
    FROM matinee WHERE faite_a IS NULL AND due_a < ${a}::timestamptz - make_interval(mins => ${RETARD_MINUTES})
    UNION ALL
    SELECT 'transfert-' || id, 'transferts', confirme_a < ${a}::timestamptz - make_interval(mins => ${ALERTE_MINUTES})
    FROM transfert WHERE etat = 'en_cours' AND confirme_a < ${a}::timestamptz - make_interval(mins => ${RETARD_MINUTES})`;
  await wakeAll(base, [...new Set(retards.map((r) => r.cible))]);
  const count = (cause: Retard['cause']) => retards.filter((r) => r.cause === cause).length;
  return {
    echeances: count('echeances'),
    baux: count('baux'),
    horloges: count('horloges'),
    matinees: count('matinees'),
    transferts: count('transferts'),
    alertes: retards.filter((r) => r.alerte).length,
  };
}

/** By ascending target, in one transaction a hundred: rows are locked in the same order everywhere. */
async function wakeAll(base: Base, cibles: readonly string[]): Promise<void> {
  const ordonnees = [...cibles].sort();
  for (let i = 0; i < ordonnees.length; i += 100) {
    const lot = ordonnees.slice(i, i + 100);
    await inTransaction(base, async (tx) => {
      for (const cible of lot) await writeReveil(tx, cible, 'reconciliation');
    });
  }
}
