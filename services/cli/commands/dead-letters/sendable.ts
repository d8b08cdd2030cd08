import type { DeadLetter } from '../../../risk/messages/dead-letter.ts';
import { type DeadLetterFilter, fitting, namedBy } from './read-dead-letters.ts';
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
  const nothing = meant.length === 0 && ids === undefined ? ['No dead letter fits.'] : [];
  const absent = (ids ?? []).flatMap((id) => whyNot(id, namedBy(all, id), meant));
  const empty = meant
    .filter(({ value }) => value === undefined)
    .map(({ deadLetterId, code }) => `${deadLetterId} (${code}) holds no bytes: there is nothing to send again.`);
  return { letters: meant.filter(({ value }) => value !== undefined), complaints: [...nothing, ...absent, ...empty] };
}

function whyNot(id: string, named: readonly DeadLetter[], meant: readonly DeadLetter[]): readonly string[] {
  if (named.length > 1) return [severalNamed(id, named)];
  if (named[0] !== undefined && meant.includes(named[0])) return [];
  return [`No dead letter ${id} fits: \`tidewaiter dead-letters list\` shows what is there.`];
}

/** What is said of an id that is too short to tell. */
export function severalNamed(id: string, named: readonly DeadLetter[]): string {
  return `${id} begins ${named.length} ids (${named
    .slice(0, 3)
    .map(({ deadLetterId }) => deadLetterId)
    .join(', ')}${named.length > 3 ? ' …' : ''}): give more of it.`;
}
