import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v4 as randomUuid } from 'uuid';
import type { ActiveSnapshots, SnapshotStore, StoredSnapshot } from '../../reference/ports/snapshot-store.ts';
import { canonicalText, unsealByPart } from '../../reference/snapshot/seal.ts';
import { type SealedSnapshot, snapshotName } from '../../reference/snapshot/snapshot.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { inTurns } from '../turns/in-turns.ts';

const ACTIVE = 'active.json';
const VERSION = /^[0-9a-f]{64}$/;

/** Snapshots as files under `<folder>/reference/`, one each, named by hash: the cache beside the database, and all there is for offline commands. */
export function createFileSnapshotStore(dataFolder: string): SnapshotStore & ActiveSnapshots {
  const folder = join(dataFolder, 'reference');
  const pathOf = (version: string): string => join(folder, `${version}.json`);
  return {
    save: async ({ version, snapshot }, text = canonicalText(snapshot)) => {
      // A file that is there and whole stays as it is; one that was damaged is mended.
      if ((await readOrNothing(pathOf(version))) !== text) await writeWhole(folder, `${version}.json`, text);
    },
    find: (version) => findFile(pathOf(version), version),
    textOf: (version) => readOrNothing(pathOf(version)),
    list: () => listFolder(folder, pathOf),
    active: async () =>
      JSON.parse((await readOrNothing(join(folder, ACTIVE))) ?? '{}') as Readonly<Record<string, string>>,
    activate: async (versions) => {
      for (const [name, version] of Object.entries(versions)) {
        if ((await sizeOf(pathOf(version))) === undefined)
          throw new TidewaiterError(
            'TDW_REFERENCE_NOT_STORED',
            `${name} cannot be activated as ${version.slice(0, 12)}: it is not in ${folder}.`,
          );
      }
      const before = JSON.parse((await readOrNothing(join(folder, ACTIVE))) ?? '{}') as Record<string, string>;
      await writeWhole(folder, ACTIVE, JSON.stringify({ ...before, ...versions }, undefined, 1));
    },
  };
}

async function findFile(path: string, version: string): Promise<SealedSnapshot | undefined> {
  const text = await readOrNothing(path);
  if (text === undefined) return undefined;
  try {
    return await inTurns(unsealByPart(text, version));
  } catch (error) {
    if (!(error instanceof TidewaiterError)) throw error;
    throw new TidewaiterError(error.code, `${path}: ${error.message}`, { location: { file: path }, cause: error });
  }
}

async function listFolder(folder: string, pathOf: (version: string) => string): Promise<readonly StoredSnapshot[]> {
  const names = await readdir(folder).catch(emptyWhereAbsent);
  const versions = names.map((name) => name.replace(/\.json$/, '')).filter((name) => VERSION.test(name));
  const dated = await Promise.all(
    versions.map(async (version) => ({ version, at: (await stat(pathOf(version))).mtimeMs })),
  );
  const stored: StoredSnapshot[] = [];
  for (const { version } of dated.sort((a, b) => a.at - b.at)) {
    const sealed = await findFile(pathOf(version), version);
    if (sealed !== undefined)
      stored.push({
        name: snapshotName(sealed.snapshot),
        version,
        sourceDay: sealed.snapshot.provenance.sourceDay,
        bytes: (await sizeOf(pathOf(version)))!,
      });
  }
  return stored;
}

/** Written beside and renamed: a reader sees the old file or the new one, never half of it. */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const beside = join(folder, `.${name}.${randomUuid()}`);
  await writeFile(beside, text, { flag: 'wx' });
  await rename(beside, join(folder, name));
}

async function readOrNothing(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(nothingWhereAbsent);
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(({ size }) => size, nothingWhereAbsent);
}

function nothingWhereAbsent(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  return undefined;
}

function emptyWhereAbsent(error: unknown): string[] {
  return nothingWhereAbsent(error) ?? [];
}
