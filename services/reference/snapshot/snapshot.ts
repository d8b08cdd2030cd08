import type { Day } from '../../risk/declaration/day.ts';
import type { KindContent, KindName } from '../kinds/kinds.ts';

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
export interface Snapshot<Name extends string = string, Content extends object = object> {
  readonly schema: typeof SNAPSHOT_SCHEMA;
  readonly kind: Name;
  /** Which one of its kind: a country for a tariff ("US"); absent where there is only one. */
  readonly of?: string;
  /** First day the facts hold; absent where the content dates its own rows. */
  readonly validFrom?: Day;
  /** Inclusive; absent while no end is known. */
  readonly validTo?: Day;
  readonly provenance: Provenance;
  readonly content: Content;
}

/** A snapshot of one of the kinds in kinds.ts. */
export type SnapshotOf<Name extends KindName> = Snapshot<Name, KindContent[Name]>;

/** Whether a snapshot is of a kind, and so what it says. */
export function isOf<Name extends KindName>(kind: Name, snapshot: Snapshot): snapshot is SnapshotOf<Name> {
  return snapshot.kind === kind;
}

/** A snapshot with its version: the sha-256 of its canonical form, in hex. */
export interface SealedSnapshot<S extends Snapshot = Snapshot> {
  readonly version: string;
  readonly snapshot: S;
}

/** Name of a snapshot within a set: "nomenclature", "tariff/US". The key of `customs.reference`. */
export function snapshotName({ kind, of }: Pick<Snapshot, 'kind' | 'of'>): string {
  return of === undefined ? kind : `${kind}/${of}`;
}
