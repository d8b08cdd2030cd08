import { setTimeout as pause } from 'node:timers/promises';
import kafkajs, { type Admin } from 'kafkajs';
import type { TopicChange } from './plan-topics.ts';
import type { ActualTopic, WantedTopic } from './topic.ts';

/**
 * Does what the plan says. A topic's other settings stay: Kafka's request replaces all of them, so those that were
 * set before are sent along.
 */
export async function applyTopics(
  admin: Admin,
  changes: readonly TopicChange[],
  actual: ReadonlyMap<string, ActualTopic>,
): Promise<void> {
  const created = changes.flatMap((change) => (change.kind === 'create' ? [creation(change.topic)] : []));
  if (created.length > 0) await create(admin, created);
  const grown = changes.flatMap((change) =>
    change.kind === 'addPartitions' ? [{ topic: change.topic, count: change.to }] : [],
  );
  if (grown.length > 0) await admin.createPartitions({ topicPartitions: grown });
  const changed = [...new Set(changes.flatMap((change) => (change.kind === 'setConfig' ? [change.topic] : [])))];
  if (changed.length > 0)
    await admin.alterConfigs({
      validateOnly: false,
      resources: changed.map((name) => configOf(name, changes, actual.get(name))),
    });
}

const LED_WITHIN_MS = 30_000;
const POLL_MS = 100;

/** kafkajs's own waiting for leaders gives up where the broker that it asks has not heard of the new topic yet. */
async function create(admin: Admin, topics: ReturnType<typeof creation>[]): Promise<void> {
  await admin.createTopics({ topics, waitForLeaders: false });
  const names = topics.map(({ topic }) => topic);
  for (const deadline = Date.now() + LED_WITHIN_MS; !(await haveLeaders(admin, names, Date.now() > deadline));)
    await pause(POLL_MS);
}

async function haveLeaders(admin: Admin, topics: string[], overdue: boolean): Promise<boolean> {
  try {
    const metadata = await admin.fetchTopicMetadata({ topics });
    return metadata.topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
  } catch (error) {
    if (
      !overdue &&
      error instanceof kafkajs.KafkaJSProtocolError &&
      (error.type === 'UNKNOWN_TOPIC_OR_PARTITION' || error.type === 'LEADER_NOT_AVAILABLE')
    )
      return false;
    throw error;
  }
}

function creation({ name, partitions, replication, config }: WantedTopic) {
  return { topic: name, numPartitions: partitions, replicationFactor: replication, configEntries: entries(config) };
}

function configOf(name: string, changes: readonly TopicChange[], actual: ActualTopic | undefined) {
  const kept = Object.fromEntries((actual?.stated ?? []).map((setting) => [setting, actual?.config[setting] ?? '']));
  const mended = Object.fromEntries(
    changes.flatMap((change) =>
      change.kind === 'setConfig' && change.topic === name ? [[change.setting, change.to]] : [],
    ),
  );
  return { type: kafkajs.ConfigResourceTypes.TOPIC, name, configEntries: entries({ ...kept, ...mended }) };
}

function entries(config: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(config).map(([name, value]) => ({ name, value }));
}
