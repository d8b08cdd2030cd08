import type { Day } from '../../risk/declaration/day.ts';
import type { SealedSnapshot } from '../snapshot/snapshot.ts';

/** A snapshot as the store lists it. */
export interface StoredSnapshot {
  /** "tariff/US". */
  readonly name: string;
  readonly version: string;
  readonly sourceDay: Day;
  readonly bytes: number;
}

/** Keeps snapshots under their content hash. Nothing that was saved ever changes; saving it again does nothing. */
export interface SnapshotStore {
  /** @param text its canonical text, from whoever has it at hand */
  save(sealed: SealedSnapshot, text?: string): Promise<void>;
  /** `undefined` where the store was read and does not have it. Throws `TDW_REFERENCE_TAMPERED` where the content does not have its hash. */
  find(version: string): Promise<SealedSnapshot | undefined>;
  /** What is stored under a version, unchecked: for whoever hands it on. */
  textOf(version: string): Promise<string | undefined>;
  /** Oldest first. */
  list(): Promise<readonly StoredSnapshot[]>;
}

/** Which version of each name is active. */
export interface ActiveSnapshots {
  /** By name. */
  active(): Promise<Readonly<Record<string, string>>>;
  /** Written in one piece. Throws `TDW_REFERENCE_NOT_STORED` where a version is not stored; nothing changes then. */
  activate(versions: Readonly<Record<string, string>>): Promise<void>;
}
