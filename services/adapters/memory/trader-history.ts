import type { Day } from '../../risk/declaration/declaration-event.ts';
import type { HistoryCount } from '../../risk/facts/facts.ts';
import { found, unknown } from '../../risk/facts/known.ts';
import { answerHistory, type HistoryKey } from '../../risk/trader/history-keys.ts';
import type { TraderHistoryStore } from '../../scoring/ports/trader-history-store.ts';

export interface MemoryHistory {
  readonly since: Day;
  readonly counts: readonly (readonly [HistoryKey, HistoryCount])[];
}

/** Traders' history held in memory; `undefined` where none is loaded. */
export function createMemoryTraderHistory(history: MemoryHistory | undefined): TraderHistoryStore {
  const key = ({ party, dimension, value }: HistoryKey): string => JSON.stringify([party, dimension, value]);
  const counts = new Map((history?.counts ?? []).map(([of, count]) => [key(of), count]));
  return {
    read: (queries) =>
      Promise.resolve(
        queries.map((query) => {
          if (!history) return unknown('no trader history is loaded', 'history');
          const answer = answerHistory(query, history.since, (of) => counts.get(key(of)));
          return answer ? found(answer, 'history@memory') : unknown('the declaration names no trader', 'declaration');
        }),
      ),
  };
}
