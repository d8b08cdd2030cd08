import type { Day } from '../../risk/declaration/day.ts';
import { seal } from '../snapshot/seal.ts';
import { type Provenance, type SealedSnapshot, SNAPSHOT_SCHEMA, type SnapshotOf } from '../snapshot/snapshot.ts';
import type { Learned } from './learn-usual.ts';

export interface LearnedFrom {
  /** Whose declarations, for people. */
  readonly source: string;
  /** Last day of those that taught something. */
  readonly lastDay: Day;
  /** The source is never of a later day: a declaration may state one to come. Absent where the files are older than today anyway. */
  readonly today?: Day;
  readonly licence: string;
  readonly madeBy: string;
  readonly files?: Provenance['files'];
  readonly notes?: readonly string[];
}

/** What was learned as a snapshot, with what was counted and what was not. */
export function usualSnapshot(
  learned: Learned,
  { source, lastDay, today = lastDay, licence, madeBy, files, notes = [] }: LearnedFrom,
): SealedSnapshot<SnapshotOf<'usual-ratios'>> {
  const counted = `${learned.observations} goods items: ${learned.unusable} without a usable mass, value or quantity, ${learned.withoutRate} without an exchange rate, ${learned.repeated} ratios repeat another under the same code and are not counted`;
  const sourceDay = lastDay > today ? today : lastDay;
  const ahead = lastDay > today ? [`the last of the declarations says that it is of ${lastDay}`] : [];
  return seal({
    schema: SNAPSHOT_SCHEMA,
    kind: 'usual-ratios',
    provenance: {
      source,
      sourceDay,
      licence,
      madeBy,
      ...(files === undefined ? {} : { files }),
      notes: [counted, ...ahead, ...notes],
    },
    content: learned.content,
  });
}
