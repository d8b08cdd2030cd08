import type { Day } from '../../risk/declaration/declaration-event.ts';
import type { HistoryCount } from '../../risk/facts/facts.ts';
import { counterName, type HistoryKey, historyOf } from '../../risk/trader/trader-history.ts';
import type { TraderHistoryStore } from '../../scoring/ports/trader-history-store.ts';

export interface MemoryHistory {
  readonly since: Day;
  readonly counts: readonly (readonly [HistoryKey, HistoryCount])[];
}

/** Traders' history held in memory; `undefined` where none is loaded. */
export function createMemoryTraderHistory(history: MemoryHistory | undefined): TraderHistoryStore {
  const counted = history && {
    since: history.since,
    counts: new Map(history.counts.map(([key, count]) => [counterName(key), count])),
  };
  return { read: (queries) => Promise.resolve(queries.map((query) => historyOf(query, counted, 'history@memory'))) };
}
