import type { KafkaSettings, ScoringSettings } from '../../../config/settings.ts';
import type { ConsumerSettings } from '../../adapters/kafka/supervised-consumer.ts';

/** How a service reads its topics. @param service ends the group's name: "scoring", "audit" */
export function consumerSettings(kafka: KafkaSettings, scoring: ScoringSettings, service: string, topics: readonly string[]): ConsumerSettings {
  return {
    groupId: `${kafka.groupId}-${service}`,
    topics,
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
