import type { LocalKafka } from '../../infra/local/kafka/start-local-kafka.ts';
import { createCodecs } from '../../services/adapters/avro/codecs.ts';
import { readWithJava } from '../harness/java-consumer.ts';
import type { Input } from './input.ts';

/** What a reader of committed records saw. */
export interface Seen {
  /** Event ids with how many assessments each has. */
  readonly assessed: ReadonlyMap<string, number>;
  /** Keys of dead letters with how many each has. */
  readonly deadLettered: ReadonlyMap<string, number>;
}

/** Each must be zero. */
export interface Verdict {
  /** Inputs without an answer. */
  readonly lost: number;
  /** Answers too many: a second assessment or dead letter of the same input, or one of each. */
  readonly doubled: number;
}

export function judge({ eventIds, badKeys }: Input, { assessed, deadLettered }: Seen): Verdict {
  const answered =
    [...eventIds].filter((id) => assessed.has(id)).length + [...badKeys].filter((key) => deadLettered.has(key)).length;
  const strangers =
    [...assessed.keys()].filter((id) => !eventIds.has(id)).length +
    [...deadLettered.keys()].filter((key) => !badKeys.has(key)).length;
  return {
    lost: eventIds.size + badKeys.size - answered,
    doubled: surplus(assessed) + surplus(deadLettered) + strangers,
  };
}

export const surplus = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count - 1, 0);

/** How many records a reader saw. */
export const recordsIn = ({ assessed, deadLettered }: Seen): number =>
  [...assessed.values(), ...deadLettered.values()].reduce((sum, count) => sum + count, 0);

export const countOne = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

/** What the broker's own consumer sees, past the wire: a judge that shares nothing with our client. */
export async function seenByJava(
  { home, directBrokers }: LocalKafka,
  topics: { readonly assessments: string; readonly deadLetters: string },
): Promise<Seen> {
  const codecs = createCodecs();
  const assessed = new Map<string, number>();
  const deadLettered = new Map<string, number>();
  await readWithJava(home, directBrokers, topics.assessments, ({ value }) =>
    countOne(assessed, codecs.assessment.decode(value).eventId),
  );
  await readWithJava(home, directBrokers, topics.deadLetters, ({ key }) =>
    countOne(deadLettered, key.toString('utf8')),
  );
  return { assessed, deadLettered };
}
