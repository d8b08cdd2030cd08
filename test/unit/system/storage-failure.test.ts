import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asStorageFailure } from '../../../services/adapters/system/storage-failure.ts';
import { runCli } from '../cli/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'storage-'));
afterAll(() => rmSync(folder, { recursive: true }));
const systemError = (code: string, syscall: string, path?: string): Error =>
  Object.assign(new Error(`${code}: ${syscall}`), { code, syscall, path });

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('a disk that does not take what it is given', () => {
  it.each([
    ['is full', systemError('ENOSPC', 'write'), /^a file cannot be used: no space is left/],
    [
      'is read-only',
      systemError('EROFS', 'open', '/data/x'),
      /^\/data\/x cannot be used: it lies on a file system that is read-only/,
    ],
    [
      'is read-only, where a folder in a folder is to be made',
      systemError('ENOENT', 'mkdir', '/data/x/y'),
      /^\/data\/x\/y cannot be used/,
    ],
    ['may not be written', systemError('EACCES', 'mkdir', '/data'), /no right/],
    [
      'has a file where a folder is wanted',
      thrownBy(() => mkdirSync(join(import.meta.filename, 'below'))),
      /no folder/,
    ],
  ])('when it %s, then the error has its code and the path', (_what, error, says) => {
    const failure = asStorageFailure(error);
    expect(failure).toMatchObject({ code: 'TDW_STORAGE_UNUSABLE', failureClass: 'infrastructure', cause: error });
    expect((failure as Error).message).toMatch(says);
  });

  it.each([
    ['a file that is not there', thrownBy(() => readFileSync(join(folder, 'nowhere')))],
    ['a port that may not be used', systemError('EACCES', 'listen')],
    ['a mistake of our own', new TypeError('ours')],
  ])('is not what %s means', (_what, error) => {
    expect(asStorageFailure(error)).toBe(error);
  });

  it('ends a command with 4, not as a fault of Tidewaiter', async () => {
    const list = join(folder, 'list.csv');
    writeFileSync(list, 'tier,hs6,description_hs2022\n1,854231,Processors\n');
    const { code, stderr } = await runCli(['reference', 'import', '--force', 'a list of our own', list], {
      variables: { TIDEWAITER_DATA_DIR: join(list, 'data') },
    });
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: expect.stringMatching(/^TDW_STORAGE_UNUSABLE: .*list\.csv.* cannot be used/) as string,
    });
  });
});
