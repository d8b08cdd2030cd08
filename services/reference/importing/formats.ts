import type { Format } from '../kinds/format.ts';
import type { Kind } from '../kinds/kind.ts';
import { KINDS } from '../kinds/kinds.ts';
import { ownSnapshot } from './own-snapshot.ts';

/** Every file format that `reference import` reads: those of each kind, and snapshots in Tidewaiter's own form. */
export function formatsOf(kinds: readonly Kind[]): readonly Format[] {
  return [...kinds.flatMap(({ importing }) => importing?.formats ?? []), ownSnapshot(kinds)];
}

export const FORMATS = formatsOf(KINDS);
