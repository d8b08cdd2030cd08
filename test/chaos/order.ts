import type { Checkpoint } from '../../services/scoring/ports/stream.ts';

/** What the campaign tells a worker to do to itself. Only a worker knows when a batch is open, so it pulls the trigger. */
export type Order =
  | Killing
  /** SIGSTOP at the next passing of this point: the campaign thaws it when its session is long over. */
  | { readonly order: 'freezeAt'; readonly point: Checkpoint }
  /** Forget what was ordered. */
  | { readonly order: 'none' };

export type Killing =
  /** kill -9 at the next passing of this point. */
  | { readonly order: 'killAt'; readonly point: Checkpoint }
  /** kill -9 after so many milliseconds, while a batch is open; sooner where the last open batch would end before. */
  | { readonly order: 'killAfter'; readonly milliseconds: number };

/** The points of scoring that must each be killed at, at least once. */
export const SCORING_POINTS = [
  'opened',
  'gathered',
  'reserved',
  'sent',
  'beforeCommit',
  'committed',
] as const satisfies readonly Checkpoint[];
