import type { DeadLetter } from '../../../risk/messages/dead-letter.ts';

/**
 * Dead letters whose record was sent again and refused anew, by id, each with the id of the newest dead letter that came of it:
 * what is still to be done is done with that one.
 */
export function refusedAgain(all: readonly DeadLetter[]): ReadonlyMap<string, string> {
  const byAge = [...all].sort((a, b) => a.redrives.length - b.redrives.length);
  return new Map(
    byAge.flatMap(({ deadLetterId, redrives }) =>
      redrives.map((earlier) => [earlier.deadLetterId, deadLetterId] as const),
    ),
  );
}
