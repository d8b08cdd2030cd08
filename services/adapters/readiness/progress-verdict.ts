import type { Standstill } from '../kafka/progress/standstills.ts';
import { failing, OK, type Verdict } from './readiness.ts';

/** Ready while no partition stands still: named are the one that has for the longest, and how many do besides. */
export function progressVerdict(standing: readonly Standstill[]): Verdict {
  const [longest, ...others] = standing;
  if (longest === undefined) return OK;
  const { topic, partition, unanswered, since } = longest;
  const besides = others.length === 0 ? '' : `; ${others.length} more stand still`;
  return failing(
    `partition ${partition} of ${topic} stands still since ${new Date(since).toISOString()} before ${unanswered} records${besides}`,
  );
}
