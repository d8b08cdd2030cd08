import { type Part, PARTS } from './messages.ts';

/** How much of changes of editions is measured. */
export interface EditionsPlan {
  readonly seed: number;
  readonly poolDeclarations: number;
  /** Goods items on which the rate is measured, half of which the stream then has. */
  readonly backlogItems: number;
  readonly warmUpShare: number;
  /** Each number of them under traffic; none where only the idle stream is of interest. */
  readonly processes: readonly number[];
  /** Seconds under traffic before anything counts, and those in which nothing changes before the first change. */
  readonly warmUpSeconds: number;
  readonly steadySeconds: number;
  /** Seconds in which nothing changes between two changes. */
  readonly gapSeconds: number;
  /** How often each change is made under traffic. */
  readonly rounds: number;
  /** What is changed on an idle stream, as often; before that so many times that do not count, in which code is compiled. */
  readonly idleParts: readonly Part[];
  readonly idleWarmUpRounds: number;
}

const USUAL: EditionsPlan = {
  seed: 1,
  poolDeclarations: 2_000,
  backlogItems: 60_000,
  warmUpShare: 0.4,
  processes: [1, 2],
  warmUpSeconds: 5,
  steadySeconds: 15,
  gapSeconds: 2,
  rounds: 5,
  idleParts: PARTS,
  idleWarmUpRounds: 1,
};

/** `short` is for a first look; `idle` leaves out all traffic. */
export function editionsPlan({ short, idle }: { readonly short: boolean; readonly idle: boolean }): EditionsPlan {
  return {
    ...USUAL,
    ...(short && { backlogItems: 20_000, steadySeconds: 5, rounds: 2 }),
    ...(idle && { processes: [] }),
  };
}
