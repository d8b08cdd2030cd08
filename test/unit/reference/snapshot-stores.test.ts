import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createFileSnapshotStore } from '../../../services/adapters/reference-files/file-snapshot-store.ts';
import { loadReference } from '../../../services/adapters/reference-files/load-reference.ts';
import { activeSnapshotsContract, snapshotStoreContract } from '../../contract/ports/snapshot-store.ts';
import { commodityCode, day } from '../../harness/checked.ts';
import { snapshotOf } from './snapshots.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tidewaiter-snapshots-'));
  folders.push(folder);
  return folder;
}

describe('snapshots in files', () => {
  snapshotStoreContract(async () => createFileSnapshotStore(await emptyFolder()));
  activeSnapshotsContract(async () => createFileSnapshotStore(await emptyFolder()));
});

describe('snapshot files', () => {
  const sealed = snapshotOf(
    'tariff',
    { country: 'US', headings: ['8413'], lines: [['84131100', '99%', 'NAR']], statistical: [], additional: [] },
    { of: 'US' },
  );

  test('given a file that somebody changed, or that was cut short, then it is refused by its hash and named', async () => {
    const folder = await emptyFolder();
    const store = createFileSnapshotStore(folder);
    await store.save(sealed);
    const path = join(folder, 'reference', `${sealed.version}.json`);
    const text = await readFile(path, 'utf8');
    for (const broken of [text.replace('99%', '0%'), text.slice(0, -5), '']) {
      await writeFile(path, broken);
      await expect(store.find(sealed.version)).rejects.toMatchObject({
        code: 'TDW_REFERENCE_TAMPERED',
        location: { file: path },
      });
    }
  });

  test('given writes, then nothing half-written stays behind', async () => {
    const folder = await emptyFolder();
    const store = createFileSnapshotStore(folder);
    await Promise.all([store.save(sealed), store.save(sealed), store.save(sealed)]);
    await store.activate({ 'tariff/US': sealed.version });
    expect((await readdir(join(folder, 'reference'))).sort()).toEqual([`${sealed.version}.json`, 'active.json'].sort());
  });

  test("given an active tariff of one's own, then it takes the shipped one's place and the rest stays shipped", async () => {
    const store = createFileSnapshotStore(await emptyFolder());
    await store.save(sealed);
    await store.activate({ 'tariff/US': sealed.version });
    const reference = await loadReference(store, { country: 'US', currency: 'USD' });
    expect(reference.tariffLine(commodityCode('84131100'), day('2026-11-22'))).toMatchObject({
      value: { duty: { kind: 'adValorem', percent: '99' } },
    });
    expect(reference.tariffLine(commodityCode('61091000'), day('2026-11-22'))).toMatchObject({ state: 'unknown' });
    expect(reference.documentKind('X002')).toMatchObject({ state: 'found' });
  });
});
