import type { Day } from '../declaration/declaration-event.ts';
import type { HistoryCount, TraderHistory } from '../facts/facts.ts';
import type { HistoryQuery } from './history-query.ts';

/** One counter: how often a party traded at all, in a chapter, to a destination, to a consignee; `received`: how often it was anybody's consignee. */
export interface HistoryKey {
  readonly party: string;
  readonly dimension: 'all' | 'chapter' | 'destination' | 'consignee' | 'received';
  /** The chapter, country or consignee; empty for `all` and `received`. */
  readonly value: string;
}

/** Every counter that a declaration touches, and so also every one that is asked for. */
export function historyKeys({ trader, chapters, destinations, consignees }: HistoryQuery): readonly HistoryKey[] {
  const received = consignees.map((party) => ({ party, dimension: 'received', value: '' }) as const);
  if (trader === undefined) return received;
  return [
    { party: trader, dimension: 'all', value: '' },
    ...chapters.map((value) => ({ party: trader, dimension: 'chapter', value }) as const),
    ...destinations.map((value) => ({ party: trader, dimension: 'destination', value }) as const),
    ...consignees.map((value) => ({ party: trader, dimension: 'consignee', value }) as const),
    ...received,
  ];
}

const NEVER: HistoryCount = { declarations: 0, referrals: 0, hits: 0 };

/** Puts counters together into the fact; undefined where no trader is named. A counter that does not exist was never seen. */
export function answerHistory(
  query: HistoryQuery,
  since: Day,
  countOf: (key: HistoryKey) => HistoryCount | undefined,
): TraderHistory | undefined {
  const { trader } = query;
  if (trader === undefined) return undefined;
  const counts = (dimension: HistoryKey['dimension'], values: readonly string[]): Record<string, HistoryCount> =>
    Object.fromEntries(values.map((value) => [value, countOf({ party: trader, dimension, value }) ?? NEVER]));
  return {
    trader,
    since,
    total: countOf({ party: trader, dimension: 'all', value: '' }) ?? NEVER,
    chapters: counts('chapter', query.chapters),
    destinations: counts('destination', query.destinations),
    consignees: counts('consignee', query.consignees),
    consigneesAnywhere: Object.fromEntries(
      query.consignees.map((party) => [party, countOf({ party, dimension: 'received', value: '' }) ?? NEVER]),
    ),
  };
}
