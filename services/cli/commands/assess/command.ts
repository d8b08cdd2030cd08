import { type Command, Option } from 'commander';
import { TIERS } from '../../../risk/findings/finding.ts';
import { dayArgument, timeArgument } from '../../arguments/argument-types.ts';
import { DECLARATION_CSV_HELP, LICENCES_HELP } from '../../arguments/csv-help.ts';
import type { Perform } from '../../shell/shell.ts';
import type { AssessOptions } from './assess.ts';

/** `tidewaiter assess` */
export function addAssessCommand(program: Command, perform: Perform): void {
  program
    .command('assess')
    .description('assess declarations from files in this process, without Kafka or Postgres')
    .argument(
      '[files...]',
      'XML (WCO as the UK has it; EU AES CC515C, CC513C, CC514C; NCTS CC015C, CC013C, CC014C; ASYCUDA World SAD; Danish and Dutch DMS), JSON lines or CSV, told by content; - or none: standard input',
    )
    .option('--json', 'one JSON object an event; bad files as JSON on standard error')
    .addOption(new Option('--tier <tier>', 'for whose eyes').choices(TIERS).default('inspector'))
    .addOption(
      new Option('--at <time>', 'judge as of this time where a declaration names none').argParser(timeArgument),
    )
    .option(
      '--licences <file>',
      'judge cited licences by this register (CSV or JSON lines); without it they are unknown',
    )
    .option(
      '--history <file>',
      'judge traders by these counts of earlier declarations (CSV or JSON lines); without it they are unknown',
    )
    .addOption(
      new Option(
        '--history-since <day>',
        'first day that the history covers; by default the earliest firstSeen of the file',
      ).argParser(dayArgument),
    )
    .option('--declaration-id <id>', 'take this as the id of every declaration')
    .option('--map <file>', 'read CSV by this mapping file (YAML): which column is what of the declaration')
    .addHelpText('after', `${DECLARATION_CSV_HELP}${LICENCES_HELP.replace('The file', '--licences')}${HISTORY_HELP}`)
    .action((files: string[], options: AssessOptions) =>
      perform(async (shell) => (await import('./assess.ts')).assessFiles(shell, files, options)),
    );
}

const HISTORY_HELP = `
A line of --history is one counter: party,dimension,value,declarations,referrals,hits,firstSeen,lastSeen
  party       an identifier ("GB123456789000"), or "name:NAME|COUNTRY" where the party has none
  dimension   all: how often it traded; chapter, destination, consignee: in this chapter, to this country, to this party (value);
              received: how often it was anybody's consignee
  referrals   of these declarations, how many were referred; hits: how many inspections found something
  firstSeen, lastSeen  days; a history that goes back fewer days than policy asks for calls nothing new
As JSON lines the same names: {"party":"GB1","dimension":"chapter","value":"84","declarations":12}
`;
