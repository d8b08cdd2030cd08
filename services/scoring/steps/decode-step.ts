import type { UncheckedEvent } from '../../risk/declaration/declaration-event.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { deadLetter, type Entry, ok, type Step } from '../flow/step.ts';
import type { ScoringCodecs } from '../ports/codecs.ts';

export interface Decoded extends Entry {
  readonly event: UncheckedEvent;
}

/** Bytes to a declaration event. What cannot be decoded is a dead letter with the decoder's code. */
export function createDecodeStep({
  codecs,
}: {
  readonly codecs: Pick<ScoringCodecs, 'declarationEvent' | 'prepare'>;
}): Step<Entry, Decoded> {
  return async function decode(entries) {
    await codecs.prepare(entries.map((entry) => entry.record.value));
    return entries.map((entry) => {
      const { value } = entry.record;
      if (value === null || value.length === 0) return deadLetter('TDW_INPUT_EMPTY', 'The record has no value.');
      try {
        return ok({ ...entry, event: codecs.declarationEvent.decode(value) });
      } catch (error) {
        if (error instanceof TidewaiterError && error.failureClass === 'input')
          return deadLetter(error.code, error.message);
        throw error;
      }
    });
  };
}
