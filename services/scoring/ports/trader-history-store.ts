import type { TraderHistory } from '../../risk/facts/facts.ts';
import type { Known } from '../../risk/facts/known.ts';
import type { HistoryQuery } from '../../risk/trader/trader-history.ts';

/** Earlier trade, as audit has counted it. Throws when it cannot be read; no history at all is `unknown`. */
export interface TraderHistoryStore {
  /** One answer for each query, in order. */
  read(queries: readonly HistoryQuery[]): Promise<readonly Known<TraderHistory>[]>;
}
