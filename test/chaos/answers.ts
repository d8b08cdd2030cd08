import type { Kafka } from 'kafkajs';
import { createCodecs } from '../../services/adapters/avro/codecs.ts';
import type { AssessmentRecord } from '../../services/risk/messages/assessment.ts';
import { readTopic, type TopicReader } from '../harness/read-topic.ts';
import { countOne, recordsIn, type Seen } from './judge.ts';

/** What came out, as our own client reads it while the campaign goes on: committed records only, a group of its own. */
export interface Answers extends Seen {
  readonly assessments: readonly AssessmentRecord[];
  /** Resolves once so many different inputs are answered. */
  untilAnswered(count: number, timeoutMs: number): Promise<void>;
  /** Resolves once so many records were read, or the time is over: what is then missing shows in the count. */
  untilRead(records: number, timeoutMs: number): Promise<void>;
  stop(): Promise<void>;
}

const POLL_MS = 20;

export async function readAnswers(
  kafka: Kafka,
  topics: { readonly assessments: string; readonly deadLetters: string },
): Promise<Answers> {
  const codecs = createCodecs();
  const assessments: AssessmentRecord[] = [];
  const assessed = new Map<string, number>();
  const deadLettered = new Map<string, number>();
  const readers = await Promise.all([topics.assessments, topics.deadLetters].map((topic) => readTopic(kafka, topic)));
  const taken = [0, 0];
  const take = (): void =>
    readers.forEach((reader, index) => {
      for (; taken[index]! < reader.messages.length; taken[index]! += 1) takeOne(reader, index, taken[index]!);
    });
  const takeOne = (reader: TopicReader, index: number, at: number): void => {
    const message = reader.messages[at]!;
    if (index === 1) return countOne(deadLettered, String(message.key));
    const record = codecs.assessment.decode(message.value!);
    assessments.push(record);
    countOne(assessed, record.eventId);
  };
  return {
    ...{ assessments, assessed, deadLettered },
    untilAnswered: async (wanted, timeoutMs) => {
      const deadline = Date.now() + timeoutMs;
      for (take(); assessed.size + deadLettered.size < wanted; take()) {
        if (Date.now() > deadline)
          throw new Error(
            `${assessed.size + deadLettered.size} of ${wanted} were answered within ${timeoutMs / 1000} s`,
          );
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
    untilRead: async (wanted, timeoutMs) => {
      const deadline = Date.now() + timeoutMs;
      for (take(); recordsIn({ assessed, deadLettered }) < wanted && Date.now() < deadline; take())
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    },
    stop: async () => {
      take();
      await Promise.all(readers.map((reader) => reader.stop()));
    },
  };
}
