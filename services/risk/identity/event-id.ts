import { parse, v5 as uuidV5 } from 'uuid';
import type { EventType } from '../declaration/declaration-event.ts';

/** Chosen at random once; every id that Tidewaiter derives hangs below it, so it never changes. */
export const TIDEWAITER_NAMESPACE = '84ae61f4-ceb0-4cc7-9cea-bbdebb8a2680';

/** As bytes, which spares the library reading the texts anew for every event. */
const NAMESPACE = parse(TIDEWAITER_NAMESPACE);
const ASSESSMENT = Buffer.from('assessment');

/** What makes an event this event: the same four give the same id on every machine, so that a repeat is known as one. */
export interface EventIdentity {
  readonly declarationId: string;
  readonly eventType: EventType;
  readonly version: number;
  readonly cause?: string | undefined;
}

/** UUIDv5 of declaration id, event type, version and cause. */
export function eventIdOf(event: EventIdentity): string {
  return uuidV5(Buffer.from(JSON.stringify([event.declarationId, event.eventType, event.version, event.cause ?? ''])), NAMESPACE);
}

/** UUIDv5 of the event's id: one event has one assessment, however often it is tried. */
export function assessmentIdOf(eventId: string): string {
  return uuidV5(ASSESSMENT, eventId);
}
