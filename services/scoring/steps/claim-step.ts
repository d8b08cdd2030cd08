import { hash } from 'node:crypto';
import { ok, oneEach, skip, type Step } from '../flow/step.ts';
import type { EarlierEvent, EventRegister } from '../ports/event-register.ts';
import type { Validated } from './validate-step.ts';

export interface Claimed extends Validated {
  /** Events of the same declaration that came before, oldest first. */
  readonly earlier: readonly EarlierEvent[];
}

/** Claims each event for its record, durably: a record that repeats an event is skipped, and its retry is not. One that says something else under the same id is skipped too, and told apart. */
export function createClaimStep(deps: { readonly register: EventRegister }): Step<Validated, Claimed> {
  return async function claim(entries) {
    const claimed = await deps.register.claim(
      entries.map(({ event, record }) => ({
        eventId: event.eventId,
        declarationId: event.declarationId,
        eventType: event.eventType,
        version: event.version,
        topic: record.topic,
        partition: record.partition,
        offset: record.offset,
        content: contentOf(record),
      })),
    );
    const answers = oneEach(claimed, entries.length, 'event register');
    return entries.map((entry, index) => {
      const answer = answers[index]!;
      return answer.claim === 'granted'
        ? ok({ ...entry, earlier: answer.earlier })
        : skip(answer.differs ? 'conflicting' : 'duplicate');
    });
  };
}

const HASH_DIGITS = 16;

function contentOf({ value }: Validated['record']): string {
  return hash('sha256', value ?? '', 'hex').slice(0, HASH_DIGITS);
}
