import { nameUuid } from './name-uuid.ts';
/** Chosen at random once; every id that Tidewaiter derives hangs below it, so it never changes. */
export const TIDEWAITER_NAMESPACE = '84ae61f4-ceb0-4cc7-9cea-bbdebb8a2680';

/** What makes an event this event: the same four give the same id on every machine, so that a repeat is known as one. */
export interface EventIdentity {
  readonly declarationId: string;
  readonly eventType: string;
  readonly version: number;
  readonly cause?: string | undefined;
}

/** UUIDv5 of declaration id, event type, version and cause. */
export function eventIdOf(event: EventIdentity): string {
  return nameUuid(
    JSON.stringify([event.declarationId, event.eventType, event.version, event.cause ?? '']),
    TIDEWAITER_NAMESPACE,
  );
}

/** UUIDv5 of the event's id: one event has one assessment, however often it is tried. */
export function assessmentIdOf(eventId: string): string {
  return nameUuid('assessment', eventId);
}

/** UUIDv5 of the assessment id (not assessed: of the event id): one answer raises one referral. */
export const referralIdOf = (assessmentId: string): string => nameUuid('referral', assessmentId);

/** UUIDv5 of the assessment id: one answer makes one notice. */
export const noticeIdOf = (assessmentId: string): string => nameUuid('notice', assessmentId);
