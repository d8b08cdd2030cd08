import { createRequire } from 'node:module';
import { Kafka, type KafkaConfig } from 'kafkajs';
import { type FetchedPartition, withholdAborted } from './aborted-records.ts';
import { connectionsOf, type CreateCluster, READ_COMMITTED, unproven } from './connections.ts';

/** The one release of kafkajs that test/unit/kafka/aborted-records.test.ts and its like on a broker were run against. */
const PROVEN = '2.2.4';

interface Broker {
  fetch(request: unknown): Promise<Fetched>;
}

interface Fetched {
  readonly responses: readonly { readonly partitions: readonly FetchedPartition[] }[];
}

interface Cluster {
  findBroker(node: unknown): Promise<Broker>;
}

/**
 * The only way to a kafkajs client in this project: its consumers of committed records are given none of an aborted transaction,
 * which those of kafkajs as published are (see aborted-records). What is mended is the very object that is handed out, so that it
 * does not matter which copies of kafkajs are loaded; nothing of the library itself is changed.
 * @throws TDW_KAFKA_CLIENT_UNPROVEN where kafkajs is another release, or built differently from the one that this was proven with
 */
export function openKafka(config: KafkaConfig): Kafka {
  requireProven(installedVersion());
  return withCommittedReads(new Kafka(config));
}

function installedVersion(): string {
  return (createRequire(import.meta.url)('kafkajs/package.json') as { readonly version: string }).version;
}

export function requireProven(version: string): void {
  if (version !== PROVEN) throw unproven(`it is release ${version}, and ${PROVEN} is the one that was`);
}

/** Mends a client in place. Exported for the test that hands it a client that is built differently. */
export function withCommittedReads(kafka: Kafka): Kafka {
  const { slot, createCluster } = connectionsOf<Cluster>(kafka);
  const mended: CreateCluster<Cluster> = (options) => {
    const cluster = createCluster(options);
    return options.isolationLevel === READ_COMMITTED ? readingCommitted(cluster) : cluster;
  };
  return Object.assign(kafka, { [slot]: mended });
}

/** Its brokers answer a Fetch without records of aborted transactions. */
function readingCommitted(cluster: Cluster): Cluster {
  if (typeof cluster.findBroker !== 'function') throw unproven('a cluster finds its brokers in another way');
  const findBroker = cluster.findBroker.bind(cluster);
  const mended = new WeakSet<Broker>();
  cluster.findBroker = async (node) => {
    const broker = await findBroker(node);
    if (!mended.has(broker)) mend(broker);
    mended.add(broker);
    return broker;
  };
  return cluster;
}

function mend(broker: Broker): void {
  if (typeof broker.fetch !== 'function') throw unproven('a broker is asked for records in another way');
  const fetch = broker.fetch.bind(broker);
  broker.fetch = async (request) => withheld(await fetch(request));
}

function withheld(answer: Fetched): Fetched {
  return {
    ...answer,
    responses: answer.responses.map((topic) => ({ ...topic, partitions: topic.partitions.map(withheldOf) })),
  };
}

function withheldOf<Partition extends FetchedPartition>(partition: Partition): Partition {
  if (!Array.isArray(partition.abortedTransactions))
    throw unproven('an answer to a Fetch does not list aborted transactions');
  return withholdAborted(partition);
}
