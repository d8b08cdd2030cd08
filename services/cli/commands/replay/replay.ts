import { recordedAssessments, type ReplayRange } from '../../../adapters/postgres/recorded-assessments.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { createRecordReader } from '../../../runtime/editions/read-records.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';
import { allEqual, counted, NOTHING_REPLAYED } from './replay-count.ts';
import { createModelReplay } from './replay-models.ts';
import { createRowReplay } from './replay-row.ts';
import { countText, differencesOf } from './replay-text.ts';

export interface ReplayOptions extends ReplayRange {
  readonly json?: true;
  /** Ask the models again, too. */
  readonly models?: true;
}

/**
 * `tidewaiter replay`: makes recorded assessments again from their own facts and policy, and tells the first byte that differs.
 * Exit code 1 where one does, or where a declaration is named of which there is none.
 */
export async function replayCommand(shell: Shell, { json, models, ...range }: ReplayOptions): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  const replay = createRowReplay(createRecordReader(settings, database), models && createModelReplay(settings));
  let count = NOTHING_REPLAYED;
  try {
    for await (const row of recordedAssessments(database, range)) {
      const replayed = await replay(row);
      count = counted(count, replayed);
      for (const line of differencesOf(row, replayed, json ? 'json' : 'text')) await shell.out.line(line);
    }
  } finally {
    await database.close();
  }
  const { replayed, different } = count;
  await shell.out.line(
    json
      ? JSON.stringify({ replayed, different, ...(models && { models: count.models }) })
      : countText(count, models ? 'models' : 'none'),
  );
  if (replayed === 0) await shell.err.line('No assessment on record fits: nothing was compared.');
  const missed = replayed === 0 && range.declarationId !== undefined;
  return allEqual(count) && !missed ? EXIT.ok : EXIT.inputBad;
}
