import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { kafkaForTests } from '../../harness/kafka-for-tests.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';
import { readTopic } from '../../harness/read-topic.ts';
import { type CliRun, runCli } from '../../unit/cli/run-cli.ts';

const kafka = kafkaForTests();
const { url } = await postgresForTests();
const folder = mkdtempSync(join(tmpdir(), 'reference-'));
afterAll(() => rmSync(folder, { recursive: true }));
const variables = {
  TIDEWAITER_ENV: 'test',
  TIDEWAITER_KAFKA_BROKERS: kafka.brokers,
  TIDEWAITER_KAFKA_TOPICS_PREFIX: kafka.prefix,
  TIDEWAITER_POSTGRES_URL: url,
  TIDEWAITER_DATA_DIR: folder,
};
const run = (...args: readonly string[]): Promise<CliRun> => runCli(args, { variables });
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** The list with `count` codes, as its publisher writes it. */
const priorityList = (count: number): string =>
  [
    'tier,hs6,description_hs2022',
    ...Array.from({ length: count }, (_, index) => `1,8542${String(index).padStart(2, '0')},Integrated circuits`),
  ].join('\n');

interface Imported {
  readonly snapshots: readonly { readonly name: string; readonly version: string; readonly outcome: string }[];
}
interface Listed {
  readonly name: string;
  readonly version: string;
  readonly from: string;
  readonly inForce: boolean;
}
const inForce = async (): Promise<readonly string[]> => {
  const listed = (await run('reference', 'list', '--json')).stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Listed);
  return listed.filter((one) => one.name === 'high-priority' && one.inForce).map((one) => one.version);
};

beforeAll(async () => {
  expect((await run('topics', 'apply')).code).toBe(0);
  expect((await run('migrate')).code).toBe(0);
});

describe('tidewaiter reference', () => {
  it('imports a list, puts it in force and tells every process by the reference topic', async () => {
    const first = await run(
      'reference',
      'import',
      '--json',
      '--by',
      'officer-7',
      '--reason',
      'new edition',
      '--force',
      'first list of our own',
      '--source-day',
      '2026-11-01',
      write('list.csv', priorityList(60)),
    );
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const [snapshot] = (JSON.parse(first.stdout) as Imported).snapshots;
    expect(snapshot).toMatchObject({ name: 'high-priority', outcome: 'changed' });
    expect(await inForce()).toEqual([snapshot?.version]);
    const reader = await readTopic(kafka.client(), kafka.named('customs.reference'));
    await reader.until((messages) => messages.length > 0);
    await reader.stop();
    const [message] = reader.messages;
    expect(message?.key?.toString()).toBe('high-priority');
    expect(createCodecs().referenceActivation.decode(message?.value ?? Buffer.alloc(0))).toMatchObject({
      kind: 'high-priority',
      name: 'high-priority',
      version: snapshot?.version,
      by: 'officer-7',
      reason: 'new edition',
    });
  });

  it('refuses a list that has shrunk, and everything stays as it was', async () => {
    const before = await inForce();
    const shrunk = await run('reference', 'import', write('short.csv', priorityList(20)));
    expect(shrunk).toMatchObject({ code: 1, stdout: '' });
    expect(shrunk.stderr).toMatch(/^TDW_REFERENCE_SHRUNK: .* 60 → 20/);
    expect(await inForce()).toEqual(before);
  });

  it('keeps a version without putting it in force, and puts it in force when asked', async () => {
    const [before] = await inForce();
    const kept = await run('reference', 'import', '--json', '--no-activate', write('longer.csv', priorityList(61)));
    const [snapshot] = (JSON.parse(kept.stdout) as Imported).snapshots;
    expect(await inForce()).toEqual([before]);
    expect((await run('reference', 'activate', 'high-priority', snapshot?.version.slice(0, 12) ?? '')).code).toBe(0);
    expect(await inForce()).toEqual([snapshot?.version]);
    expect(await run('reference', 'activate', 'high-priority', 'ffff')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'error: No version of high-priority begins with ffff; `tidewaiter reference list` shows what is there.\n',
    });
  });

  it('goes back to what comes with Tidewaiter, which the list then shows once', async () => {
    const listed = async (): Promise<readonly Listed[]> =>
      (await run('reference', 'list', '--json')).stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Listed)
        .filter(({ name }) => name === 'high-priority');
    const shipped = (await listed()).find(({ from }) => from === 'shipped');
    expect(await run('reference', 'activate', 'high-priority', shipped?.version.slice(0, 12) ?? '')).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect((await listed()).filter(({ inForce: now }) => now)).toEqual([{ ...shipped, inForce: true }]);
  });

  it('refuses a file that it does not know', async () => {
    const unknown = await run('reference', 'import', write('poem.txt', 'Full fathom five thy father lies'));
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toMatch(/^TDW_REFERENCE_FORMAT_UNKNOWN: /);
  });
});

describe('tidewaiter licences import', () => {
  const licences = (status: string): string =>
    write(
      'licences.csv',
      `id,status,holderId,validFrom,validTo,line,commodityCode,destinations,quantity,unit\nGB-1,${status},GB123456789000,2026-01-01,2026-12-31,1,854231,US,100,KGM\nGB-2,issued,GB123456789000,2026-01-01,2026-12-31,1,854231,US,100,KGM\n`,
    );

  it('writes what differs as one revision', async () => {
    expect(JSON.parse((await run('licences', 'import', '--json', licences('issued'))).stdout)).toEqual({
      revision: 1,
      changed: 2,
      unchanged: 0,
      dropped: 0,
    });
    expect(JSON.parse((await run('licences', 'import', '--json', licences('suspended'))).stdout)).toEqual({
      revision: 2,
      changed: 1,
      unchanged: 1,
      dropped: 0,
    });
  });

  const register = (...ids: readonly string[]): string =>
    write(
      'register.csv',
      [
        'id,status,holderId,line,commodityCode,quantity,unit',
        ...ids.map((id) => `${id},issued,GB123456789000,1,854231,100,KGM`),
      ].join('\n'),
    );
  const known = async (): Promise<readonly string[]> =>
    (await run('licences', 'list', '--json')).stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: string }).id);

  it('keeps what a file does not name, unless the file is the whole register', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `GB-${10 + index}`);
    expect(JSON.parse((await run('licences', 'import', '--json', register(...ids))).stdout)).toMatchObject({
      changed: 20,
      dropped: 0,
    });
    expect(await known()).toHaveLength(22);
    expect(JSON.parse((await run('licences', 'import', '--json', '--whole', register(...ids))).stdout)).toMatchObject({
      changed: 0,
      unchanged: 20,
      dropped: 2,
    });
    expect(await known()).toEqual(ids);
  });

  it('refuses a whole register that was cut off, and takes it with a reason', async () => {
    const before = await known();
    const refused = await run('licences', 'import', '--whole', register('gb- 10', 'GB-11'));
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^TDW_LICENCES_SHRUNK: Of 20 licences in the register the file has 2\./);
    expect(await known()).toEqual(before);
    expect(
      (
        await run(
          'licences',
          'import',
          '--whole',
          '--force',
          'the others were surrendered',
          register('gb- 10', 'GB-11'),
        )
      ).code,
    ).toBe(0);
    expect(await known()).toEqual(['GB-10', 'GB-11']);
  });

  it('shows what a licence says, however its id is spelt, and when it changed or was dropped', async () => {
    const shown = JSON.parse((await run('licences', 'show', '--json', 'gb-1 0')).stdout) as {
      licence: unknown;
      history: readonly { status: string | null }[];
    };
    expect(shown.licence).toMatchObject({
      id: 'GB-10',
      status: 'issued',
      holderId: 'GB123456789000',
      lines: [{ line: 1, commodityCode: '854231' }],
    });
    const dropped = JSON.parse((await run('licences', 'show', '--json', 'GB-1')).stdout) as typeof shown;
    expect(dropped).toMatchObject({
      licence: null,
      history: [{ status: 'issued' }, { status: 'suspended' }, { status: null }],
    });
    const unheard = await run('licences', 'show', 'GB-404');
    expect(unheard.code).toBe(2);
    expect(unheard.stderr).toMatch(/^TDW_LICENCE_UNKNOWN/);
  });

  it('takes nothing of a file with a mistake, and names it', async () => {
    const broken = await run('licences', 'import', licences('lost'));
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).toMatch(/^TDW_LICENCES_MALFORMED: .*line 2, status/);
  });
});

describe('tidewaiter outcomes record', () => {
  it('puts the good lines on the topic and tells of the bad one', async () => {
    const good = {
      declarationId: '26GB1',
      version: 1,
      inspection: 'physical',
      inspectedAt: '2026-11-20T10:00:00Z',
      recordedBy: 'office-7',
      disposition: 'released',
    };
    const { code, stdout, stderr } = await runCli(['outcomes', 'record', '--json'], {
      variables,
      stdin: `${JSON.stringify(good)}\n{"declarationId":"26GB2"}\n`,
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ declarationId: '26GB1', disposition: 'released' });
    expect(JSON.parse(stderr)).toMatchObject({ file: '-', line: 2, code: 'TDW_OUTCOMES_MALFORMED' });
    const reader = await readTopic(kafka.client(), kafka.named('customs.outcomes'));
    await reader.until((messages) => messages.length === 1);
    await reader.stop();
    expect(reader.messages[0]?.key?.toString()).toBe('26GB1');
  });
});
