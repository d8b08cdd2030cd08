import { type Command, Option } from 'commander';
import { dayArgument } from '../../arguments/argument-types.ts';
import type { Perform } from '../../shell/shell.ts';
import type { OutcomesReportOptions } from './report-outcomes.ts';

/** `tidewaiter outcomes record`, `tidewaiter outcomes report` */
export function addOutcomesCommands(program: Command, perform: Perform): void {
  const outcomes = program.command('outcomes').description('what inspections found');
  outcomes
    .command('record')
    .description("put outcomes on their topic: `outcomes report`, the boards and the traders' history count them")
    .argument('[files...]', 'JSON lines, one outcome a line; - or none: standard input')
    .option('--json', 'one JSON object an outcome; bad lines as JSON on standard error')
    .addHelpText('after', OUTCOME_HELP)
    .action((files: string[], options: { json?: true }) =>
      perform(async (shell) => (await import('./record-outcomes.ts')).recordOutcomeFiles(shell, files, options)),
    );
  outcomes
    .command('report')
    .description(
      'how often what was found bore out what had been said: confirmed findings and false alarms, with 95 % intervals',
    )
    .addOption(
      new Option('--by <what>', 'what is counted').choices(['rule', 'office', 'lane', 'model']).default('rule'),
    )
    .addOption(new Option('--from <day>', 'inspected on this day or later').argParser(dayArgument))
    .addOption(new Option('--to <day>', 'inspected on this day or earlier').argParser(dayArgument))
    .option('--json', 'one JSON object a row, and what is covered last')
    .addHelpText('after', REPORT_HELP)
    .action((options: OutcomesReportOptions) =>
      perform(async (shell) => (await import('./report-outcomes.ts')).reportOutcomes(shell, options)),
    );
}

const OUTCOME_HELP = `
An outcome, on one line of its file:
  {"declarationId":"26GB7XQ1LV0KZP4RA3","version":1,"inspection":"physical","inspectedAt":"2026-11-20T10:00:00Z","recordedBy":"officer-7","officeId":"GB000060","disposition":"detained","items":[{"sequenceNumber":1,"result":"irregular","irregularities":["classification"],"disposition":"detained","confirmedFindings":["code-unlike-description"]}]}
  declarationId, version   as in the referral; assessmentId and referralId where known
  inspection               physical, documents, scan, postClearance
  inspectedAt              a time with its zone
  recordedBy               an identifier of the office's, never a name
  disposition              released, releasedAfterCorrection, detained, seized, returned, destroyed, cancelled, undecided
  items                    result: conforming, irregular, inconclusive, notInspected
    irregularities         classification, value, quantity, origin, licence, party, destination, description, prohibited, other
    confirmedFindings      ids of the referral's findings that proved right: what the report counts
    correctCommodityCode, correctOriginCountryCode, correctQuantity {value, unitCode}, correctValue {value, currencyId}, dutyDifference, note
  outcomeId                a UUID; where it is left out it follows from the content, so that the same line again repeats nothing
Money and quantities are decimals as text: "120.5". Every field: schemas/outcome.avsc.
`;

const REPORT_HELP = `
A hit counts once for each inspected goods item: confirmed (its id is among the item's confirmedFindings), otherwise (something else was wrong)
or false alarm (all was as declared). Items inconclusive or not inspected count for nothing. --by lane counts inspected declarations.
Only what was inspected is counted, and what is inspected is chosen by these very rules: the rates say how often a hit was right, not how much is missed.
The views behind it are inspections, inspected_items, inspected_declarations, inspected_findings and finding_verdicts (migration 0010).
`;
