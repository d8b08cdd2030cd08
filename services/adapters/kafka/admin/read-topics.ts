import kafkajs, { type Admin } from 'kafkajs';
import type { ActualTopic } from './topic.ts';

/** The named topics as they are at the brokers; one that does not exist is not in the answer. */
export async function readTopics(admin: Admin, names: readonly string[]): Promise<ReadonlyMap<string, ActualTopic>> {
  const existing = (await admin.listTopics()).filter((name) => names.includes(name));
  if (existing.length === 0) return new Map();
  const [metadata, configs] = await Promise.all([
    admin.fetchTopicMetadata({ topics: existing }),
    admin.describeConfigs({
      includeSynonyms: false,
      resources: existing.map((name) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name })),
    }),
  ]);
  return new Map(
    metadata.topics.map(({ name, partitions }) => {
      const entries = configs.resources.find((resource) => resource.resourceName === name)?.configEntries ?? [];
      const config = Object.fromEntries(entries.map((entry) => [entry.configName, entry.configValue]));
      const stated = entries
        .filter((entry) => entry.configSource === kafkajs.ConfigSource.TOPIC_CONFIG)
        .map((entry) => entry.configName);
      return [
        name,
        { name, partitions: partitions.length, replication: partitions[0]?.replicas.length ?? 0, config, stated },
      ];
    }),
  );
}
