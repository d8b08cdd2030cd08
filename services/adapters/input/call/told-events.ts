import type { DeclarationEvent } from '../../../risk/declaration/declaration-event.ts';
import type { InputEntry } from '../input-entry.ts';
import { fingerprintOf, setApart } from './build-event.ts';

/** The events of one call so far, by id: a second one under the same id is a repeat of the first, or, where it says something else, an event of its own, so that both are judged. */
export class ToldEvents {
  readonly #told = new Map<string, { readonly file: string; readonly fingerprint: string }>();

  entry(file: string, event: DeclarationEvent): Extract<InputEntry, { readonly kind: 'event' }> {
    const fingerprint = fingerprintOf(event);
    const before = this.#told.get(event.eventId);
    if (before === undefined) {
      this.#told.set(event.eventId, { file, fingerprint });
      return { kind: 'event', file, event };
    }
    if (before.fingerprint === fingerprint) return { kind: 'event', file, event, repeats: before.file };
    return { kind: 'event', file, event: setApart(event) };
  }
}
