import type { ActualTopic, WantedTopic } from './topic.ts';

/** One difference between a topic as it is and as it should be, and whether it can be mended. */
export type TopicChange =
  | { readonly kind: 'create'; readonly topic: WantedTopic }
  | { readonly kind: 'addPartitions'; readonly topic: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'setConfig';
      readonly topic: string;
      readonly setting: string;
      readonly from: string;
      readonly to: string;
    }
  /** Not ours to change: what a person has to do stands in `todo`. */
  | { readonly kind: 'cannot'; readonly topic: string; readonly what: string; readonly todo: string };

/** More partitions send a declaration's later events elsewhere than its earlier ones, so this is asked for in so many words. */
export type Growth = 'addPartitions' | 'keepPartitions';

/** What has to be done so that the topics are as they should be; nothing when they are. */
export function planTopics(
  wanted: readonly WantedTopic[],
  actual: ReadonlyMap<string, ActualTopic>,
  growth: Growth,
): readonly TopicChange[] {
  return wanted.flatMap((topic) => {
    const existing = actual.get(topic.name);
    return existing === undefined
      ? [{ kind: 'create', topic } as const]
      : [
          ...partitionChanges(topic, existing, growth),
          ...replicationChanges(topic, existing),
          ...configChanges(topic, existing),
        ];
  });
}

function partitionChanges(wanted: WantedTopic, { partitions }: ActualTopic, growth: Growth): TopicChange[] {
  if (partitions === wanted.partitions) return [];
  if (partitions < wanted.partitions && growth === 'addPartitions')
    return [{ kind: 'addPartitions', topic: wanted.name, from: partitions, to: wanted.partitions }];
  const what = `has ${partitions} partitions, ${wanted.partitions} are asked for`;
  const todo =
    partitions < wanted.partitions
      ? 'stop the writers, let scoring and audit catch up, then run `tidewaiter topics apply --add-partitions`'
      : `set kafka.topics.partitions to ${partitions}: partitions cannot be taken away`;
  return [{ kind: 'cannot', topic: wanted.name, what, todo }];
}

function replicationChanges(wanted: WantedTopic, { replication }: ActualTopic): TopicChange[] {
  if (replication === wanted.replication) return [];
  const what = `has ${replication} copies of each partition, ${wanted.replication} are asked for`;
  return [{ kind: 'cannot', topic: wanted.name, what, todo: 'reassign its partitions with kafka-reassign-partitions' }];
}

function configChanges(wanted: WantedTopic, { config }: ActualTopic): TopicChange[] {
  return Object.entries(wanted.config)
    .filter(([setting, value]) => config[setting] !== value)
    .map(([setting, to]) => ({ kind: 'setConfig', topic: wanted.name, setting, from: config[setting] ?? '', to }));
}
