import { recordAccess } from '../../../adapters/postgres/access-record.ts';
import { assessmentsNamed, type StoredAssessment } from '../../../adapters/postgres/recorded-assessments.ts';
import { assessmentJson } from '../../../risk/audience/assessment-json.ts';
import type { Tier } from '../../../risk/findings/finding.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { createRecordReader } from '../../../runtime/editions/read-records.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { assessmentText } from '../../output/assessment-text.ts';
import type { Shell } from '../../shell/shell.ts';

export interface ShowOptions {
  readonly tier: Tier;
  readonly by: string;
  readonly reason: string;
  readonly json?: true;
}

/** `tidewaiter assessments show`: recorded assessments as a reader of the tier may know them, oldest first. Exit code 1 where none is on record. */
export async function showAssessments(
  shell: Shell,
  id: string,
  { tier, by, reason, json }: ShowOptions,
): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  try {
    await recordAccess(database, { who: by, command: `assessments show --tier ${tier}`, subject: id, reason });
    const read = createRecordReader(settings, database);
    const rows = await assessmentsNamed(database, id);
    for (const row of rows) {
      const { assessment, policy } = await read(row);
      const answer = assessmentJson(tier, assessment, policy);
      await shell.out.line(
        json ? JSON.stringify({ ...placeOf(row, tier), ...answer }) : assessmentText(row.recordedAt, answer),
      );
    }
    if (rows.length > 0) return EXIT.ok;
    await shell.err.line(`No assessment of ${id} is on record.`);
    return EXIT.inputBad;
  } finally {
    await database.close();
  }
}

/** Where it stands on record. */
function placeOf(
  { heading: { assessmentId }, recordedAt, editionId }: StoredAssessment,
  tier: Tier,
): { readonly assessmentId: string; readonly recordedAt: string; readonly edition?: string } {
  return { assessmentId, recordedAt, ...(editionId !== undefined && tier === 'analyst' && { edition: editionId }) };
}
