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
import { createPostgresTraderHistory } from '../adapters/postgres/trader-history-store.ts';
import { createPipeline } from '../scoring/pipeline.ts';
import type { OnCheckpoint } from '../scoring/ports/stream.ts';
import { createProcessor } from '../scoring/processor/processor.ts';
import { consumerSettings } from './compose/consumer.ts';
import type { Edition } from './editions/edition.ts';
import type { Editions } from './follow-reference.ts';
import type { Observe } from './service-events.ts';

export interface ScoringParts {
  readonly settings: Settings;
  readonly kafka: Kafka;
  readonly database: Database;
  readonly codecs: Codecs;
  readonly editions: Editions;
  readonly observe: Observe;
  readonly checkpoint: OnCheckpoint;
  readonly openWriter?: OpenPartitionWriter | undefined;
}

/** Room that a record's key, headers and framing take beside its value, bytes. */
const RECORD_OVERHEAD = 4_096;

/** Starts the stream processor: declarations in; assessments, referrals, notices and dead letters out, exactly once. */
export async function startScoring(parts: ScoringParts): Promise<SupervisedConsumer> {
  const { settings, kafka, observe, checkpoint, openWriter } = parts;
  const stream = {
    ...consumerSettings(settings.kafka, settings.scoring, 'scoring'),
    transactionTimeoutMs: settings.kafka.transactionTimeout,
    maxSendBytes: settings.limits.outputBytes,
    compression: settings.kafka.compression,
  };
  return startExactlyOnce(kafka, stream, composeProcessor(parts), {
    observe: (event) => observe({ kind: 'consumer', service: 'scoring', event }),
    checkpoint,
    ...(openWriter && { openWriter }),
  });
}

/** Each batch is judged by the edition that is in force as it begins. */
function composeProcessor({
  settings,
  database,
  codecs,
  editions,
  observe,
  checkpoint,
}: ScoringParts): ReturnType<typeof createProcessor> {
  const shared = {
    codecs,
    register: createPostgresEventRegister(database),
    topics: topicNames(settings.kafka.topics),
    maxRecordBytes: settings.limits.outputBytes - RECORD_OVERHEAD,
  };
  const sources = {
    licences: createPostgresLicenceRegister(database),
    ledger: createPostgresLicenceLedger(database),
    history: createPostgresTraderHistory(database),
    authority: settings.authority,
    checkpoint,
  };
  const judging = byEdition(
    () => editions.follower.current,
    ({ id, manifest, policy, reference, models }) => {
      const record = { edition: { id, ...manifest }, whole: settings.scoring.wholeRecords };
      return { policy, pipeline: createPipeline({ ...shared, ...sources, policy, reference, models, record }) };
    },
  );
  return createProcessor({ ...shared, judging, observe: (report) => observe({ kind: 'batch', report }) });
}

/** Puts the pipeline of an edition together when it is first asked for, and again only for another. */
function byEdition<T>(current: () => Edition, put: (edition: Edition) => T): () => T {
  let [edition, made]: [Edition | undefined, T | undefined] = [undefined, undefined];
  return () => {
    const now = current();
    if (now !== edition) [edition, made] = [now, put(now)];
    return made!;
  };
}
