import type { BatchReport } from '../../scoring/processor/processor.ts';
import type { ConsumerEvent } from '../kafka/stream/consumer-events.ts';

/** Counts what was read of a batch. @param committedAt milliseconds since the epoch */
export type Count = (committedAt: number) => void;

/**
 * Reads of a batch all that is to be counted, and keeps nothing else of it: while a transaction is under way its declarations can
 * be forgotten already, of which the garbage collector would otherwise carry those of every batch at hand along.
 */
export type Read<T> = (of: T) => Count;

/** Holds what was read of a batch until its transaction ends, so that a batch which is tried again counts once. */
export interface CommittedBatches {
  hold(report: BatchReport): void;
  /** To be told of everything that happens to the consumer. */
  follow(event: ConsumerEvent): void;
}

/**
 * A batch is counted when its partition's transaction commits and dropped when it is aborted or the partitions are shared out anew.
 * Where a commit is in doubt it is dropped as well: metrics may miss a batch, never count one twice.
 */
export function committedBatches(read: Read<BatchReport>, now: () => number): CommittedBatches {
  const held = new Map<string, readonly Count[]>();
  return {
    hold: (report) => {
      const record = [...report.good, ...report.ended.map(({ entry }) => entry)][0]?.record;
      if (!record) return;
      const key = keyOf(record);
      held.set(key, [...(held.get(key) ?? []), read(report)]);
    },
    follow: (event) => {
      switch (event.kind) {
        case 'committed': {
          const counts = held.get(keyOf(event)) ?? [];
          held.delete(keyOf(event));
          for (const count of counts) count(now());
          return;
        }
        case 'aborted':
        case 'waiting':
          held.delete(keyOf(event));
          return;
        case 'joined':
        case 'rebalancing':
        case 'crashed':
          held.clear();
          return;
        case 'fenced':
        case 'resumed':
        case 'lag':
        case 'answered':
        case 'recordsLost':
        case 'logReplaced':
          return;
      }
    },
  };
}

const keyOf = ({ topic, partition }: { readonly topic: string; readonly partition: number }): string =>
  `${topic}/${partition}`;
