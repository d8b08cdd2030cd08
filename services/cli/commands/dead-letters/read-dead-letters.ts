import type { Settings } from '../../../../config/settings.ts';
import { topicNames } from '../../../../config/topic-names.ts';
import { readToEnd } from '../../../adapters/kafka/stream/read-to-end.ts';
import type { DeadLetter } from '../../../risk/messages/dead-letter.ts';
import { composeCodecs } from '../../../runtime/compose/codecs.ts';
import { composeCommandKafka } from '../../../runtime/compose/kafka.ts';

/** Which dead letters a command is about. */
export interface DeadLetterFilter {
  readonly ids?: readonly string[];
  readonly code?: string;
}

/** All dead letters on the topic, oldest first. */
export async function readDeadLetters(settings: Settings): Promise<readonly DeadLetter[]> {
  const kafka = await composeCommandKafka(settings.kafka);
  const codecs = await composeCodecs(settings);
  const values: Buffer[] = [];
  await readToEnd(
    kafka,
    { topic: topicNames(settings.kafka.topics).deadLetters, groupPrefix: `${settings.kafka.groupId}-dead-letters-` },
    ({ value }) => {
      if (value) values.push(value);
    },
  );
  await codecs.prepare(values);
  return values.map((value) => codecs.deadLetter.decode(value)).sort((a, b) => (a.failedAt < b.failedAt ? -1 : 1));
}

/** Shortest beginning of an id that names it: as much as lists and logs print. */
const SHORTEST = 8;

/** Dead letters that an id names: its own, or those whose ids begin with it. */
export function namedBy(letters: readonly DeadLetter[], id: string): readonly DeadLetter[] {
  const exact = letters.filter(({ deadLetterId }) => deadLetterId === id);
  if (exact.length > 0 || id.length < SHORTEST) return exact;
  return letters.filter(({ deadLetterId }) => deadLetterId.startsWith(id));
}

/** Those that a command is about. An id that is cut short and fits several names none of them. */
export function fitting(letters: readonly DeadLetter[], { ids, code }: DeadLetterFilter): readonly DeadLetter[] {
  const named =
    ids && new Set(ids.map((id) => namedBy(letters, id)).flatMap((found) => (found.length === 1 ? found : [])));
  return letters.filter(
    (letter) => (named === undefined || named.has(letter)) && (code === undefined || letter.code === code),
  );
}
