import { topicNames } from '../../../../config/topic-names.ts';
import { openPublisher, type Publisher } from '../../../adapters/kafka/stream/publisher.ts';
import { instantOf } from '../../../risk/declaration/instant.ts';
import { composeCodecs } from '../../../runtime/compose/codecs.ts';
import { composeCommandKafka } from '../../../runtime/compose/kafka.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { InputReport } from '../../input/input-report.ts';
import { openSources } from '../../input/open-sources.ts';
import type { Shell } from '../../shell/shell.ts';
import { type EncodedOutcome, readOutcomes } from './read-outcomes.ts';

interface Options {
  readonly json?: true;
}

/** Puts what inspections found on the outcomes topic; bad lines are told of and do not stop the good ones. */
export async function recordOutcomeFiles(shell: Shell, files: readonly string[], options: Options): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const [kafka, codecs] = await Promise.all([composeCommandKafka(settings.kafka), composeCodecs(settings)]);
  const publisher = await openPublisher(kafka, topicNames(settings.kafka.topics).outcomes);
  const report = new InputReport(shell.err, options.json ? 'json' : 'text');
  try {
    for (const source of openSources(files, shell)) {
      for await (const entry of readOutcomes(source, codecs.outcome, instantOf(shell.now()))) {
        if (entry.kind === 'outcome') await record(shell, publisher, entry.encoded, options);
        else await report.failed(entry);
      }
    }
  } finally {
    await publisher.close();
  }
  return report.count.failed > 0 ? EXIT.inputBad : EXIT.ok;
}

async function record(
  shell: Shell,
  publisher: Publisher,
  { outcome, value }: EncodedOutcome,
  { json }: Options,
): Promise<void> {
  await publisher.publish([{ key: outcome.declarationId, value }]);
  await shell.out.line(
    json
      ? JSON.stringify({
          outcomeId: outcome.outcomeId,
          declarationId: outcome.declarationId,
          disposition: outcome.disposition,
        })
      : `${outcome.declarationId}: ${outcome.disposition} (${outcome.outcomeId})`,
  );
}
