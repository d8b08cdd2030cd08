import { sha256Hex } from '../../services/risk/json/canonical.ts';
import {
  ARTEFACT_FORMAT,
  type ArtefactDraft,
  listFile,
  type Manifest,
  MANIFEST_FILE,
  type ManifestList,
  manifestSchema,
  type ManifestTable,
  nameOfPart,
  versionOf,
  WEIGHTS_FILE,
} from './manifest.ts';
import { BYTES_OF, sizeOf, type Table } from './table.ts';

export interface EncodedArtefact {
  readonly version: string;
  readonly manifest: Manifest;
  /** Contents by path within the artefact's folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const CARD_FILE = 'card.md';
/** Where a table may begin: a cache line, so that vector instructions read it whole. */
const ALIGNMENT = 64;

/** The files of an artefact's folder. The same draft gives the same bytes. @throws ZodError, RangeError for a draft that is none */
export function encodeArtefact(draft: ArtefactDraft): EncodedArtefact {
  const { tables, weights } = layOut(draft.tables);
  const lists = Object.entries(draft.lists).map(([name, entries]) => ({
    name: nameOfPart.parse(name),
    content: listContent(name, entries),
    entries: entries.length,
  }));
  const unnamed: Omit<Manifest, 'version'> = {
    format: ARTEFACT_FORMAT,
    name: draft.name,
    answers: draft.answers,
    weights: { bytes: weights.length, sha256: sha256Hex(weights) },
    tables,
    lists: lists.map(({ name, content, entries }): ManifestList => ({ name, entries, sha256: sha256Hex(content) })),
    training: draft.training,
    metrics: draft.metrics,
    distributions: draft.distributions,
  };
  const version = versionOf(unnamed);
  const manifest = manifestSchema.parse({ ...unnamed, version });
  const files = new Map<string, Uint8Array>([
    [MANIFEST_FILE, utf8(`${JSON.stringify(manifest, undefined, 1)}\n`)],
    [WEIGHTS_FILE, weights],
    [CARD_FILE, utf8(draft.card)],
  ]);
  for (const { name, content } of lists) files.set(listFile(name), content);
  return { version, manifest, files };
}

function layOut(named: ArtefactDraft['tables']): { readonly tables: ManifestTable[]; readonly weights: Uint8Array } {
  const blocks: { readonly offset: number; readonly bytes: Uint8Array }[] = [];
  let end = 0;
  const place = (values: Table['values']): number => {
    const offset = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
    blocks.push({ offset, bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) });
    end = offset + values.byteLength;
    return offset;
  };
  const tables = Object.entries(named).map(([name, table]) => entryOf(nameOfPart.parse(name), table, place));
  const weights = new Uint8Array(end);
  for (const { offset, bytes } of blocks) weights.set(bytes, offset);
  return { tables, weights };
}

function entryOf(name: string, table: Table, place: (values: Table['values']) => number): ManifestTable {
  const { dtype, shape, values } = table;
  if (values.byteLength !== sizeOf(shape) * BYTES_OF[dtype])
    throw new RangeError(`table ${name}: ${values.length} values do not fill ${shape.join(' × ')}`);
  const entry = { name, dtype, shape: [...shape], offset: place(values) };
  if (table.dtype !== 'int8') return entry;
  if (typeof table.scale === 'number') return { ...entry, scale: table.scale };
  if (table.scale.length !== shape[0])
    throw new RangeError(`table ${name}: ${table.scale.length} scales for ${shape[0]} rows`);
  return { ...entry, scale: 'rows', scalesOffset: place(table.scale) };
}

function listContent(name: string, entries: readonly string[]): Uint8Array {
  const broken = entries.find((entry) => /[\r\n]/.test(entry));
  if (broken !== undefined) throw new RangeError(`list ${name}: an entry has a line break`);
  return utf8(entries.map((entry) => `${entry}\n`).join(''));
}

const encoder = new TextEncoder();
const utf8 = (text: string): Uint8Array => encoder.encode(text);
