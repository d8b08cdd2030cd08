import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { dirname, join } from 'node:path';
import type { Artefact } from '../../../models/artefact/artefact.ts';
import { type ArtefactSource, decodeArtefactByPart, decodeManifest } from '../../../models/artefact/decode.ts';
import type { EncodedArtefact } from '../../../models/artefact/encode.ts';
import { listFile, type Manifest, WEIGHTS_FILE } from '../../../models/artefact/manifest.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { inTurns } from '../turns/in-turns.ts';

/**
 * An artefact from its folder, checked beside other work, its tables as views of the file's bytes.
 * @param manifest what `readManifest` made of the folder, where it was asked before
 * @throws TDW_MODEL_MISSING, TDW_MODEL_CORRUPT, TDW_MODEL_MALFORMED, TDW_MODEL_NEWER
 */
export async function readArtefact(folder: string, manifest: Manifest = readManifest(folder)): Promise<Artefact> {
  if (endianness() !== 'LE')
    throw new TidewaiterError(
      'TDW_MODEL_MALFORMED',
      `${folder} holds little-endian numbers, which this processor would misread.`,
    );
  const names = [WEIGHTS_FILE, ...manifest.lists.map(({ name }) => listFile(name))];
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name)).catch(nothingWhereAbsent)));
  const files = new Map(names.map((name, at) => [name, contents[at] && aligned(contents[at])]));
  return inTurns(decodeArtefactByPart({ place: folder, read: (file) => files.get(file) }, manifest));
}

/** Its manifest alone. @throws as readArtefact */
export function readManifest(folder: string): Manifest {
  return decodeManifest(sourceIn(folder));
}

/** Writes an artefact's files in place of what the folder holds: beside it first, so that no reader finds half of one. */
export function writeArtefact(folder: string, { version, files }: EncodedArtefact): void {
  const [beside, before] = [`${folder}.${version.slice(0, 12)}`, `${folder}.before`];
  for (const left of [beside, before]) rmSync(left, { recursive: true, force: true });
  for (const [file, content] of files) {
    const path = join(beside, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  if (existsSync(folder)) renameSync(folder, before);
  renameSync(beside, folder);
  rmSync(before, { recursive: true, force: true });
}

/** The files of a folder, for a decoder to ask for by name. */
export function sourceIn(folder: string): ArtefactSource {
  return { place: folder, read: (file) => readOrNothing(join(folder, file)) };
}

function readOrNothing(path: string): Uint8Array | undefined {
  try {
    return aligned(readFileSync(path));
  } catch (error) {
    return nothingWhereAbsent(error);
  }
}

/** In a buffer of its own: a small file is otherwise part of a pool, where tables would not be aligned. */
function aligned(read: Uint8Array): Uint8Array {
  return read.byteOffset % 64 === 0 ? read : Uint8Array.from(read);
}

function nothingWhereAbsent(error: unknown): undefined {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  return undefined;
}
