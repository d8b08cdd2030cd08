import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFolders } from '../../harness/test-folders.ts';
import { declarationLine } from './declaration-line.ts';
import { type CliRun, runCli } from './run-cli.ts';

const newFolder = testFolders('history');
const TRADER = 'GB123456789000';
const lines = (...counters: readonly object[]): string => counters.map((counter) => JSON.stringify(counter)).join('\n');
const ALL = { party: TRADER, dimension: 'all', declarations: 60, referrals: 9, hits: 3, firstSeen: '2025-01-10' };

function assess(history: string | undefined, ...more: readonly string[]): Promise<CliRun> {
  const file = join(newFolder(), 'history.jsonl');
  if (history !== undefined) writeFileSync(file, history);
  return runCli(
    ['assess', '--json', '--tier', 'analyst', ...(history === undefined ? [] : ['--history', file]), ...more, '-'],
    { stdin: declarationLine('26GB0000000000001') },
  );
}

/** Results of the rules on traders, by rule. */
function onTraders({ stdout }: CliRun): Record<string, string> {
  interface Found {
    readonly findings: readonly { readonly id: string; readonly result: string }[];
  }
  const { findings, items } = JSON.parse(stdout) as Found & { readonly items: readonly Found[] };
  return Object.fromEntries(
    [...findings, ...items.flatMap((item) => item.findings)]
      .filter(({ id }) => id.startsWith('trader-'))
      .map(({ id, result }) => [id, result]),
  );
}

describe('tidewaiter assess', () => {
  it('given no history, then what it would say is unknown', async () => {
    expect(onTraders(await assess(undefined))).toEqual({
      'trader-new-to-goods': 'unknown',
      'trader-with-findings': 'unknown',
    });
  });

  it('given a history, then the rules on traders speak, and goods that it counts are not new', async () => {
    expect(onTraders(await assess(lines(ALL)))).toEqual({
      'trader-new-to-goods': 'hit',
      'trader-with-findings': 'hit',
    });
    const known = await assess(lines(ALL, { party: TRADER, dimension: 'chapter', value: '61', declarations: 4 }));
    expect(onTraders(known)).toEqual({ 'trader-with-findings': 'hit' });
  });

  it('given a history that goes back too few days, then nothing is called new', async () => {
    expect(onTraders(await assess(lines(ALL), '--history-since', '2026-10-30'))).toEqual({
      'trader-new-to-goods': 'unknown',
      'trader-with-findings': 'unknown',
    });
  });

  it('given a history that is none, then nothing is judged, and the line is named', async () => {
    const run = await assess(lines(ALL, { ...ALL, dimension: 'weather' }));
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(
      /"code":"TDW_HISTORY_MALFORMED","line":2,"element":"dimension"|TDW_HISTORY_MALFORMED: .*line 2/,
    );
  });

  it('given a day without a history, then the command line is refused', async () => {
    expect((await assess(undefined, '--history-since', '2026-01-01')).code).toBe(2);
  });
});
