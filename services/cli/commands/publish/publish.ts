import { topicNames } from '../../../../config/topic-names.ts';
import { readInput } from '../../../adapters/input/read-input.ts';
import { openPublisher } from '../../../adapters/kafka/stream/publisher.ts';
import type { DeclarationEvent } from '../../../risk/declaration/declaration-event.ts';
import { composeCodecs } from '../../../runtime/compose/codecs.ts';
import { composeCommandKafka } from '../../../runtime/compose/kafka.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { InputReport } from '../../input/input-report.ts';
import { openSources } from '../../input/open-sources.ts';
import { readMap } from '../../input/read-map.ts';
import { showProgress } from '../../output/progress.ts';
import type { Shell } from '../../shell/shell.ts';
import { type Encoded, encodedBatches, type FromFile } from './encoded-batches.ts';

export interface PublishOptions {
  readonly dryRun?: true;
  readonly json?: true;
  readonly declarationId?: string;
  /** A mapping file for CSV. */
  readonly map?: string;
}

/** Reads declarations of files and publishes their events; bad files are told of and do not stop the good ones. */
export async function publishFiles(shell: Shell, files: readonly string[], options: PublishOptions): Promise<ExitCode> {
  const report = new InputReport(shell.err, options.json ? 'json' : 'text');
  const {
    settings: { authority },
  } = await shell.settings();
  const reading = {
    ...(await readMap(shell, options.map)),
    timeZone: authority.timeZone,
    ...(options.declarationId === undefined ? {} : { declarationId: options.declarationId }),
  };
  const events = report.events(readInput(openSources(files, shell), reading));
  await (options.dryRun ? showEvents(shell, events, options) : publishEvents(shell, events, options, report));
  return report.count.failed > 0 ? EXIT.inputBad : EXIT.ok;
}

async function showEvents(shell: Shell, events: AsyncIterable<FromFile>, { json }: PublishOptions): Promise<void> {
  for await (const { file, event } of events)
    await shell.out.line(json ? JSON.stringify(event) : eventText(file, event));
}

async function publishEvents(
  shell: Shell,
  events: AsyncIterable<FromFile>,
  options: PublishOptions,
  report: InputReport,
): Promise<void> {
  const { settings } = await shell.settings();
  const [kafka, codecs] = await Promise.all([composeCommandKafka(settings.kafka), composeCodecs(settings)]);
  const limits = { records: settings.scoring.batchSize, bytes: settings.limits.messageBytes };
  const progress = showProgress(shell, 'Events published', 0);
  const publisher = await openPublisher(kafka, topicNames(settings.kafka.topics).declarations);
  try {
    for await (const batch of encodedBatches(events, codecs.declarationEvent, limits, (file, error) =>
      report.failed({ kind: 'failed', file, error }),
    )) {
      await publisher.publish(batch.map(({ record }) => record));
      progress.advance(batch.length);
      for (const encoded of batch)
        await shell.out.line(options.json ? published(encoded) : eventText(encoded.file, encoded.event));
    }
  } finally {
    progress.end();
    await publisher.close();
  }
}

function published({ file, event: { eventId, eventType, declarationId, version } }: Encoded): string {
  return JSON.stringify({ file, eventId, eventType, declarationId, version });
}

/** An event that would be published, for people; `--json` writes the event itself. */
export function eventText(
  file: string,
  { declarationId, version, eventType, completeness, goodsItems }: DeclarationEvent,
): string {
  return `${file}: ${eventType} ${declarationId} version ${version}, ${goodsItems.length} ${goodsItems.length === 1 ? 'item' : 'items'}${completeness !== 'whole' ? ', partial' : ''}`;
}
