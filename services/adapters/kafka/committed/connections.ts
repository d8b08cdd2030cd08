import type { Kafka } from 'kafkajs';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';

/** Description of the private property in which a client of kafkajs 2.2.4 keeps how it makes its connections. */
const CREATE_CLUSTER = 'private:Kafka:createCluster';

/** isolation_level of a Fetch and a ListOffsets (Kafka protocol): whether open and aborted transactions are part of the answer. */
export const READ_UNCOMMITTED = 0;
export const READ_COMMITTED = 1;

export interface ClusterOptions {
  readonly isolationLevel?: number;
}

/** Makes what stands behind one consumer, producer or admin. */
export type CreateCluster<Cluster> = (options: ClusterOptions) => Cluster;

/**
 * How a client makes its connections, and the property where it keeps that.
 * @throws TDW_KAFKA_CLIENT_UNPROVEN where it is not there
 */
export function connectionsOf<Cluster>(kafka: Kafka): {
  readonly slot: symbol;
  readonly createCluster: CreateCluster<Cluster>;
} {
  const slot = Object.getOwnPropertySymbols(kafka).find(({ description }) => description === CREATE_CLUSTER);
  const createCluster = slot && (kafka as unknown as Record<symbol, unknown>)[slot];
  if (slot === undefined || typeof createCluster !== 'function')
    throw unproven('how a client makes its connections is not where it was');
  return { slot, createCluster: createCluster as CreateCluster<Cluster> };
}

export function unproven(how: string): TidewaiterError {
  return new TidewaiterError(
    'TDW_KAFKA_CLIENT_UNPROVEN',
    `kafkajs is not the client whose reading of committed records was proven: ${how}`,
  );
}
