import type { Day } from '../../risk/declaration/day.ts';
import type { HistoryCount, TraderHistory } from '../../risk/facts/facts.ts';
import type { Known } from '../../risk/facts/known.ts';
import {
  counterName,
  type HistoryKey,
  historyKeys,
  historyOf,
  type HistoryQuery,
} from '../../risk/trader/trader-history.ts';
import type { TraderHistoryStore } from '../../scoring/ports/trader-history-store.ts';
import type { Database } from './database.ts';

const READ = `
SELECT h.party, h.dimension, h.value, h.declarations, h.referrals, h.hits, h.first_seen::text, h.last_seen::text
  FROM unnest($1::text[], $2::text[], $3::text[]) AS k(party, dimension, value)
  JOIN trader_history h USING (party, dimension, value)`;

interface CountRow extends Record<string, unknown> {
  readonly party: string;
  readonly dimension: HistoryKey['dimension'];
  readonly value: string;
  readonly declarations: number;
  readonly referrals: number;
  readonly hits: number;
  readonly first_seen: Day;
  readonly last_seen: Day;
}

/** Traders' history in Postgres, written by audit; see risk/trader/history-keys for what is counted. */
export function createPostgresTraderHistory(database: Database): TraderHistoryStore {
  return { read: (queries) => readHistory(database, queries) };
}

async function readHistory(
  database: Database,
  queries: readonly HistoryQuery[],
): Promise<readonly Known<TraderHistory>[]> {
  const keys = distinctKeys(queries.flatMap(historyKeys));
  const [states, rows] = await Promise.all([
    database.query<{ since: Day; position: string }>('SELECT since::text, position FROM history_state'),
    keys.length === 0
      ? []
      : database.query<CountRow>(READ, [
          keys.map((key) => key.party),
          keys.map((key) => key.dimension),
          keys.map((key) => key.value),
        ]),
  ]);
  const [state] = states;
  const counted = state && { since: state.since, counts: new Map(rows.map((row) => [counterName(row), countOf(row)])) };
  const from = `history@${state?.position ?? 'none'}`;
  return queries.map((query) => historyOf(query, counted, from));
}

function countOf(row: CountRow): HistoryCount {
  return {
    declarations: row.declarations,
    referrals: row.referrals,
    hits: row.hits,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
  };
}

function distinctKeys(keys: readonly HistoryKey[]): readonly HistoryKey[] {
  return [...new Map(keys.map((key) => [counterName(key), key])).values()];
}
