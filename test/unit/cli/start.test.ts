import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writtenAt } from '../../../services/cli/exit/report-error.ts';
import { testFolders } from '../../harness/test-folders.ts';
import { runCli } from './run-cli.ts';

const newFolder = testFolders('start');
const ASSESS = ['assess', '--json', '--at', '2026-11-01T00:00:00Z', 'infra/demo/declarations/import-coffee.xml'];

describe('the program', () => {
  it('given a data folder in which nothing is kept yet, when several start at once, then all give one answer, and later ones the same from what was kept', async () => {
    const dataDir = newFolder();
    const assess = (): ReturnType<typeof runCli> => runCli(ASSESS, { variables: { TIDEWAITER_DATA_DIR: dataDir } });
    const first = await Promise.all([assess(), assess(), assess()]);
    const [kept, ...others] = readdirSync(join(dataDir, 'policies'));
    const later = await assess();
    expect(others).toEqual([]);
    expect(readFileSync(join(dataDir, 'policies', kept!), 'utf8').slice(0, 64)).toBe(
      (JSON.parse(later.stdout) as { versions: { policy: string } }).versions.policy,
    );
    for (const run of first) expect(run).toEqual(later);
    expect(later.code).toBe(0);
  }, 240_000);

  it('given a data folder in which nothing can be kept, when it starts, then it works without', async () => {
    const dataDir = newFolder();
    writeFileSync(join(dataDir, 'policies'), 'a file where a folder would have to be');
    const { code, stdout } = await runCli(ASSESS, { variables: { TIDEWAITER_DATA_DIR: dataDir } });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ lane: expect.any(String) as string });
  }, 60_000);
});

describe('a place in code that was put together from others', () => {
  it('is told as the place where it was written', () => {
    const file = join(newFolder(), 'program.js');
    // Line 1, column 1 of program.js is line 3, column 5 of its source (version 3 of the format, base-64 VLQ: 0, 0, 2, 4).
    writeFileSync(
      `${file}.map`,
      JSON.stringify({ version: 3, sources: ['../services/cli/main.ts'], names: [], mappings: 'AAEI' }),
    );
    expect(writtenAt({ file, line: 1, column: 1 })).toEqual({
      file: join(file, '../../services/cli/main.ts'),
      line: 3,
      column: 5,
    });
  });

  it('stays what it is where there is no map', () => {
    const place = { file: join(newFolder(), 'module.js'), line: 7, column: 2 };
    expect(writtenAt(place)).toEqual(place);
  });
});
