/** What a measured process is: the pass-through that Tidewaiter is compared with, or one of its services. */
export type Role = 'passThrough' | 'scoring' | 'audit';

/** What the bench asks of a worker: to end in an orderly way, or to tell from now on how long its event loop is held up. */
export type WorkerOrder = 'stop' | 'watchLoop';

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

/** What a process says of an edition. */
export interface EditionSaid {
  readonly said: 'inForce' | 'prepared' | 'unusable';
  readonly edition: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The longest time for which nothing else could run in a process since it last told so. */
export interface LoopBlock {
  /** Milliseconds since the epoch, when it was told. */
  readonly at: number;
  readonly ms: number;
  /** The most of it that was the process's own work, by its processor time: the rest of a block is others' work on the machine. */
  readonly ownMs: number;
}

/** What a worker tells: a sample when it starts, after every commit and before it ends. */
export type WorkerReport =
  | { readonly kind: 'joined' }
  | ({ readonly kind: 'sample' } & Sample)
  | ({ readonly kind: 'edition' } & EditionSaid)
  | ({ readonly kind: 'loop' } & LoopBlock);
