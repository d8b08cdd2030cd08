import kafkajs, { type Broker, type Cluster, type PartitionAssigner } from 'kafkajs';

/** A partition whose offset lies outside its log; resolves once the group's record holds another. */
export type OnOutOfRange = (place: { readonly topic: string; readonly partition: number }) => Promise<void>;

type CommitRequest = Parameters<Broker['offsetCommit']>[0];

/**
 * Stands between a consumer and its group's record. Where an offset lies outside the log, kafkajs 2.2.4 commits -2 ("from the
 * beginning") and goes on without a word; here that request is not sent, and whoever reads the topic decides instead.
 * Given as the way of sharing partitions out, because kafkajs hands its connections to that.
 */
export function refuseResets(onOutOfRange: OnOutOfRange): PartitionAssigner {
  return (config) => {
    guard(config.cluster, onOutOfRange);
    return kafkajs.PartitionAssigners.roundRobin(config);
  };
}

function guard(cluster: Cluster, onOutOfRange: OnOutOfRange): void {
  const guarded = new WeakSet<Broker>();
  const guardedBroker = (broker: Broker): Broker => {
    if (guarded.has(broker)) return broker;
    guarded.add(broker);
    const commit = broker.offsetCommit.bind(broker);
    broker.offsetCommit = (request) => (isReset(request) ? decide(request, onOutOfRange) : commit(request));
    return broker;
  };
  const [findGroupCoordinator, findBroker] = [
    cluster.findGroupCoordinator.bind(cluster),
    cluster.findBroker.bind(cluster),
  ];
  cluster.findGroupCoordinator = async (group) => guardedBroker(await findGroupCoordinator(group));
  cluster.findBroker = async (node) => guardedBroker(await findBroker(node));
}

const isReset = ({ topics }: CommitRequest): boolean =>
  topics.some(({ partitions }) => partitions.some(({ offset }) => String(offset).startsWith('-')));

async function decide({ topics }: CommitRequest, onOutOfRange: OnOutOfRange): Promise<void> {
  for (const { topic, partitions } of topics)
    for (const { partition } of partitions) await onOutOfRange({ topic, partition });
}
