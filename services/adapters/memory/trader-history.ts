import type { Day } from '../../risk/declaration/declaration-event.ts';
import type { HistoryCount, TraderHistory } from '../../risk/facts/facts.ts';
import { found, unknown, type Known } from '../../risk/facts/known.ts';
import { answerHistory, type HistoryKey } from '../../risk/trader/history-keys.ts';
import type { HistoryQuery } from '../../risk/trader/history-query.ts';
import type { TraderHistoryStore } from '../../scoring/ports/trader-history-store.ts';

export interface MemoryHistory {
  readonly since: Day;
  readonly counts: readonly (readonly [HistoryKey, HistoryCount])[];
}

/** Counters by `counterName`, and the first day that they cover. */
export interface Counters {
  readonly since: Day;
  readonly counts: ReadonlyMap<string, HistoryCount>;
}

/** One text for each counter of a history. */
export const counterName = ({ party, dimension, value }: HistoryKey): string => JSON.stringify([party, dimension, value]);

/** Traders' history held in memory; `undefined` where none is loaded. */
export function createMemoryTraderHistory(history: MemoryHistory | undefined): TraderHistoryStore {
  const counters = history && { since: history.since, counts: new Map(history.counts.map(([of, count]) => [counterName(of), count])) };
  return { read: (queries) => Promise.resolve(queries.map((query) => historyOf(query, counters, 'history@memory'))) };
}

/** What counters say of a trader. @param from the source and its version */
export function historyOf(query: HistoryQuery, counters: Counters | undefined, from: string): Known<TraderHistory> {
  if (counters === undefined) return unknown('no trader history is loaded', 'history');
  const answer = answerHistory(query, counters.since, (of) => counters.counts.get(counterName(of)));
  return answer === undefined ? unknown('the declaration names no trader', 'declaration') : found(answer, from);
}
