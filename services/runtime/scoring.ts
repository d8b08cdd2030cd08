import type { Kafka } from 'kafkajs';
import type { Settings } from '../../config/settings.ts';
import { topicNames } from '../../config/topic-names.ts';
import type { Codecs } from '../adapters/avro/codecs.ts';
import { startExactlyOnce } from '../adapters/kafka/stream/exactly-once.ts';
import type { OpenPartitionWriter } from '../adapters/kafka/stream/partition-writer.ts';
import type { SupervisedConsumer } from '../adapters/kafka/stream/supervised-consumer.ts';
import type { Database } from '../adapters/postgres/database.ts';
import { createPostgresEventRegister } from '../adapters/postgres/event-register.ts';
import { createPostgresLicenceLedger } from '../adapters/postgres/licence-ledger.ts';
import { createPostgresLicenceRegister } from '../adapters/postgres/licence-register.ts';
import { storePolicy } from '../adapters/postgres/policy-store.ts';
import { createPostgresTraderHistory } from '../adapters/postgres/trader-history-store.ts';
import type { Policy } from '../risk/policy/policy.ts';
import { createPipeline } from '../scoring/pipeline.ts';
import type { ReferenceData } from '../scoring/ports/reference-data.ts';
import type { RiskModel } from '../scoring/ports/risk-model.ts';
import type { OnCheckpoint } from '../scoring/ports/stream.ts';
import { createProcessor } from '../scoring/processor/processor.ts';
import { consumerSettings } from './compose/consumer.ts';
import type { Watch } from './watch.ts';

export interface ScoringParts {
  readonly settings: Settings;
  readonly kafka: Kafka;
  readonly database: Database;
  readonly codecs: Codecs;
  readonly reference: ReferenceData;
  readonly policy: Policy;
  readonly models: readonly RiskModel[];
  readonly watch: Watch;
  readonly checkpoint: OnCheckpoint;
  readonly openWriter?: OpenPartitionWriter | undefined;
}

/** Room that a record's key, headers and framing take beside its value, bytes. */
const RECORD_OVERHEAD = 4_096;

/** Starts the stream processor: declarations in; assessments, referrals, notices and dead letters out, exactly once. */
export async function startScoring({
  settings,
  kafka,
  database,
  codecs,
  reference,
  policy,
  models,
  watch,
  checkpoint,
  openWriter,
}: ScoringParts): Promise<SupervisedConsumer> {
  const topics = topicNames(settings.kafka.topics);
  await storePolicy(database, policy);
  const register = createPostgresEventRegister(database);
  const maxRecordBytes = settings.limits.outputBytes - RECORD_OVERHEAD;
  const pipeline = createPipeline({
    codecs,
    register,
    licences: createPostgresLicenceRegister(database),
    ledger: createPostgresLicenceLedger(database),
    history: createPostgresTraderHistory(database),
    reference,
    models,
    policy,
    authority: settings.authority,
    topics,
    maxRecordBytes,
    checkpoint,
  });
  const process = createProcessor({
    pipeline,
    register,
    codecs,
    policy,
    topics,
    maxRecordBytes,
    observe: (report) => watch.batch(report),
  });
  const stream = {
    ...consumerSettings(settings.kafka, settings.scoring, 'scoring'),
    transactionTimeoutMs: settings.kafka.transactionTimeout,
    maxSendBytes: settings.limits.outputBytes,
    compression: settings.kafka.compression,
  };
  return startExactlyOnce(kafka, stream, process, {
    observe: (event) => watch.consumer('scoring', event),
    checkpoint,
    ...(openWriter && { openWriter }),
  });
}
