import type { ConsumerEvent } from '../kafka/supervised-consumer.ts';
import type { BatchReport } from '../../scoring/processor/processor.ts';

/** Holds what is told of a batch until its transaction ends, so that a batch which is tried again counts once. */
export interface CommittedBatches {
  hold(report: BatchReport): void;
  /** To be told of everything that happens to the consumer. */
  follow(event: ConsumerEvent): void;
}

/**
 * A batch's report is passed on when its partition's transaction commits and dropped when it is aborted or the partitions are shared out anew.
 * Where a commit is in doubt the report is dropped as well: metrics may miss a batch, never count one twice.
 */
export function committedBatches(onCommitted: (report: BatchReport) => void): CommittedBatches {
  const held = new Map<string, readonly BatchReport[]>();
  return {
    hold: (report) => {
      const record = [...report.good, ...report.ended.map(({ entry }) => entry)][0]?.record;
      if (!record) return;
      const key = keyOf(record);
      held.set(key, [...(held.get(key) ?? []), report]);
    },
    follow: (event) => {
      switch (event.kind) {
        case 'committed': {
          const reports = held.get(keyOf(event)) ?? [];
          held.delete(keyOf(event));
          reports.forEach(onCommitted);
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
          return;
      }
    },
  };
}

const keyOf = ({ topic, partition }: { readonly topic: string; readonly partition: number }): string => `${topic}/${partition}`;
