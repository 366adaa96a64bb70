import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/**
 * The record is a short transaction next to its data: local, so that a wake costs one workflow task. Two
 * attempts and five seconds in all; then the same activity, regular (see `patience.ts`).
 */
export const LOCALE: LocalActivityOptions = {
  scheduleToCloseTimeout: '5 seconds',
  startToCloseTimeout: '4 seconds',
  localRetryThreshold: '5 seconds',
  retry: { maximumAttempts: 2, initialInterval: '200 milliseconds' },
};

/** PostgreSQL down, a bug: tried for ever, at most every five minutes; a fix resumes the parcours. */
export const TENACE: ActivityOptions = {
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
};

/**
 * Longer than several attempts of 80 s (SMTP timeouts 10 + 10 + 60): a second sending must not start while one lives.
 * A sender that dies falls silent: without its heartbeat, the mails of its parcours would wait for these ten minutes.
 */
export const ENVOI: ActivityOptions = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '20 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
};

/** Continue-as-new after so many wakes (measured: bench/vie.ts); four times as many when only messages wake. */
export const REVEILS_PAR_RUN = 40;
