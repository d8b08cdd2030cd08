import type { Kafka } from 'kafkajs';
import type { Settings } from '../../config/settings.ts';
import { topicNames } from '../../config/topic-names.ts';
import type { Codecs } from '../adapters/avro/codecs.ts';
import { startAtLeastOnce } from '../adapters/kafka/stream/at-least-once.ts';
import type { SupervisedConsumer } from '../adapters/kafka/stream/supervised-consumer.ts';
import { createPostgresAuditStore } from '../adapters/postgres/audit-store.ts';
import type { Database } from '../adapters/postgres/database.ts';
import { createAssessmentRecorder } from '../audit/record-assessments.ts';
import { createOutcomeRecorder } from '../audit/record-outcomes.ts';
import type { OnCheckpoint } from '../scoring/ports/stream.ts';
import { consumerSettings } from './compose/consumer.ts';
import type { Observe } from './service-events.ts';

export interface AuditParts {
  readonly settings: Settings;
  readonly kafka: Kafka;
  readonly database: Database;
  readonly codecs: Codecs;
  readonly observe: Observe;
  readonly checkpoint: OnCheckpoint;
  readonly now: () => number;
}

/** Starts the audit service: assessments and outcomes to Postgres, idempotent, whatever is read twice. */
export async function startAudit({
  settings,
  kafka,
  database,
  codecs,
  observe,
  checkpoint,
  now,
}: AuditParts): Promise<SupervisedConsumer> {
  const topics = topicNames(settings.kafka.topics);
  const store = createPostgresAuditStore(database);
  const assessments = createAssessmentRecorder({
    decode: (bytes) => codecs.assessment.decode(bytes),
    events: codecs.declarationEvent,
    store,
    observe: (report) => observe({ kind: 'audited', report }),
    now,
  });
  const outcomes = createOutcomeRecorder({
    decode: (bytes) => codecs.outcome.decode(bytes),
    store,
    observe: (report) => observe({ kind: 'outcomes', report }),
  });
  return startAtLeastOnce(
    kafka,
    consumerSettings(settings.kafka, settings.scoring, 'audit'),
    async (records) => {
      checkpoint('opened');
      await codecs.prepare(records.map((record) => record.value));
      await (records[0]?.topic === topics.outcomes ? outcomes(records) : assessments(records));
      checkpoint('auditWritten');
    },
    (event) => observe({ kind: 'consumer', service: 'audit', event }),
  );
}
