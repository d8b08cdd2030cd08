/** What a measured process is: the pass-through that Tidewaiter is compared with, or one of its services. */
export type Role = 'passThrough' | 'scoring' | 'audit';

/** What the bench asks of a worker: to end in an orderly way. */
export type WorkerOrder = 'stop';

/** How far a process has come, and what that has cost it since its start. */
export interface Sample {
  /** Records that it has committed. */
  readonly records: number;
  readonly deadLetters: number;
  /** Resident set now. */
  readonly residentMiB: number;
  /** Largest resident set so far. */
  readonly peakMiB: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Processor time, user and system. */
  readonly cpuSeconds: number;
}

/** What a worker tells: a sample when it starts, after every commit and before it ends. */
export type WorkerReport = { readonly kind: 'joined' } | ({ readonly kind: 'sample' } & Sample);
