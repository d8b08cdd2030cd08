import type { DeclarationEvent } from '../risk/declaration/declaration-event.ts';
import { disambiguate, fingerprintOf } from './build-event.ts';
import { FingerprintTable } from './fingerprint-table.ts';

/** 64 MiB at most. */
export const COMPARED_EVENTS = 2_000_000;

/**
 * The events of one batch: a second one under the id of another is a repeat of it, or, where it says something else, an
 * event of its own, so that both are judged. They are compared with the first `compared` of the batch. Whatever comes later
 * and is none of those has an id of its own by what it says: so none is taken for the repeat of another, and its own
 * repeats still are.
 */
export class EventDeduplicator {
  readonly #seen: FingerprintTable;

  constructor(compared: number = COMPARED_EVENTS) {
    this.#seen = new FingerprintTable(compared);
  }

  /** The event, under an id of its own where it is not a repeat. */
  distinguish(event: DeclarationEvent): DeclarationEvent {
    const fingerprint = fingerprintOf(event);
    switch (this.#seen.recall(event.eventId, fingerprint)) {
      case 'new':
      case 'same':
        return event;
      case 'other':
        return disambiguate(event, `another message under the same reference (${fingerprint})`);
      case 'full':
        return disambiguate(event, `one of more events than are compared with each other (${fingerprint})`);
    }
  }
}
