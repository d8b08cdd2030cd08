import type { Settings } from '../../../config/settings.ts';
import { topicNames } from '../../../config/topic-names.ts';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { readShippedSnapshots } from '../../../services/adapters/reference-files/shipped-reference.ts';
import { overlay } from '../../../services/reference/active/overlay.ts';
import { loadSnapshots } from '../../../services/reference/snapshot/load-snapshots.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { composeOfflineModels } from '../../../services/runtime/compose/models.ts';
import type { OutboundRecord } from '../../../services/scoring/ports/stream.ts';
import type { DemoResult } from '../report/outcome-of-demo.ts';
import { OutputCollector } from '../report/output-collector.ts';
import type { ShowProgress } from '../report/progress.ts';
import type { PreparedDemo } from '../trade/prepare.ts';
import { type AnswerEvents, createMemoryStream } from './memory-stream.ts';

/** Runs the whole demo in this process. */
export async function runInMemory(demo: PreparedDemo, settings: Settings, progress: ShowProgress): Promise<DemoResult> {
  const reference = loadSnapshots(overlay(readShippedSnapshots(), [demo.usual]), settings.authority);
  const answer = createMemoryStream({
    settings,
    reference,
    licences: demo.licences,
    models: await composeOfflineModels(settings),
    now: Date.now,
  });
  const collector = new OutputCollector(createCodecs(), topicNames(settings.kafka.topics));
  await inBatches(demo.past, answer, settings, progress('Past declarations'), () => undefined);
  const begun = performance.now();
  await inBatches(demo.story, answer, settings, progress('Declarations judged'), (record) => collector.take(record));
  const seconds = (performance.now() - begun) / 1000;
  return {
    answers: collector.answers,
    referrals: collector.referrals,
    deadLetters: collector.deadLetters,
    labels: demo.labels,
    speed: {
      events: demo.story.length,
      items: demo.story.reduce((sum, event) => sum + event.goodsItems.length, 0),
      seconds,
    },
  };
}

async function inBatches(
  events: readonly DeclarationEvent[],
  answer: AnswerEvents,
  { scoring }: Settings,
  progress: ReturnType<ShowProgress>,
  take: (record: OutboundRecord) => void,
): Promise<void> {
  const shown = progress(events.length);
  for (let from = 0; from < events.length; from += scoring.batchSize) {
    const batch = events.slice(from, from + scoring.batchSize);
    for (const record of await answer(batch)) take(record);
    shown.advance(batch.length);
  }
  shown.end();
}
