import { z } from 'zod';
import type { ErrorCode } from '../../services/risk/failure/error-codes.ts';
import { TidewaiterError } from '../../services/risk/failure/tidewaiter-error.ts';
import { sha256HexByPart } from '../../services/risk/json/canonical.ts';
import type { Artefact } from './artefact.ts';
import {
  ARTEFACT_FORMAT,
  listFile,
  type Manifest,
  MANIFEST_FILE,
  type ManifestList,
  manifestSchema,
  type ManifestTable,
  versionOf,
  WEIGHTS_FILE,
} from './manifest.ts';
import { sizeOf, type Table } from './table.ts';

/** The folder that an artefact lies in: the content of a file by its path within, undefined where it is not there. */
export interface ArtefactSource {
  /** For messages: the folder's path. */
  readonly place: string;
  readonly read: (file: string) => Uint8Array | undefined;
}

/**
 * Reads and checks an artefact: every file that changes an answer has the hash it is named by. Tables are views, not copies. Pauses for
 * whoever has other work to let through: twenty megabytes take some thirty milliseconds.
 * @param manifest what `decodeManifest` made of the same source
 * @throws TDW_MODEL_MISSING, TDW_MODEL_NEWER, TDW_MODEL_MALFORMED, TDW_MODEL_CORRUPT
 */
export function* decodeArtefactByPart(
  source: ArtefactSource,
  manifest: Manifest = decodeManifest(source),
): Generator<undefined, Artefact, undefined> {
  const weights = yield* vouchedByPart(source, WEIGHTS_FILE, manifest.weights.sha256);
  const tables = new Map(manifest.tables.map((entry) => [entry.name, tableIn(source, weights, entry)]));
  const lists = new Map<string, readonly string[]>();
  for (const entry of manifest.lists) {
    lists.set(entry.name, yield* listByPart(source, entry));
    yield;
  }
  return { name: manifest.name, version: manifest.version, manifest, tables, lists };
}

/** The manifest alone, for listings: its own words are checked against the version, the files beside it are not read. @throws as decodeArtefactByPart */
export function decodeManifest(source: ArtefactSource): Manifest {
  const document = parse(source, content(source, MANIFEST_FILE));
  const form = z.object({ format: z.int() }).safeParse(document);
  if (!form.success) throw refusal(source, 'TDW_MODEL_MALFORMED', 'its manifest names no format');
  if (form.data.format > ARTEFACT_FORMAT)
    throw refusal(
      source,
      'TDW_MODEL_NEWER',
      `it is of format ${form.data.format}, this release reads up to ${ARTEFACT_FORMAT}`,
    );
  const checked = manifestSchema.safeParse(document);
  if (!checked.success)
    throw refusal(source, 'TDW_MODEL_MALFORMED', z.prettifyError(checked.error).replace(/\s*\n\s*/g, ' '));
  if (versionOf(checked.data) !== checked.data.version)
    throw refusal(source, 'TDW_MODEL_CORRUPT', 'its manifest does not have the version it names');
  return checked.data;
}

function parse(source: ArtefactSource, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw refusal(source, 'TDW_MODEL_MALFORMED', 'its manifest is no JSON', cause);
  }
}

function content(source: ArtefactSource, file: string): Uint8Array {
  const bytes = source.read(file);
  if (bytes === undefined) throw refusal(source, 'TDW_MODEL_MISSING', `${file} is not there`);
  return bytes;
}

function* vouchedByPart(
  source: ArtefactSource,
  file: string,
  sha256: string,
): Generator<undefined, Uint8Array, undefined> {
  const bytes = content(source, file);
  if ((yield* sha256HexByPart(bytes)) !== sha256)
    throw refusal(source, 'TDW_MODEL_CORRUPT', `${file} is not what the manifest says`);
  return bytes;
}

function tableIn(
  source: ArtefactSource,
  weights: Uint8Array,
  { name, dtype, shape, offset, scale, scalesOffset }: ManifestTable,
): Table {
  const view = <Values>(make: NumbersIn<Values>, at: number, length: number): Values => {
    if (at % make.BYTES_PER_ELEMENT !== 0 || at + length * make.BYTES_PER_ELEMENT > weights.length)
      throw refusal(source, 'TDW_MODEL_MALFORMED', `table ${name} does not lie in ${WEIGHTS_FILE}`);
    return new make(weights.buffer as ArrayBuffer, weights.byteOffset + at, length);
  };
  const size = sizeOf(shape);
  switch (dtype) {
    case 'int8': {
      const ofRows = scale === 'rows' ? view(Float32Array, scalesOffset ?? 0, shape[0] ?? 0) : scale;
      if (ofRows === undefined) throw refusal(source, 'TDW_MODEL_MALFORMED', `table ${name} has no scale`);
      return { dtype, shape, values: view(Int8Array, offset, size), scale: ofRows };
    }
    case 'uint16':
      return { dtype, shape, values: view(Uint16Array, offset, size) };
    case 'int32':
      return { dtype, shape, values: view(Int32Array, offset, size) };
    case 'float32':
      return { dtype, shape, values: view(Float32Array, offset, size) };
  }
}

interface NumbersIn<Values> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, offset: number, length: number): Values;
}

function* listByPart(
  source: ArtefactSource,
  { name, entries, sha256 }: ManifestList,
): Generator<undefined, readonly string[], undefined> {
  const text = new TextDecoder().decode(yield* vouchedByPart(source, listFile(name), sha256));
  const lines = text.split('\n').slice(0, -1);
  if (lines.length !== entries)
    throw refusal(source, 'TDW_MODEL_MALFORMED', `list ${name} has ${lines.length} entries instead of ${entries}`);
  return lines;
}

function refusal({ place }: ArtefactSource, code: ErrorCode, what: string, cause?: unknown): TidewaiterError {
  return new TidewaiterError(code, `${place} is no artefact that can be used: ${what}.`, {
    location: { file: place },
    ...(cause === undefined ? {} : { cause }),
  });
}
