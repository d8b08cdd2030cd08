import { resolve } from 'node:path';
import { readInput } from '../../../adapters/input/read-input.ts';
import { loadReference } from '../../../adapters/reference-files/load-reference.ts';
import { openSourceFile } from '../../../adapters/reference-files/open-source-file.ts';
import { readHistory } from '../../../reference/history/read-history.ts';
import { readLicences } from '../../../reference/licences/read-licences.ts';
import { assessmentJson } from '../../../risk/audience/assessment-json.ts';
import { type Day, isDay } from '../../../risk/declaration/day.ts';
import type { Instant, InstantOrDay } from '../../../risk/declaration/instant.ts';
import { startOfDay } from '../../../risk/declaration/local-day.ts';
import type { Licence } from '../../../risk/facts/facts.ts';
import type { Tier } from '../../../risk/findings/finding.ts';
import { composeOfflineModels } from '../../../runtime/compose/models.ts';
import { composePolicy } from '../../../runtime/compose/policy.ts';
import { composeLocalSnapshots } from '../../../runtime/compose/reference.ts';
import type { SourceFile } from '../../../source-files/source-file.ts';
import { EXIT, type ExitCode, UsageError } from '../../exit/exit-codes.ts';
import { InputReport } from '../../input/input-report.ts';
import { openSources } from '../../input/open-sources.ts';
import { readMap } from '../../input/read-map.ts';
import { offlineBatches } from '../../offline/offline-batches.ts';
import { createOfflineFlow } from '../../offline/offline-flow.ts';
import { assessmentText } from '../../output/assessment-text.ts';
import type { Shell } from '../../shell/shell.ts';

export interface AssessOptions {
  readonly json?: true;
  readonly tier: Tier;
  readonly at?: InstantOrDay;
  readonly declarationId?: string;
  /** A mapping file for CSV. */
  readonly map?: string;
  /** A file with the register of licences. */
  readonly licences?: string;
  /** A file with the traders' history. */
  readonly history?: string;
  /** First day that the history covers, where the file's own earliest is not it. */
  readonly historySince?: Day;
}

/** Assesses the declarations of files in this process and writes one answer an event; bad files are told of and do not stop the good ones. */
export async function assessFiles(shell: Shell, files: readonly string[], options: AssessOptions): Promise<ExitCode> {
  if (options.historySince !== undefined && options.history === undefined)
    throw new UsageError('--history-since is of use with --history only.');
  const mapped = await readMap(shell, options.map);
  const { settings } = await shell.settings();
  const policy = composePolicy(settings);
  const reference = await loadReference(composeLocalSnapshots(settings), settings.authority);
  const licences =
    options.licences === undefined
      ? undefined
      : readRegister(await openSourceFile(resolve(shell.workingDirectory, options.licences)));
  const history =
    options.history === undefined
      ? undefined
      : readHistory(await openSourceFile(resolve(shell.workingDirectory, options.history)), options.historySince);
  const models = await composeOfflineModels(settings);
  const at = options.at === undefined ? undefined : instantIn(options.at, settings.authority.timeZone);
  const flow = createOfflineFlow({
    policy,
    reference,
    authority: settings.authority,
    models,
    licences,
    history,
    ...(at === undefined ? {} : { at }),
  });
  const report = new InputReport(shell.err, options.json ? 'json' : 'text');
  const input = readInput(openSources(files, shell), {
    ...mapped,
    timeZone: settings.authority.timeZone,
    ...(options.declarationId === undefined ? {} : { declarationId: options.declarationId }),
  });
  const arrivedAt = at === undefined ? shell.now() : Date.parse(at);
  for await (const batch of offlineBatches(report.events(input), settings.scoring.batchSize, arrivedAt)) {
    const { good } = await flow.run(batch);
    const fileOf = new Map(batch.map(({ event, file }) => [event.eventId, file]));
    for (const { assessment } of good) {
      const file = fileOf.get(assessment.eventId) ?? '';
      const answer = assessmentJson(options.tier, assessment, policy);
      await shell.out.line(options.json ? JSON.stringify({ file, ...answer }) : assessmentText(file, answer));
    }
  }
  return report.count.failed > 0 ? EXIT.inputBad : EXIT.ok;
}

/** A register read from a file is its own first revision. */
function readRegister(file: SourceFile): readonly Licence[] {
  return readLicences(file).map((licence) => ({ ...licence, revision: 1 }));
}

const instantIn = (time: InstantOrDay, timeZone: string): Instant => (isDay(time) ? startOfDay(time, timeZone) : time);
