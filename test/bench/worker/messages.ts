/** What a measured process is: the pass-through that Tidewaiter is compared with, or one of its services. */
export type Role = 'passThrough' | 'scoring' | 'audit';

/** What the bench asks of a worker: to end in an orderly way. */
export type WorkerOrder = 'stop';

/** What a worker tells. */
export type WorkerReport =
  | { readonly kind: 'joined' }
  /** After every commit. */
  | { readonly kind: 'sample'; readonly records: number; readonly residentMiB: number }
  /** All records that were expected are committed. */
  | { readonly kind: 'done'; readonly work: Work };

/** What a process did between its first and its last commit. */
export interface Work {
  readonly records: number;
  /** Records committed after the first commit: those that fall into `seconds`. */
  readonly timedRecords: number;
  readonly seconds: number;
  /** Processor time of the process, user and system, within `seconds`. */
  readonly cpuSeconds: number;
  /** Largest resident set of the process since its start. */
  readonly peakMemoryMiB: number;
  readonly deadLetters: number;
  /** Milliseconds since the epoch. */
  readonly lastCommitAt: number;
}
