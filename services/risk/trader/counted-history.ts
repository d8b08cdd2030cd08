import type { Day } from '../declaration/declaration-event.ts';
import type { HistoryCount, TraderHistory } from '../facts/facts.ts';
import { found, type Known, unknown } from '../facts/known.ts';
import { answerHistory, type HistoryKey } from './history-keys.ts';
import type { HistoryQuery } from './history-query.ts';

/** Counters by `counterName`, and the first day that they cover. */
export interface CountedHistory {
  readonly since: Day;
  readonly counts: ReadonlyMap<string, HistoryCount>;
}

/** One text for each counter. */
export const counterName = ({ party, dimension, value }: HistoryKey): string =>
  JSON.stringify([party, dimension, value]);

/**
 * What counters say of the trader of a query; without any, and of nobody, that is unknown.
 * @param from the source and its version
 */
export function historyOf(
  query: HistoryQuery,
  counted: CountedHistory | undefined,
  from: string,
): Known<TraderHistory> {
  if (counted === undefined) return unknown('no trader history is loaded', 'history');
  const answer = answerHistory(query, counted.since, (key) => counted.counts.get(counterName(key)));
  return answer === undefined ? unknown('the declaration names no trader', 'declaration') : found(answer, from);
}
