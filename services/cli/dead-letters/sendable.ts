import type { DeadLetter } from '../../risk/dead-letter/dead-letter.ts';
import { fitting, type DeadLetterFilter } from './read.ts';
import { refusedAgain } from './refused-again.ts';

/** What of a request can be sent again, and what is to be said of the rest. */
export interface Sendable {
  readonly letters: readonly DeadLetter[];
  readonly complaints: readonly string[];
}

/**
 * Parts the dead letters that fit a request: a record without bytes cannot be sent, an id may name none, and one that was
 * refused again is sent by its newest dead letter alone, unless its id is named: else each redrive would double the records.
 */
export function sendable(all: readonly DeadLetter[], filter: DeadLetterFilter): Sendable {
  const { ids } = filter;
  const replaced = refusedAgain(all);
  const meant = fitting(all, filter).filter(({ deadLetterId }) => ids !== undefined || !replaced.has(deadLetterId));
  const there = new Set(meant.map(({ deadLetterId }) => deadLetterId));
  const nothing = meant.length === 0 && ids === undefined ? ['No dead letter fits.'] : [];
  const absent = (ids ?? []).filter((id) => !there.has(id)).map((id) => `No dead letter ${id} fits: \`tidewaiter dead-letters list\` shows what is there.`);
  const empty = meant.filter(({ value }) => value === undefined).map(({ deadLetterId, code }) => `${deadLetterId} (${code}) holds no bytes: there is nothing to send again.`);
  return { letters: meant.filter(({ value }) => value !== undefined), complaints: [...nothing, ...absent, ...empty] };
}
