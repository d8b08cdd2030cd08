import type { Day } from '../../risk/declaration/day.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { canonicalJson } from '../../risk/json/canonical.ts';
import type { SourceFile } from '../../source-files/source-file.ts';
import type { Assembled, Format, ReadPiece } from '../kinds/format.ts';
import type { Kind } from '../kinds/kind.ts';
import { kindNamed, KINDS } from '../kinds/kinds.ts';
import { countEntries } from '../snapshot/check-snapshot.ts';
import { seal } from '../snapshot/seal.ts';
import { type SealedSnapshot, type Snapshot, SNAPSHOT_SCHEMA, snapshotName } from '../snapshot/snapshot.ts';
import { formatsOf } from './formats.ts';
import { refuseShrunk } from './guard.ts';
import { isOwnSnapshot } from './own-snapshot.ts';

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
export function importReference(
  files: readonly SourceFile[],
  options: ImportOptions,
  kinds: readonly Kind[] = KINDS,
): ImportReport {
  const formats = formatsOf(kinds);
  const pieces = files.map((file) => readFile(file, formats, options));
  const made = kinds.flatMap((kind) => snapshotsOf(kind, pieces, options));
  const own = pieces.filter(isOwnSnapshot);
  const used = new Set([...made.flatMap(({ from }) => from), ...own].map(({ file }) => file));
  return {
    files: pieces.map(({ file, format, rows }) => ({ name: file.name, format: format.id, rows, used: used.has(file) })),
    snapshots: distinct([...made, ...own.map(({ piece }) => piece)].map(({ snapshot }) => snapshot)).map((snapshot) =>
      report(snapshot, options, kinds),
    ),
  };
}

function readFile(file: SourceFile, formats: readonly Format[], { progress }: ImportOptions): ReadPiece {
  const format = formats.find((known) => known.recognises(file));
  if (format === undefined)
    throw new TidewaiterError(
      'TDW_REFERENCE_FORMAT_UNKNOWN',
      `${file.name} is in none of the ${formats.length} known formats.`,
      { location: { file: file.name } },
    );
  const { piece, rows } = format.read(file);
  if (rows === 0)
    throw new TidewaiterError('TDW_REFERENCE_MALFORMED', `${file.name} holds no rows.`, {
      location: { file: file.name },
    });
  progress?.({ file: file.name, format: format.id, rows });
  return { file, format, piece, rows };
}

/** What the pieces make of one kind, with those it was made of. */
function snapshotsOf(
  kind: Kind,
  pieces: readonly ReadPiece[],
  options: ImportOptions,
): readonly { readonly snapshot: Snapshot; readonly from: readonly ReadPiece[] }[] {
  const { importing } = kind;
  if (importing === undefined) return [];
  const assembled = importing.assemble(
    pieces.filter(({ format }) => importing.formats.includes(format)),
    { inForce: (of) => contentOf(options.active, kind, of), isForced: options.forced !== undefined },
  );
  return assembled.map((part) => ({ snapshot: toSnapshot(kind, part, options), from: part.from }));
}

/** Two files that make a snapshot of the same name leave open which one is meant. */
function distinct(snapshots: readonly Snapshot[]): readonly Snapshot[] {
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
  { name, isDated }: Kind,
  { of, content, from, notes = [] }: Assembled,
  { sourceDay, validFrom, madeBy, forced }: ImportOptions,
): Snapshot {
  const allNotes = forced === undefined ? notes : [...notes, `imported in spite of the guard: ${forced.reason}`];
  return {
    schema: SNAPSHOT_SCHEMA,
    kind: name,
    ...(of === undefined ? {} : { of }),
    ...(isDated ? { validFrom: validFrom ?? sourceDay } : {}),
    provenance: {
      source: [...new Set(from.map(({ format }) => format.source))].join('; '),
      sourceDay,
      licence: [...new Set(from.map(({ format }) => format.licence))].join('; '),
      madeBy,
      files: from.map(({ file, rows }) => ({ name: file.name, sha256: file.sha256, rows })),
      ...(allNotes.length === 0 ? {} : { notes: allNotes }),
    },
    content,
  };
}

function report(snapshot: Snapshot, { active, forced }: ImportOptions, kinds: readonly Kind[]): ImportedSnapshot {
  const name = snapshotName(snapshot);
  const before = active.find((other) => snapshotName(other.snapshot) === name);
  const sealed = before !== undefined && addsNothing(snapshot, before.snapshot, kinds) ? before : seal(snapshot);
  if (before !== undefined && forced === undefined) refuseShrunk(snapshot, before.snapshot, kinds);
  const outcome = before === undefined ? 'new' : before.version === sealed.version ? 'unchanged' : 'changed';
  return {
    sealed,
    name,
    entries: countEntries(snapshot, kinds),
    ...(before === undefined ? {} : { before: countEntries(before.snapshot, kinds) }),
    outcome,
  };
}

/** Where files add to what is in force, such as are all there already make no new version of it. */
function addsNothing({ kind, content }: Snapshot, before: Snapshot, kinds: readonly Kind[]): boolean {
  const isAdding = kindNamed(kind, kinds)?.importing?.isAdding ?? false;
  return isAdding && canonicalJson(content) === canonicalJson(before.content);
}

function contentOf(set: readonly SealedSnapshot[], { name }: Kind, of?: string): object | undefined {
  return set.find(({ snapshot }) => snapshot.kind === name && (of === undefined || snapshot.of === of))?.snapshot
    .content;
}
