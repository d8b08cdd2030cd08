import type { Kafka } from 'kafkajs';
import { createCodecs } from '../../services/adapters/avro/codecs.ts';
import type { AssessmentRecord } from '../../services/risk/assess/assessment-record.ts';
import { readTopic, type TopicReader } from '../harness/read-topic.ts';

/** An independent reader of what came out: committed records only, a group of its own. */
export interface Answers {
  readonly assessments: readonly AssessmentRecord[];
  /** Event ids with how many assessments each has. */
  readonly assessed: ReadonlyMap<string, number>;
  /** Keys of dead letters with how many each has. */
  readonly deadLettered: ReadonlyMap<string, number>;
  /** Resolves once so many different inputs are answered. */
  untilAnswered(count: number, timeoutMs: number): Promise<void>;
  stop(): Promise<void>;
}

const POLL_MS = 20;

export async function readAnswers(kafka: Kafka, topics: { readonly assessments: string; readonly deadLetters: string }): Promise<Answers> {
  const codecs = createCodecs();
  const assessments: AssessmentRecord[] = [];
  const assessed = new Map<string, number>();
  const deadLettered = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  const readers = await Promise.all([topics.assessments, topics.deadLetters].map((topic) => readTopic(kafka, topic)));
  const taken = [0, 0];
  const take = (): void =>
    readers.forEach((reader, index) => {
      for (; taken[index]! < reader.messages.length; taken[index]! += 1) takeOne(reader, index, taken[index]!);
    });
  const takeOne = (reader: TopicReader, index: number, at: number): void => {
    const message = reader.messages[at]!;
    if (index === 1) return count(deadLettered, String(message.key));
    const record = codecs.assessment.decode(message.value!);
    assessments.push(record);
    count(assessed, record.eventId);
  };
  return {
    ...{ assessments, assessed, deadLettered },
    untilAnswered: async (wanted, timeoutMs) => {
      const deadline = Date.now() + timeoutMs;
      for (take(); assessed.size + deadLettered.size < wanted; take()) {
        if (Date.now() > deadline) throw new Error(`${assessed.size + deadLettered.size} of ${wanted} were answered within ${timeoutMs / 1000} s`);
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
    stop: async () => {
      take();
      await Promise.all(readers.map((reader) => reader.stop()));
    },
  };
}
