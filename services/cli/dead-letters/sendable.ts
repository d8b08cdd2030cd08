import type { DeadLetter } from '../../risk/dead-letter/dead-letter.ts';
import type { DeadLetterFilter } from './read.ts';

/** What of a request can be sent again, and what is to be said of the rest. */
export interface Sendable {
  readonly letters: readonly DeadLetter[];
  readonly complaints: readonly string[];
}

/** Parts the dead letters that fit a request: a record without bytes cannot be sent, and an id may name none. */
export function sendable(fitting: readonly DeadLetter[], { ids }: DeadLetterFilter): Sendable {
  const there = new Set(fitting.map(({ deadLetterId }) => deadLetterId));
  const nothing = fitting.length === 0 && ids === undefined ? ['No dead letter fits.'] : [];
  const absent = (ids ?? []).filter((id) => !there.has(id)).map((id) => `No dead letter ${id} fits: \`tidewaiter dead-letters list\` shows what is there.`);
  const empty = fitting.filter(({ value }) => value === undefined).map(({ deadLetterId, code }) => `${deadLetterId} (${code}) holds no bytes: there is nothing to send again.`);
  return { letters: fitting.filter(({ value }) => value !== undefined), complaints: [...nothing, ...absent, ...empty] };
}
