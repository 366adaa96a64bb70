import type { temporal } from '@temporalio/proto';

type Evenement = temporal.api.history.v1.IHistoryEvent;
export type Histoire = temporal.api.history.v1.IHistory;

const typeOf = (h: Histoire): string =>
  h.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name ?? '';
const some = (h: Histoire, voulu: (e: Evenement) => unknown): boolean =>
  h.events?.some((e) => Boolean(voulu(e))) ?? false;
const activiteOf = (e: Evenement) => e.activityTaskScheduledEventAttributes?.activityType?.name;

const accompagne = (voulu: (e: Evenement) => unknown) => (h: Histoire) =>
  typeOf(h) === 'accompagnement' && some(h, voulu);

/** Every branch that a workflow of the house can take, and how it shows in a history. */
export const BRANCHES = {
  'minuterie-echue': accompagne((e) => e.timerFiredEventAttributes),
  'signal-pendant-l-attente': accompagne((e) => e.timerCanceledEventAttributes),
  'courriel-a-cote': accompagne((e) => activiteOf(e) === 'sendCourriels'),
  'nouveau-run': accompagne((e) => e.workflowExecutionContinuedAsNewEventAttributes),
  'repli-en-activite-ordinaire': accompagne((e) => (activiteOf(e) ?? 'sendCourriels') !== 'sendCourriels'),
  sortie: accompagne((e) => e.workflowExecutionCompletedEventAttributes),
  matinee: (h) => typeOf(h) === 'matinee' && some(h, (e) => activiteOf(e) === 'sendCourriels'),
  reconciliation: (h) =>
    typeOf(h) === 'reconciliation' && some(h, (e) => e.workflowExecutionCompletedEventAttributes),
} as const satisfies Record<string, (h: Histoire) => boolean>;
