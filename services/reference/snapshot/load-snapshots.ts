import type { Day } from '../../risk/declaration/day.ts';
import type { AskingAuthority, Held, Kind, LoadableKind, LookUpsOf } from '../kinds/kind.ts';
import { KINDS } from '../kinds/kinds.ts';
import { shortVersion } from './seal.ts';
import { type SealedSnapshot, type Snapshot, snapshotName } from './snapshot.ts';

/** What is in memory of a set, by name ("tariff/US"). */
export interface LoadedSet {
  /** Version (content hash) of every loaded snapshot. */
  readonly versions: Readonly<Record<string, string>>;
  /** Day of what each snapshot says: its source's own date. */
  readonly sourceDays: Readonly<Record<string, Day>>;
}

/** The look-ups of some kinds, side by side. */
export type Loaded<Kinds extends readonly Kind[]> = LoadedSet & AllOf<LookUpsOf<Kinds[number]>>;
type AllOf<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

export type LoadedReference = Loaded<typeof KINDS>;

/**
 * A set of snapshots in memory, asked on behalf of one authority. Immutable; answers at once. A kind that the set does not
 * hold answers `unknown`; one that it holds without an entry for what was asked answers `absent`.
 */
export function loadSnapshots(set: readonly SealedSnapshot[], authority: AskingAuthority): LoadedReference;
export function loadSnapshots<const Kinds extends readonly Kind[]>(
  set: readonly SealedSnapshot[],
  authority: AskingAuthority,
  kinds: Kinds,
): Loaded<Kinds>;
export function loadSnapshots(
  set: readonly SealedSnapshot[],
  authority: AskingAuthority,
  kinds: readonly Kind[] = KINDS,
): LoadedSet {
  const built = new Map<LoadableKind, object>();
  const lookUpsOf = <LookUps extends object>(kind: LoadableKind<LookUps>): LookUps => {
    const lookUps = (built.get(kind) as LookUps | undefined) ?? kind.load(heldOf(set, kind, authority), asked);
    built.set(kind, lookUps);
    return lookUps;
  };
  const asked = { authority, lookUpsOf };
  return kinds.reduce((loaded, kind) => Object.assign(loaded, lookUpsOf(kind)), loadedSet(set));
}

function loadedSet(set: readonly SealedSnapshot[]): LoadedSet {
  return {
    versions: Object.fromEntries(set.map(({ version, snapshot }) => [snapshotName(snapshot), version])),
    sourceDays: Object.fromEntries(set.map(({ snapshot }) => [snapshotName(snapshot), snapshot.provenance.sourceDay])),
  };
}

/** The snapshot of a kind, of the authority's country where it is kept by country. */
function heldOf(
  set: readonly SealedSnapshot[],
  { name, isByCountry }: LoadableKind,
  { country }: AskingAuthority,
): Held<never> | undefined {
  const sealed = set.find(({ snapshot: { kind, of } }) => kind === name && (!isByCountry || of === country));
  if (sealed === undefined) return undefined;
  const { content, validFrom, validTo } = sealed.snapshot as Snapshot<string, never>;
  return {
    content,
    from: shortVersion(sealed),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}
