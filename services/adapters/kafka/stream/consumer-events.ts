import type { Gap } from '../progress/place-in-log.ts';

/** What happens to a consumer, for metrics, logs and readiness. */
export type ConsumerEvent =
  | { readonly kind: 'joined'; readonly partitions: readonly { readonly topic: string; readonly partition: number }[] }
  | { readonly kind: 'rebalancing' }
  | { readonly kind: 'crashed'; readonly error: unknown }
  | { readonly kind: 'fenced'; readonly topic: string; readonly partition: number }
  | {
      readonly kind: 'waiting';
      readonly topic: string;
      readonly partition: number;
      readonly attempt: number;
      readonly error: unknown;
    }
  | { readonly kind: 'resumed'; readonly topic: string; readonly partition: number }
  /** What stands before a partition: records up to the end of the log, the oldest of them arrived at `oldest`. */
  | {
      readonly kind: 'lag';
      readonly topic: string;
      readonly partition: number;
      readonly records: number;
      readonly oldest: number;
    }
  /** A chunk is answered; `oldest` is the arrival of the first record at hand that is not, undefined where none is. */
  | {
      readonly kind: 'answered';
      readonly topic: string;
      readonly partition: number;
      readonly records: number;
      readonly oldest: number | undefined;
    }
  | TransactionEvent
  | GapEvent;

/** Records that nobody will answer: told before the partition is read on. */
export type GapEvent = Gap & { readonly topic: string; readonly partition: number };

/** How a chunk's transaction ended. `next` is the first offset not consumed, `records` were answered by it; `seconds` from the first request to the last answer. */
export type TransactionEvent =
  | {
      readonly kind: 'committed';
      readonly topic: string;
      readonly partition: number;
      readonly next: bigint;
      readonly records: number;
      readonly outputs: number;
      readonly bytes: number;
      readonly seconds: number;
    }
  | { readonly kind: 'aborted'; readonly topic: string; readonly partition: number };
