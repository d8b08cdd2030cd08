import type { Admin } from 'kafkajs';
import type { Scene } from '../scene.ts';
import type { Worker } from '../workers.ts';
import type { PlacedInput } from './placed-input.ts';

/** What a blow to the log of declarations is struck with. */
export interface LogField {
  readonly scene: Scene;
  readonly admin: Admin;
  readonly topic: string;
  readonly scoring: readonly Worker[];
  readonly input: PlacedInput;
}

/** One thing that is done to the topic of declarations while it is written and read. */
export interface LogBlow {
  readonly what: string;
  strike(field: LogField): Promise<void>;
}

/** Removes all records of a partition but the newest, as retention would. */
export async function removeAllBut(newest: number, { admin, topic }: LogField): Promise<void> {
  const offsets = await admin.fetchTopicOffsets(topic);
  const partitions = offsets.map(({ partition, low, high }) => ({
    partition,
    offset: String(Math.max(Number(low), Number(high) - newest)),
  }));
  await admin.deleteTopicRecords({ topic, partitions });
}
