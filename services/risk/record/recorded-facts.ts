import { hash } from 'node:crypto';
import type { UncheckedEvent } from '../declaration/declaration-event.ts';
import { eventOnRecord } from '../declaration/validate.ts';
import type { Facts } from '../facts/facts.ts';
import type { RecordedFacts } from '../messages/assessment.ts';

export interface EventReader {
  decode(bytes: Uint8Array): UncheckedEvent;
}

/**
 * Writes facts down. They are plain JSON already, so their text is their record; the event is not written a second time.
 * @param event the event's own bytes, from which `facts.event` was read
 */
export function recordFacts(facts: Facts, event: Uint8Array): RecordedFacts {
  const recorded = { event, facts: Buffer.from(JSON.stringify({ ...facts, event: undefined })) };
  return { ...recorded, factsHash: factsHashOf(recorded) };
}

/** Reads recorded facts again. Throws what `events.decode` throws. */
export function readFacts({ event, facts }: Pick<RecordedFacts, 'event' | 'facts'>, events: EventReader): Facts {
  return {
    ...(JSON.parse(Buffer.from(facts.buffer, facts.byteOffset, facts.byteLength).toString('utf8')) as Omit<
      Facts,
      'event'
    >),
    event: eventOnRecord(events.decode(event)),
  };
}

/** What the recorded hash must be, for the record to be what was judged. */
export const factsHashOf = ({ event, facts }: Pick<RecordedFacts, 'event' | 'facts'>): string =>
  hash('sha256', Buffer.concat([event, facts]), 'hex');
