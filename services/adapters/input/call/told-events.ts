import type { DeclarationEvent } from '../../../risk/declaration/declaration-event.ts';
import type { InputEntry } from '../input-entry.ts';
import { fingerprintOf, setApart } from './build-event.ts';
import { EventMemory } from './event-memory.ts';

/** 64 MiB at most. */
export const COMPARED_EVENTS = 2_000_000;

/**
 * The events of one call: a second one under the id of another is a repeat of it, or, where it says something else, an event of its own, so that both are judged.
 * They are compared with the first `compared` of the call. Whatever comes later and is none of those has an id of its own by what it says: so none is taken
 * for the repeat of another, and its own repeats still are.
 */
export class ToldEvents {
  readonly #memory: EventMemory;

  constructor(compared: number = COMPARED_EVENTS) {
    this.#memory = new EventMemory(compared);
  }

  entry(file: string, event: DeclarationEvent): Extract<InputEntry, { readonly kind: 'event' }> {
    const fingerprint = fingerprintOf(event);
    switch (this.#memory.recall(event.eventId, fingerprint)) {
      case 'new':
      case 'same': return { kind: 'event', file, event };
      case 'other': return { kind: 'event', file, event: setApart(event, `another message under the same reference (${fingerprint})`) };
      case 'full': return { kind: 'event', file, event: setApart(event, `one of more events than are compared with each other (${fingerprint})`) };
    }
  }
}
