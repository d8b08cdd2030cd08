import type { TopicKey } from '../../../../config/settings.ts';
import type { WantedTopic } from './topic.ts';

/** What an installation decides about its topics. */
export interface TopicPlanSettings {
  readonly names: Readonly<Record<TopicKey, string>>;
  readonly partitions: number;
  readonly replication: number;
  readonly minInsyncReplicas: number;
  /** Milliseconds; the reference topic is compacted instead. */
  readonly retention: Readonly<Record<Exclude<TopicKey, 'reference'>, number>>;
  readonly messageBytes: number;
  readonly outputBytes: number;
}

/**
 * Every topic with its settings. All have the same number of partitions, so that one declaration is in the same
 * partition of each. Declarations bear the time of their arrival at the broker; outputs bear their writer's.
 */
export function wantedTopics(settings: TopicPlanSettings): readonly WantedTopic[] {
  const { names, retention, messageBytes, outputBytes } = settings;
  const kept = (key: keyof typeof retention, maxBytes: number, more: Record<string, string> = {}): WantedTopic =>
    topic(settings, names[key], {
      'cleanup.policy': 'delete',
      'retention.ms': String(retention[key]),
      'max.message.bytes': String(maxBytes),
      ...more,
    });
  return [
    kept('declarations', messageBytes, { 'message.timestamp.type': 'LogAppendTime' }),
    kept('assessments', outputBytes),
    kept('referrals', outputBytes),
    kept('notices', outputBytes),
    kept('deadLetters', outputBytes),
    kept('outcomes', messageBytes),
    topic(settings, names.reference, {
      'cleanup.policy': 'compact',
      'retention.ms': '-1',
      'max.message.bytes': String(messageBytes),
    }),
  ];
}

function topic(
  { partitions, replication, minInsyncReplicas }: TopicPlanSettings,
  name: string,
  config: Record<string, string>,
): WantedTopic {
  return { name, partitions, replication, config: { ...config, 'min.insync.replicas': String(minInsyncReplicas) } };
}
