import { createPostgresInspectionResults } from '../../../adapters/postgres/inspection-results.ts';
import type { InspectedDays, InspectionResults, OutcomeCoverage } from '../../../feedback/ports/inspection-results.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';
import { findingLines, HEADINGS, laneLines, type ReportLine } from './report-lines.ts';

export interface OutcomesReportOptions extends InspectedDays {
  readonly by: 'rule' | 'office' | 'lane' | 'model';
  readonly json?: true;
}

/** `tidewaiter outcomes report`: what inspections found, joined to what had been said of the goods. */
export async function reportOutcomes(shell: Shell, { by, json, ...days }: OutcomesReportOptions): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const database = await composeDatabase(settings.postgres);
  try {
    const results = createPostgresInspectionResults(database, settings.authority.timeZone);
    const [coverage, lines] = await Promise.all([results.coverage(days), linesOf(results, by, days)]);
    if (json) for (const { row } of lines) await shell.out.line(JSON.stringify(row));
    else if (lines.length > 0) await shell.out.line(textTable([HEADINGS[by], ...lines.map(({ cells }) => cells)]));
    await shell.out.line(json ? JSON.stringify(coverage) : coverageText(coverage, lines));
    return EXIT.ok;
  } finally {
    await database.close();
  }
}

async function linesOf(
  results: InspectionResults,
  by: OutcomesReportOptions['by'],
  days: InspectedDays,
): Promise<readonly ReportLine[]> {
  switch (by) {
    case 'rule':
      return findingLines(await results.byRule(days), ({ rule }) => ({ rule }));
    case 'office':
      return findingLines(await results.byOffice(days), ({ rule, office = 'not named' }) => ({ rule, office }));
    case 'model':
      return findingLines(await results.byModel(days), ({ model }) => ({ model }));
    case 'lane':
      return laneLines(await results.byLane(days));
  }
}

/** What the figures rest on, and what they do not say. */
export function coverageText(
  { outcomes, unmatched }: OutcomeCoverage,
  lines: readonly Pick<ReportLine, 'tooFew'>[],
): string {
  const few = lines.filter(({ tooFew }) => tooFew).length;
  return [
    `${outcomes} outcomes${unmatched === 0 ? '' : `, ${unmatched} of them without an assessment on record`}.`,
    ...(lines.length === 0 ? ['Nothing to count yet: no inspected goods of which anything had been said.'] : []),
    ...(few === 0
      ? []
      : [
          `${few} of ${lines.length} rows rest on too few cases for a conclusion (their interval is wider than 30 points).`,
        ]),
  ].join(' ');
}
