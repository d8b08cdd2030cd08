import { chapterOf, commodityCodeOf } from '../declaration/commodity-code.ts';
import type { DeclarationEvent, Party } from '../declaration/declaration-event.ts';
import { directionOf } from '../declaration/direction.ts';
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
