import { proxySinks, type Sinks } from '@temporalio/workflow';

/** Where a test may kill the worker inside a workflow (`activities/points.ts` has the other places). */
export interface PointsDuWorkflow extends Sinks {
  points: { passe: (nom: 'continue_as_new') => void };
}

export const { points } = proxySinks<PointsDuWorkflow>();
