import type { temporal } from '@temporalio/proto';

type Evenement = temporal.api.history.v1.IHistoryEvent;
export type Histoire = temporal.api.history.v1.IHistory;

const RENVOI = 'Nouvel essai d’envoi';

/**
 * A history as one line of words, so that a branch can be read in it: `debut locale:lookAtParcours attributs:accueil
 * ordinaire:sendCourriels minuterie signal arretee locale:lookAtParcours … fin`. Workflow tasks are left out.
 */
export function recitOf(h: Histoire): string {
  const activites = new Map(
    (h.events ?? []).map((e) => [
      String(e.eventId),
      e.activityTaskScheduledEventAttributes?.activityType?.name ?? '?',
    ]),
  );
  return (h.events ?? []).flatMap((e) => motOf(e, activites) ?? []).join(' ');
}

/** Which workflow this is. */
export function typeOf(h: Histoire): string {
  return h.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name ?? '';
}

/** Which run this is. */
export function runOf(h: Histoire): string {
  return h.events?.[0]?.workflowExecutionStartedEventAttributes?.originalExecutionRunId ?? '';
}

function motOf(e: Evenement, activites: ReadonlyMap<string, string>): string | null {
  const activiteDe = (id: unknown) => activites.get(String(id)) ?? '?';
  if (e.workflowExecutionStartedEventAttributes)
    return e.workflowExecutionStartedEventAttributes.continuedExecutionRunId ? 'suite' : 'debut';
  if (e.workflowExecutionSignaledEventAttributes) return 'signal';
  if (e.workflowExecutionContinuedAsNewEventAttributes) return 'releve';
  if (e.workflowExecutionCompletedEventAttributes) return 'fin';
  if (e.workflowExecutionCanceledEventAttributes) return 'annule';
  if (e.timerStartedEventAttributes) return minuterieOf(e);
  if (e.timerFiredEventAttributes) return 'echue';
  if (e.timerCanceledEventAttributes) return 'arretee';
  if (e.markerRecordedEventAttributes) return localeOf(e.markerRecordedEventAttributes);
  if (e.upsertWorkflowSearchAttributesEventAttributes) return attributsOf(e);
  if (e.activityTaskScheduledEventAttributes) return `ordinaire:${activiteDe(e.eventId)}`;
  if (e.activityTaskCompletedEventAttributes)
    return `faite:${activiteDe(e.activityTaskCompletedEventAttributes.scheduledEventId)}`;
  if (e.activityTaskFailedEventAttributes)
    return `echec:${activiteDe(e.activityTaskFailedEventAttributes.scheduledEventId)}`;
  return null;
}

function minuterieOf(e: Evenement): string {
  if (texteOf(e.userMetadata?.summary).includes(RENVOI)) return 'minuterie:renvoi';
  const duree = e.timerStartedEventAttributes?.startToFireTimeout;
  const ms = Number(duree?.seconds ?? 0) * 1_000 + (duree?.nanos ?? 0) / 1e6;
  return ms === 1_000 ? 'minuterie:sieste' : 'minuterie';
}

function localeOf(m: NonNullable<Evenement['markerRecordedEventAttributes']>): string {
  const { activity_type: type } = JSON.parse(texteOf(m.details?.['data']?.payloads?.[0])) as {
    activity_type: string;
  };
  return `${m.failure == null ? 'locale' : 'locale-echouee'}:${type}`;
}

function attributsOf(e: Evenement): string {
  const champs = e.upsertWorkflowSearchAttributesEventAttributes?.searchAttributes?.indexedFields;
  return `attributs:${texteOf(champs?.['JalonsEtape']).replaceAll('"', '') || '?'}`;
}

function texteOf(charge: { data?: Uint8Array | null } | null | undefined): string {
  return Buffer.from(charge?.data ?? []).toString('utf8');
}
