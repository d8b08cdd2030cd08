import type { Day } from '../../risk/declaration/declaration-event.ts';
import type { SnapshotContent, SnapshotKind } from './contents.ts';

/** Raised whenever the shape of a content changes; a snapshot of another schema is refused, not guessed at. */
export const SNAPSHOT_SCHEMA = 1;

/** Where the facts of a snapshot came from. No clock time: the same sources give the same snapshot, byte for byte. */
export interface Provenance {
  /** Who says so, for people. */
  readonly source: string;
  /** Day of the source itself: published, or last changed. */
  readonly sourceDay: Day;
  readonly licence: string;
  /** The command that made it. */
  readonly madeBy: string;
  /** What was read, where it was made from files: name, sha-256 and rows of each. */
  readonly files?: readonly { readonly name: string; readonly sha256: string; readonly rows: number }[];
  readonly notes?: readonly string[];
}

/** An immutable piece of reference data: what it is, from when it holds, what it says, and who says so. */
export interface Snapshot<K extends SnapshotKind = SnapshotKind> {
  readonly schema: typeof SNAPSHOT_SCHEMA;
  readonly kind: K;
  /** Which one of its kind: a country for `tariff` ("US"); absent where there is only one. */
  readonly of?: string;
  /** First day the facts hold; absent where the content dates its own rows. */
  readonly validFrom?: Day;
  /** Inclusive; absent while no end is known. */
  readonly validTo?: Day;
  readonly provenance: Provenance;
  readonly content: SnapshotContent[K];
}

/** Any snapshot, told apart by its kind. */
export type AnySnapshot = { [K in SnapshotKind]: Snapshot<K> }[SnapshotKind];

/** A snapshot with its version: the sha-256 of its canonical form, in hex. */
export interface SealedSnapshot {
  readonly version: string;
  readonly snapshot: AnySnapshot;
}

/** Name of a snapshot within a set: "nomenclature", "tariff/US". The key of `customs.reference`. */
export function snapshotName(snapshot: Pick<Snapshot, 'kind' | 'of'>): string {
  return snapshot.of === undefined ? snapshot.kind : `${snapshot.kind}/${snapshot.of}`;
}
