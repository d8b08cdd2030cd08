import type { Admin, Kafka } from 'kafkajs';
import { type ClusterOptions, connectionsOf, READ_UNCOMMITTED } from './connections.ts';

type Offsets = ReadonlyMap<number, bigint>;

/**
 * The last stable offset of each partition of a topic: where its first open transaction begins, else the high watermark. While one
 * stands still below the high watermark, nobody who reads committed records gets past it. It is what an admin client of kafkajs
 * answers, without saying so, when it is asked where a topic ends. Throws what kafkajs throws.
 */
export async function lastStableOffsets(admin: Admin, topic: string): Promise<Offsets> {
  return endsOf(admin, topic);
}

/** An admin client to which a log ends behind all its records, those of open transactions among them. */
export interface AdminOfUncommitted {
  readonly admin: Admin;
  readonly reads: 'uncommitted';
}

/** Not connected yet. @throws TDW_KAFKA_CLIENT_UNPROVEN */
export function openAdminOfUncommitted(kafka: Kafka): AdminOfUncommitted {
  const { slot, createCluster } = connectionsOf(kafka);
  const uncommitted = (options: ClusterOptions): unknown =>
    createCluster({ ...options, isolationLevel: READ_UNCOMMITTED });
  const view = Object.create(kafka, { [slot]: { value: uncommitted } }) as Kafka;
  return { admin: view.admin(), reads: 'uncommitted' };
}

/** The high watermark of each partition of a topic: the offset that its next record will have. Throws what kafkajs throws. */
export async function highWatermarks({ admin }: AdminOfUncommitted, topic: string): Promise<Offsets> {
  return endsOf(admin, topic);
}

async function endsOf(admin: Admin, topic: string): Promise<Offsets> {
  return new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, BigInt(high)]));
}
