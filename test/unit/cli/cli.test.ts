import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';
import { FORMATS } from '../../../services/reference/importing/formats.ts';
import { declarationLine } from './declaration-line.ts';
import { PROGRAM, runCli } from './run-cli.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const lines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('tidewaiter', () => {
  it('lists its commands and what its exit codes say', async () => {
    const { code, stdout } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const command of ['run', 'publish', 'assess', 'rules', 'dead-letters', 'topics', 'acls', 'config', 'doctor'])
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('Exit codes:');
  });

  it('ends with 2 and a hint where the command line is wrong', async () => {
    const { code, stderr } = await runCli(['topics', 'aply']);
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean apply?');
    expect((await runCli(['assess', '--tier', 'anybody'])).code).toBe(2);
    expect((await runCli(['assess', '--at', 'yesterday'])).code).toBe(2);
  });

  it('ends with 3 where a setting is wrong, and says so as JSON when asked', async () => {
    const { code, stdout, stderr } = await runCli(['config', 'show', '--json'], {
      variables: { TIDEWAITER_KAFKA_GROUPID: 'x' },
    });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(lines(stderr)).toEqual([
      expect.objectContaining({ code: 'TDW_CONFIG_UNKNOWN_KEY', element: 'TIDEWAITER_KAFKA_GROUPID' }),
    ]);
  });

  it("takes a settings file of one's own before and after the command", async () => {
    const own = write('own.yaml', 'logging:\n  level: debug\n');
    for (const args of [
      ['--config', own, 'config', 'show', '--json'],
      ['config', 'show', '--json', '--config', own],
    ]) {
      const { settings } = JSON.parse((await runCli(args)).stdout) as {
        settings: { setting: string; value: unknown }[];
      };
      expect(settings.find(({ setting }) => setting === 'logging.level')?.value).toBe('debug');
    }
  });

  it('explains every setting in lines that fit a terminal', async () => {
    const { stdout } = await runCli(['config', 'show', '--docs'], { variables: { TIDEWAITER_KAFKA_GROUP_ID: 'mine' } });
    expect(stdout).toMatch(/^kafka\.groupId = mine \(variable TIDEWAITER_KAFKA_GROUP_ID.*\)\n {4}\S/m);
    expect(stdout).not.toContain('│');
  });

  it('names a settings file that cannot be read as it was named', async () => {
    expect(await runCli(['--config', '/nowhere.yaml', 'config', 'show'])).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^TDW_CONFIG_UNREADABLE: \/nowhere\.yaml /) as string,
    });
  });

  it('ends quietly when its reader goes away', async () => {
    const input = write(
      'many.jsonl',
      Array.from({ length: 3000 }, (_, index) => declarationLine(`26GB${index}`)).join('\n'),
    );
    const child = spawn(process.execPath, [PROGRAM, 'publish', '--dry-run', '--json', input], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('what is put on record', () => {
  it.each([
    ['why a guard was passed over', ['reference', 'import', '--force', ' ', 'list.csv']],
    ['who reads a dead letter', ['dead-letters', 'show', 'x', '--by', '', '--reason', 'asked']],
    ['why dead letters are sent again', ['dead-letters', 'redrive', '--by', 'ops-17', '--reason', '']],
  ])('is never nothing: %s', async (_what, args) => {
    expect(await runCli(args)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('It must not be empty.') as string,
    });
  });

  it('holds no day to come as the day of a source', async () => {
    const list = write('list.csv', 'tier,hs6,description_hs2022\n1,854231,Processors\n');
    expect(await runCli(['reference', 'import', '--source-day', '2999-01-01', list])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('lies in the future') as string,
    });
  });
});

describe('tidewaiter reference import --help', () => {
  it('lists the formats, as the refusal of an unknown one says', async () => {
    const { stdout } = await runCli(['reference', 'import', '--help']);
    for (const { description } of FORMATS) expect(stdout).toContain(description);
  });
});

describe('tidewaiter assess', () => {
  it('answers the good input and tells of the bad one, in JSON, with exit code 1', async () => {
    const good = write('good.jsonl', declarationLine('26GB0000000000001', 2));
    const bad = write('bad.xml', '<MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2">\n<Declaration>');
    const { code, stdout, stderr } = await runCli(['assess', '--json', bad, good, join(folder, 'absent.xml')]);
    expect(code).toBe(1);
    const [answer, ...more] = lines(stdout);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({
      file: good,
      eventType: 'lodged',
      declarationId: '26GB0000000000001',
      version: 1,
      lane: expect.any(String) as string,
      score: expect.any(Number) as number,
      findings: expect.any(Array) as unknown[],
      versions: expect.any(Object) as object,
    });
    expect(answer?.['items']).toMatchObject([
      { sequenceNumber: 1, commodityCode: '61051000', missed: expect.any(Array) as unknown[] },
      { sequenceNumber: 2 },
    ]);
    expect(lines(stderr)).toMatchObject([
      { file: bad, code: 'TDW_XML_TRUNCATED', line: 2 },
      { file: join(folder, 'absent.xml'), code: 'TDW_INPUT_UNREADABLE' },
    ]);
  });

  it('reads standard input where no file is named', async () => {
    const { code, stdout } = await runCli(['assess', '--json'], { stdin: declarationLine('26GB0000000000001') });
    expect(code).toBe(0);
    expect(lines(stdout)).toMatchObject([{ file: '-', declarationId: '26GB0000000000001' }]);
  });

  it('says the same of the same input at the same time, in any order of batches', async () => {
    const input = Array.from({ length: 40 }, (_, index) => declarationLine(`26GB${index}`)).join('\n');
    const at = ['assess', '--json', '--tier', 'analyst', '--at', '2026-11-01T00:00:00Z'];
    const whole = await runCli(at, { stdin: input });
    const oneByOne = await runCli(at, { stdin: input, variables: { TIDEWAITER_SCORING_BATCH_SIZE: '7' } });
    expect(lines(whole.stdout)).toHaveLength(40);
    expect(oneByOne.stdout).toBe(whole.stdout);
  });

  it('answers an event that comes twice for both files', async () => {
    const [first, second] = [
      write('first.jsonl', declarationLine('26GB9')),
      write('second.jsonl', declarationLine('26GB9')),
    ];
    const { stdout } = await runCli(['assess', '--json', first, second]);
    expect(lines(stdout).map(({ file, eventId }) => ({ file, eventId }))).toEqual([
      { file: first, eventId: lines(stdout)[0]?.['eventId'] },
      { file: second, eventId: lines(stdout)[0]?.['eventId'] },
    ]);
  });

  it('tells a trader neither lane nor score', async () => {
    const { stdout } = await runCli(['assess', '--json', '--tier', 'trader'], { stdin: declarationLine('26GB1') });
    const [answer] = lines(stdout);
    expect(answer).not.toHaveProperty('lane');
    expect(answer).not.toHaveProperty('score');
  });
});

describe('tidewaiter publish --dry-run', () => {
  it('shows events that can be published again unchanged', async () => {
    const once = await runCli(['publish', '--dry-run', '--json'], { stdin: declarationLine('26GB0000000000001', 3) });
    const again = await runCli(['publish', '--dry-run', '--json'], { stdin: once.stdout });
    expect(once.code).toBe(0);
    expect(lines(again.stdout)).toEqual(lines(once.stdout));
    expect(lines(once.stdout)[0]).toMatchObject({
      eventType: 'lodged',
      goodsItems: [{ sequenceNumber: 1 }, { sequenceNumber: 2 }, { sequenceNumber: 3 }],
    });
  });
});

describe('tidewaiter rules check', () => {
  it('accepts the shipped policy', async () => {
    expect(await runCli(['rules', 'check'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('ends with 1 and names file, line and cause', async () => {
    const { code, stderr, stdout } = await runCli(['rules', 'check', folder]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^own\.yaml:1: points: is missing$/m);
    expect(stderr).toMatch(/^own\.yaml:2: there is no field "logging"$/m);
  });

  it('says where the features are listed that a rule misspells', async () => {
    const misspelt = join(folder, 'misspelt');
    mkdirSync(misspelt);
    const shipped = readFileSync(join(projectRoot(), 'config/policy/rules/accepted-in-the-future.yaml'), 'utf8');
    writeFileSync(
      join(misspelt, 'accepted.yaml'),
      shipped.replace('[declaration.acceptedAfterArrival]', '[declaration.acceptedAfterArival]'),
    );
    const [all, checked] = await Promise.all([
      runCli(['rules', 'features', '--json']),
      runCli(['rules', 'check', misspelt]),
    ]);
    expect(lines(all.stdout)).toContainEqual(
      expect.objectContaining({ name: 'item.grossMass', scope: 'item', type: 'double', label: 'gross mass' }),
    );
    expect(checked.stderr).toMatch(
      /there is no feature "declaration.acceptedAfterArival"\n[^]*^`tidewaiter rules features` lists/m,
    );
  });
});
