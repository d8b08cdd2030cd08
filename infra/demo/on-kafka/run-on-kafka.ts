import { setTimeout as pause } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import type { Settings } from '../../../config/settings.ts';
import { topicNames } from '../../../config/topic-names.ts';
import type { Codecs } from '../../../services/adapters/avro/codecs.ts';
import { readToEnd } from '../../../services/adapters/kafka/stream/read-to-end.ts';
import type { Database } from '../../../services/adapters/postgres/database.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { composeCodecs } from '../../../services/runtime/compose/codecs.ts';
import { composeStreamKafka } from '../../../services/runtime/compose/kafka.ts';
import { composeDatabase } from '../../../services/runtime/compose/postgres.ts';
import type { DemoResult } from '../report/outcome-of-demo.ts';
import { OutputCollector } from '../report/output-collector.ts';
import type { ShowProgress } from '../report/progress.ts';
import type { PreparedDemo } from '../trade/prepare.ts';
import { type AnswerReader, openAnswerReader } from './answer-reader.ts';
import { publishEvents } from './publish-events.ts';

interface Stream {
  readonly settings: Settings;
  readonly kafka: Kafka;
  readonly codecs: Codecs;
  readonly reader: AnswerReader;
  readonly progress: ShowProgress;
  /** Rejects when a process that must answer has ended. */
  readonly failure: Promise<never>;
}

/** How often the database is asked how far audit has come. */
const LOOK_EVERY_MS = 100;

/** Publishes the past, waits until audit has counted it, publishes the story, and reads what became of it. */
export async function runOnKafka(
  demo: PreparedDemo,
  settings: Settings,
  failure: Promise<never>,
  progress: ShowProgress,
): Promise<DemoResult> {
  const kafka = await composeStreamKafka(settings.kafka, () => undefined);
  const [codecs, database] = await Promise.all([composeCodecs(settings), composeDatabase(settings.postgres)]);
  const topics = topicNames(settings.kafka.topics);
  const reader = await openAnswerReader(kafka, [topics.assessments, topics.deadLetters]);
  const stream: Stream = {
    settings,
    kafka,
    codecs,
    reader,
    progress,
    failure: Promise.race([failure, reader.failure]),
  };
  try {
    await answersTo(demo.past, 'Past declarations', stream);
    await Promise.race([untilCounted(database, demo.past), stream.failure]);
    const begun = performance.now();
    const collector = await answersTo(demo.story, 'Declarations judged', stream);
    const seconds = (performance.now() - begun) / 1000;
    return {
      answers: collector.answers,
      referrals: await referralsOf(demo, stream),
      deadLetters: collector.deadLetters,
      labels: demo.labels,
      speed: {
        events: demo.story.length,
        items: demo.story.reduce((sum, event) => sum + event.goodsItems.length, 0),
        seconds,
      },
    };
  } finally {
    await reader.stop();
    await database.close();
  }
}

/** Publishes events and resolves when each has its answer. */
async function answersTo(
  events: readonly DeclarationEvent[],
  what: string,
  { settings, kafka, codecs, reader, progress, failure }: Stream,
): Promise<OutputCollector> {
  const collector = new OutputCollector(codecs, topicNames(settings.kafka.topics));
  const shown = progress(what)(events.length);
  const answered = new Promise<void>((resolve) => {
    reader.handTo((record) => {
      collector.take(record);
      shown.advance(1);
      if (collector.answered >= events.length) resolve();
    });
  });
  try {
    await Promise.race([Promise.all([publishEvents(events, kafka, codecs, settings), answered]), failure]);
  } finally {
    shown.end();
  }
  return collector;
}

/** The history of the traders lags behind the answers by what audit has not written yet. */
async function untilCounted(database: Database, past: readonly DeclarationEvent[]): Promise<void> {
  const declarations = new Set(
    past.filter(({ eventType }) => eventType === 'lodged').map(({ declarationId }) => declarationId),
  ).size;
  for (;;) {
    const [row] = await database.query<{ counted: string }>('SELECT count(*) AS counted FROM counted_declarations');
    if (Number(row?.counted ?? 0) >= declarations) return;
    await pause(LOOK_EVERY_MS);
  }
}

/** The story's referrals: what stands on their topic once everything is answered, without those of the past. */
async function referralsOf(
  { story }: PreparedDemo,
  { kafka, codecs, settings }: Stream,
): Promise<OutputCollector['referrals']> {
  const topics = topicNames(settings.kafka.topics);
  const collector = new OutputCollector(codecs, topics);
  await readToEnd(kafka, { topic: topics.referrals, groupPrefix: 'demo-referrals-' }, (record) =>
    collector.take(record),
  );
  const declarations = new Set(story.map(({ declarationId }) => declarationId));
  return collector.referrals.filter(({ declarationId }) => declarations.has(declarationId));
}
