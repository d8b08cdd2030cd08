import type { Settings } from './settings.ts';

/** Kafka's own rule of thumb: fewer heartbeats in a session and a short pause loses the partitions. */
const HEARTBEATS_A_SESSION = 3;

/** What pg takes from an address before anything else. */
const TLS_IN_ADDRESS = /[?&](ssl|sslmode|sslcert|sslkey|sslrootcert|uselibpqcompat)=/i;

/** Settings that are each allowed and cannot all be meant, in words; empty where there are none. */
export function contradictions({ kafka, postgres, retention, limits, scoring }: Settings): readonly string[] {
  const { topics, consumer, sasl, ssl } = kafka;
  const rules: readonly (readonly [holds: boolean, otherwise: string])[] = [
    [
      topics.minInsyncReplicas <= topics.replication,
      'kafka.topics.minInsyncReplicas is above kafka.topics.replication: nothing could be written',
    ],
    [
      consumer.heartbeatInterval * HEARTBEATS_A_SESSION <= consumer.sessionTimeout,
      'kafka.consumer.heartbeatInterval is above a third of kafka.consumer.sessionTimeout: a short pause would lose the partitions',
    ],
    [kafka.backoff.first <= kafka.backoff.most, 'kafka.backoff.first is above kafka.backoff.most'],
    [
      sasl.mechanism === 'none' || (sasl.username !== null && sasl.password !== null),
      'kafka.sasl.mechanism asks for kafka.sasl.username and kafka.sasl.password',
    ],
    [
      sasl.mechanism !== 'plain' || ssl.enabled,
      'kafka.sasl.mechanism plain without kafka.ssl.enabled would send the password in the clear',
    ],
    [
      !postgres.ssl.enabled || postgres.url === null || !TLS_IN_ADDRESS.test(postgres.url),
      'postgres.url sets TLS by a parameter (sslmode or the like), which would take the place of what postgres.ssl asks for: leave it to postgres.ssl',
    ],
    [
      new Set(Object.values(topics.names)).size === Object.keys(topics.names).length,
      'two of kafka.topics.names are the same',
    ],
    [
      retention.tables.events > retention.topics.declarations,
      'retention.tables.events is not above retention.topics.declarations: an event that is read again would not be known as a duplicate',
    ],
    [
      limits.messageBytes <= limits.outputBytes,
      'limits.messageBytes is above limits.outputBytes: the dead letter of a large event could not be written',
    ],
    [limits.messageBytes <= scoring.maxBatchBytes, 'limits.messageBytes is above scoring.maxBatchBytes'],
  ];
  return rules.flatMap(([holds, otherwise]) => (holds ? [] : [otherwise]));
}
