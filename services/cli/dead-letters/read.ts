import { topicNames } from '../../../config/topic-names.ts';
import type { Settings } from '../../../config/settings.ts';
import { readToEnd } from '../../adapters/kafka/read-to-end.ts';
import type { DeadLetter } from '../../risk/dead-letter/dead-letter.ts';
import { composeCodecs } from '../compose/codecs.ts';
import { composeCommandKafka } from '../compose/kafka.ts';

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
  await readToEnd(kafka, { topic: topicNames(settings.kafka.topics).deadLetters, groupPrefix: `${settings.kafka.groupId}-dead-letters-` }, ({ value }) => {
    if (value) values.push(value);
  });
  await codecs.prepare(values);
  return values.map((value) => codecs.deadLetter.decode(value)).sort((a, b) => (a.failedAt < b.failedAt ? -1 : 1));
}

/** Those that a command is about. */
export function fitting(letters: readonly DeadLetter[], { ids, code }: DeadLetterFilter): readonly DeadLetter[] {
  return letters.filter((letter) => (ids === undefined || ids.includes(letter.deadLetterId)) && (code === undefined || letter.code === code));
}
