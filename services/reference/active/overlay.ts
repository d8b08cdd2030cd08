import { type SealedSnapshot, snapshotName } from '../snapshot/snapshot.ts';

/** A set with some of its snapshots replaced, by name, and others added. */
export function overlay(base: readonly SealedSnapshot[], newer: readonly SealedSnapshot[]): readonly SealedSnapshot[] {
  const byName = new Map([...base, ...newer].map((sealed) => [snapshotName(sealed.snapshot), sealed]));
  return [...byName.values()];
}

/** A set by name and version: what a store keeps as active. */
export function versionsOf(set: readonly SealedSnapshot[]): Readonly<Record<string, string>> {
  return Object.fromEntries(set.map(({ version, snapshot }) => [snapshotName(snapshot), version]));
}
