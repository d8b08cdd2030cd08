/** A record as it came from a topic; bytes are not yet trusted. */
export interface InboundRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  /** When the broker got it, milliseconds since the epoch: the arrival. */
  readonly timestamp: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer>>;
}

/** A record to be sent. Keyed by declaration id (dead letters: by the original key), so that order holds. */
export interface OutboundRecord {
  readonly topic: string;
  readonly key: Buffer | string | null;
  readonly value: Buffer;
  readonly headers?: Readonly<Record<string, string | Buffer>>;
}

/**
 * Named moments of a batch, for tests that kill a process there. In production nothing listens.
 * `opened` is before the first effect of a batch, `committed` after its last.
 */
export type Checkpoint = 'opened' | 'gathered' | 'reserved' | 'sent' | 'beforeCommit' | 'committed' | 'auditWritten';
export type OnCheckpoint = (checkpoint: Checkpoint) => void;
export const noCheckpoint: OnCheckpoint = () => undefined;
