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

/** The dead letters on the topic that fit, oldest first. */
export async function readDeadLetters(settings: Settings, { ids, code }: DeadLetterFilter): Promise<readonly DeadLetter[]> {
  const kafka = await composeCommandKafka(settings.kafka);
  const codecs = await composeCodecs(settings);
  const values: Buffer[] = [];
  await readToEnd(kafka, { topic: topicNames(settings.kafka.topics).deadLetters, groupPrefix: `${settings.kafka.groupId}-dead-letters-` }, ({ value }) => {
    if (value) values.push(value);
  });
  await codecs.prepare(values);
  const letters = values.map((value) => codecs.deadLetter.decode(value));
  return letters.filter((letter) => (ids === undefined || ids.includes(letter.deadLetterId)) && (code === undefined || letter.code === code)).sort((a, b) => (a.failedAt < b.failedAt ? -1 : 1));
}
