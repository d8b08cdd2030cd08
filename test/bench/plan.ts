/** What is measured, and how much of it. */
export interface BenchPlan {
  readonly seed: number;
  /** Different declarations that the generator makes; a backlog repeats them under new identities. */
  readonly poolDeclarations: number;
  /** Goods items of the backlog on which throughput is measured. */
  readonly backlogItems: number;
  /** Goods items that go through before anything is measured, so that there is a trader history, and warm servers. */
  readonly pastItems: number;
  /** Share of a backlog that is done before anything is timed: until then code is compiled and caches fill. */
  readonly warmUpShare: number;
  /** How often each of the two processors runs through the backlog, in turn, with each number of processes. */
  readonly rounds: number;
  /** Seconds of steady publishing at half the measured rate; the first of them do not count. */
  readonly steadySeconds: number;
  readonly warmUpSeconds: number;
  readonly rules: readonly number[];
  readonly licences: readonly number[];
  readonly itemsPerDeclaration: readonly number[];
  /** Goods items of each backlog on which growth is measured. */
  readonly growthItems: number;
  /** Goods items over which memory is watched; 0 leaves it out. */
  readonly memoryItems: number;
}

const USUAL: BenchPlan = {
  seed: 1,
  poolDeclarations: 2_000,
  backlogItems: 120_000,
  pastItems: 15_000,
  warmUpShare: 0.4,
  rounds: 3,
  steadySeconds: 20,
  warmUpSeconds: 5,
  rules: [10, 100, 1_000],
  licences: [1_000, 10_000, 100_000],
  itemsPerDeclaration: [1, 10, 100, 999],
  growthItems: 40_000,
  memoryItems: 0,
};

const FULL: BenchPlan = {
  ...USUAL,
  rounds: 5,
  steadySeconds: 60,
  licences: [...USUAL.licences, 1_000_000],
  growthItems: 80_000,
  memoryItems: 1_000_000,
};

export function benchPlan(extent: 'usual' | 'full'): BenchPlan {
  switch (extent) {
    case 'usual':
      return USUAL;
    case 'full':
      return FULL;
  }
}
