import type { CommodityCode } from '../declaration/commodity-code.ts';
import type { CountryCode } from '../declaration/country-code.ts';
import type { Day } from '../declaration/day.ts';
import type { Direction } from '../declaration/direction.ts';

/**
 * How an embargo meets goods. `movement`: they go to the place or come from it; `transit`: they pass through it, or travel under its flag;
 * `input`: they were worked elsewhere of what may have come from it.
 */
export type EmbargoWay = 'movement' | 'transit' | 'input';

/**
 * How far. `prohibited`: the authority's own law names goods of this code, or all; `possible`: its own law names some of them, or another authority's does;
 * `related`: only other goods of the chapter are named; `exempt`: all goods but these are.
 */
export type EmbargoReach = 'prohibited' | 'possible' | 'related' | 'exempt';

/** An embargo that meets an item: the strictest of what one measure says of it. */
export interface EmbargoMatch {
  /** Of the measure: "ru-export-gb". */
  readonly id: string;
  readonly way: EmbargoWay;
  readonly reach: EmbargoReach;
  /** "Russia". */
  readonly place: string;
  /** Where the declaration names the place: "destination". */
  readonly where: string;
  /** What the law names: "industrial items", "all goods". */
  readonly goods: string;
  readonly legalBasis: string;
}

/** Of an item that embargoes are looked up for. */
export interface EmbargoQuery {
  /** Undefined where the item has none: every list may then name it. */
  readonly code?: CommodityCode;
  readonly direction: Direction;
  readonly day: Day;
  /** Every place that the declaration names for the item. */
  readonly places: readonly DeclaredPlace[];
  /** Description and marks: they may name a place that no field does. */
  readonly text: () => string;
  /** Codes of the documents cited: "Y824". */
  readonly documents: () => readonly string[];
  /** What the item is worth at most a piece, in a currency; undefined where that is not known. For lists that begin at a price. */
  readonly pieceIsWorthAtMost: (currency: string) => number | undefined;
}

/** Where goods go to, come from and pass; a party stands for the place where it sits. */
export type PlaceRole =
  | 'destination'
  | 'consignee'
  | 'end user'
  | 'importer'
  | 'buyer'
  | 'place of unloading'
  | 'origin'
  | 'country of dispatch'
  | 'manufacturer'
  | 'seller'
  | 'consignor'
  | 'exporter'
  | 'place of loading'
  | 'itinerary'
  | 'carrier'
  | 'means of transport';

export interface DeclaredPlace {
  readonly role: PlaceRole;
  readonly country: CountryCode;
  /** City, region and lines of the address, evened, with a space before and after. */
  readonly words: string;
  /** Capitals without spaces. */
  readonly postcode?: string;
  /** UN/LOCODE. */
  readonly location?: string;
}
