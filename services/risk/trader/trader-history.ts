import { chapterOf, commodityCodeOf } from '../declaration/commodity-code.ts';
import type { Day } from '../declaration/day.ts';
import type { DeclarationEvent, Party } from '../declaration/declaration-event.ts';
import { directionOf } from '../declaration/direction.ts';
import type { HistoryCount, TraderHistory } from '../facts/facts.ts';
import { found, type Known, unknown } from '../facts/known.ts';
import { partyKey } from './party-key.ts';

/** What of a declaration is counted in its trader's history, and so also what is asked of it. */
export interface HistoryQuery {
  /** Exporter for exports, importer for imports; undefined where the declaration names none. */
  readonly trader: string | undefined;
  readonly chapters: readonly string[];
  readonly destinations: readonly string[];
  readonly consignees: readonly string[];
}

/** The parts of a declaration that its trader's history is kept by. */
export function historyQueryOf(event: DeclarationEvent): HistoryQuery {
  const codes = event.goodsItems.flatMap((item) => commodityCodeOf(item) ?? []);
  return {
    trader: partyKey(traderOf(event)),
    chapters: distinct(codes.map(chapterOf)),
    destinations: distinct([
      event.goodsShipment?.destinationCountryCode,
      ...event.goodsItems.map((item) => item.destinationCountryCode),
    ]),
    consignees: distinct(consigneesOf(event).map(partyKey)),
  };
}

/** The party whose trade this is. */
function traderOf(event: DeclarationEvent): Party | undefined {
  const exporter = event.exporter ?? event.goodsShipment?.exporter;
  const importer = event.goodsShipment?.importer;
  switch (directionOf(event)) {
    case 'export':
      return exporter ?? event.declarant;
    case 'import':
      return importer ?? event.declarant;
    case undefined:
      return exporter ?? importer ?? event.declarant;
  }
}

/** Everyone the goods are consigned to, the shipment's first. */
function consigneesOf(event: DeclarationEvent): readonly Party[] {
  return [event.goodsShipment?.consignee, ...event.goodsItems.map((item) => item.consignee)].filter(
    (party) => party !== undefined,
  );
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

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
