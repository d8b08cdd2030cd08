import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Standstill } from '../kafka/progress/standstills.ts';
import type { ConsumerEvent } from '../kafka/stream/consumer-events.ts';
import { type CheckStatus, failing, OK, type Readiness } from './readiness.ts';

/** Follows a service's consumer: ready while it is a member of its group and none of its partitions waits for infrastructure. */
export function consumerCheck(readiness: Readiness, check: string): (event: ConsumerEvent) => void {
  const waiting = new Set<string>();
  return (event) => {
    switch (event.kind) {
      case 'joined':
        waiting.clear();
        return readiness.report(check, OK);
      case 'rebalancing':
        return readiness.report(check, failing('partitions are being shared out anew'));
      case 'crashed':
        return readiness.report(check, failing(`lost its group: ${nameOf(event.error)}`));
      case 'fenced':
        return readiness.report(check, failing('was fenced: another process has its partition'));
      case 'waiting':
        waiting.add(`${event.topic}/${event.partition}`);
        return readiness.report(check, failing(`${waiting.size} partitions wait: ${nameOf(event.error)}`));
      case 'resumed':
        waiting.delete(`${event.topic}/${event.partition}`);
        return waiting.size === 0 ? readiness.report(check, OK) : undefined;
      case 'lag':
      case 'answered':
      case 'committed':
      case 'aborted':
      case 'recordsLost':
      case 'logReplaced':
        return;
    }
  };
}

function nameOf(error: unknown): string {
  if (error instanceof TidewaiterError) return error.code;
  return error instanceof Error ? error.name : 'unknown error';
}

/** Ready while no partition stands still: named are the one that has for the longest, and how many do besides. */
export function progressStatus(standing: readonly Standstill[]): CheckStatus {
  const [longest, ...others] = standing;
  if (longest === undefined) return OK;
  const { topic, partition, unanswered, since } = longest;
  const besides = others.length === 0 ? '' : `; ${others.length} more stand still`;
  return failing(
    `partition ${partition} of ${topic} stands still since ${new Date(since).toISOString()} before ${unanswered} records${besides}`,
  );
}
