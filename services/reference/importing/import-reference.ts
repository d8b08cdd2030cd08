import type { Day } from '../../risk/declaration/declaration-event.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { canonicalJson } from '../../risk/json/canonical.ts';
import type { SourceFile } from '../../source-files/source-file.ts';
import { type Active, type Assembled, piecesOf, type ReadPiece } from '../kinds/assemble.ts';
import { assembleExchangeRates } from '../kinds/exchange-rates/assemble-exchange-rates.ts';
import { assembleGeography } from '../kinds/geography/assemble-geography.ts';
import { assembleHighPriority } from '../kinds/high-priority/assemble-high-priority.ts';
import { assembleNomenclature } from '../kinds/nomenclature/assemble-nomenclature.ts';
import { assembleExportCodes, assembleTariffs } from '../kinds/tariff/assemble-tariff.ts';
import type { SnapshotContent, SnapshotKind } from '../snapshot/contents.ts';
import { seal } from '../snapshot/seal.ts';
import { type AnySnapshot, type SealedSnapshot, SNAPSHOT_SCHEMA, snapshotName } from '../snapshot/snapshot.ts';
import { FORMATS } from './formats.ts';
import { countEntries, refuseShrunk } from './guard.ts';

export interface ImportOptions {
  /** Day of the sources: published, or last changed. Becomes part of the snapshots. */
  readonly sourceDay: Day;
  /** First day the imported tariffs hold. */
  readonly validFrom?: Day;
  /** What is active now: compared against, and taken over from where the files bring only a part. */
  readonly active: readonly SealedSnapshot[];
  /** Imports in spite of the guard; the reason is kept in the snapshot. */
  readonly forced?: { readonly reason: string };
  readonly madeBy: string;
  /** Told of every file when it has been read. */
  readonly progress?: (done: { readonly file: string; readonly format: string; readonly rows: number }) => void;
}

export interface ImportReport {
  readonly files: readonly {
    readonly name: string;
    readonly format: string;
    readonly rows: number;
    /** False where another file says the same in more detail. */ readonly used: boolean;
  }[];
  readonly snapshots: readonly ImportedSnapshot[];
}

export interface ImportedSnapshot {
  readonly sealed: SealedSnapshot;
  readonly name: string;
  readonly entries: Readonly<Record<string, number>>;
  /** Entries of the version before, where there is one. */
  readonly before?: Readonly<Record<string, number>>;
  readonly outcome: 'new' | 'changed' | 'unchanged';
}

/**
 * Reads reference files of any known format, told by content, and makes snapshots of them: all of the files, or none. Pure:
 * storing and activating is the caller's. Throws `TDW_REFERENCE_FORMAT_UNKNOWN`, `…_MALFORMED` (with file and line),
 * `…_INCOMPLETE`, `…_CONTRADICTS` or `…_SHRUNK`.
 */
export function importReference(files: readonly SourceFile[], options: ImportOptions): ImportReport {
  const pieces = files.map((file) => readFile(file, options));
  const active: Active = (kind, of) => contentOf(options.active, kind, of);
  const assembled: readonly Assembled[] = [
    ...assembleTariffs(pieces, active),
    ...assembleExportCodes(pieces),
    ...assembleNomenclature(pieces, active),
    ...assembleExchangeRates(pieces, active, options.forced !== undefined),
    ...assembleHighPriority(pieces),
    ...assembleGeography(pieces, active),
  ];
  const own = piecesOf(pieces, 'snapshot').map(({ piece }) => piece.snapshot);
  const used = new Set(
    [...assembled.flatMap(({ from }) => from), ...piecesOf(pieces, 'snapshot')].map(({ file }) => file),
  );
  return {
    files: pieces.map(({ file, format, rows }) => ({ name: file.name, format: format.id, rows, used: used.has(file) })),
    snapshots: distinct([...assembled.map((part) => toSnapshot(part, options)), ...own]).map((snapshot) =>
      report(snapshot, options),
    ),
  };
}

function readFile(file: SourceFile, { progress }: ImportOptions): ReadPiece {
  const format = FORMATS.find((known) => known.recognises(file));
  if (format === undefined)
    throw new TidewaiterError(
      'TDW_REFERENCE_FORMAT_UNKNOWN',
      `${file.name} is in none of the ${FORMATS.length} known formats.`,
      { place: { file: file.name } },
    );
  const { piece, rows } = format.read(file);
  if (rows === 0)
    throw new TidewaiterError('TDW_REFERENCE_MALFORMED', `${file.name} holds no rows.`, { place: { file: file.name } });
  progress?.({ file: file.name, format: format.id, rows });
  return { file, format, piece, rows };
}

/** Two files that make a snapshot of the same name leave open which one is meant. */
function distinct(snapshots: readonly AnySnapshot[]): readonly AnySnapshot[] {
  const names = snapshots.map(snapshotName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new TidewaiterError(
      'TDW_REFERENCE_INCOMPLETE',
      `More than one file makes ${twice}; give the one that is meant.`,
    );
  return snapshots;
}

function toSnapshot(
  { kind, of, content, from, notes = [] }: Assembled,
  { sourceDay, validFrom, madeBy, forced }: ImportOptions,
): AnySnapshot {
  const dated = kind === 'tariff' || kind === 'export-codes';
  const allNotes = forced === undefined ? notes : [...notes, `imported in spite of the guard: ${forced.reason}`];
  return {
    schema: SNAPSHOT_SCHEMA,
    kind,
    ...(of === undefined ? {} : { of }),
    ...(dated ? { validFrom: validFrom ?? sourceDay } : {}),
    provenance: {
      source: [...new Set(from.map(({ format }) => format.source))].join('; '),
      sourceDay,
      licence: [...new Set(from.map(({ format }) => format.licence))].join('; '),
      madeBy,
      files: from.map(({ file, rows }) => ({ name: file.name, sha256: file.sha256, rows })),
      ...(allNotes.length === 0 ? {} : { notes: allNotes }),
    },
    content,
  } as AnySnapshot;
}

function report(snapshot: AnySnapshot, { active, forced }: ImportOptions): ImportedSnapshot {
  const name = snapshotName(snapshot);
  const before = active.find((other) => snapshotName(other.snapshot) === name);
  const sealed = before !== undefined && addsNothing(snapshot, before.snapshot) ? before : seal(snapshot);
  if (before !== undefined && forced === undefined) refuseShrunk(snapshot, before.snapshot);
  const outcome = before === undefined ? 'new' : before.version === sealed.version ? 'unchanged' : 'changed';
  return {
    sealed,
    name,
    entries: countEntries(snapshot),
    ...(before === undefined ? {} : { before: countEntries(before.snapshot) }),
    outcome,
  };
}

/** Days of rates that are all there already make no new table of them. */
function addsNothing(snapshot: AnySnapshot, before: AnySnapshot): boolean {
  return snapshot.kind === 'exchange-rates' && canonicalJson(snapshot.content) === canonicalJson(before.content);
}

function contentOf<K extends SnapshotKind>(
  set: readonly SealedSnapshot[],
  kind: K,
  of?: string,
): SnapshotContent[K] | undefined {
  const sealed = set.find(({ snapshot }) => snapshot.kind === kind && (of === undefined || snapshot.of === of));
  return sealed?.snapshot.content as SnapshotContent[K] | undefined;
}
