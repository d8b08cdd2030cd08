import type { KafkaSettings, ScoringSettings, TopicKey } from '../../../config/settings.ts';
import { topicNames } from '../../../config/topic-names.ts';
import type { ConsumerSettings } from '../../adapters/kafka/stream/supervised-consumer.ts';

export type ServiceName = 'scoring' | 'audit';
export const SERVICES = ['scoring', 'audit'] as const satisfies readonly ServiceName[];

/** What each service reads. */
export const READS = { scoring: ['declarations'], audit: ['assessments', 'outcomes'] } as const satisfies Record<
  ServiceName,
  readonly TopicKey[]
>;

/** A service's consumer group, and what it reads. */
export interface ServiceGroup {
  readonly groupId: string;
  readonly topics: readonly string[];
}

export function groupOf(service: ServiceName, kafka: Pick<KafkaSettings, 'groupId' | 'topics'>): ServiceGroup {
  const names = topicNames(kafka.topics);
  return { groupId: `${kafka.groupId}-${service}`, topics: READS[service].map((topic) => names[topic]) };
}

/** How a service reads its topics. */
export function consumerSettings(
  kafka: KafkaSettings,
  scoring: ScoringSettings,
  service: ServiceName,
): ConsumerSettings {
  return {
    ...groupOf(service, kafka),
    sessionTimeoutMs: kafka.consumer.sessionTimeout,
    heartbeatIntervalMs: kafka.consumer.heartbeatInterval,
    maxBytesPerPartition: kafka.consumer.maxBytesPerPartition,
    metadataMaxAgeMs: kafka.consumer.metadataMaxAge,
    partitionsConcurrently: scoring.partitionsConcurrently,
    batchRecords: scoring.batchSize,
    batchBytes: scoring.maxBatchBytes,
    backoffMs: [kafka.backoff.first, kafka.backoff.most],
  };
}
