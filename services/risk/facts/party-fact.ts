import type { Known } from './known.ts';

/** Who a party is to the goods, as far as its line of business matters. */
export type PartyRole = 'exporter' | 'consignee' | 'endUser';

/** A party that a declaration names, and what it does for a living. */
export interface PartyFact {
  readonly role: PartyRole;
  /** Position of the goods item that names it, from 0; absent where the shipment does. */
  readonly item?: number;
  readonly name: string;
  /** What its name and its address say that it does; empty where they say nothing. */
  readonly business: Known<readonly BusinessLine[]>;
}

/**
 * `transport`: moves the goods of others and uses none. `finance`: banks, insurers and those who act for companies. `address`: an address behind which
 * somebody else sits. `zone`: a free zone. `general`: trades in everything. `trade`: makes or sells goods of its own.
 */
export type BusinessCategory = 'transport' | 'finance' | 'address' | 'zone' | 'general' | 'trade';

export interface BusinessLine {
  /** "forwarder", "bank", "bakery" … */
  readonly id: string;
  /** For people: "freight forwarder". */
  readonly title: string;
  readonly category: BusinessCategory;
  /** The words that told: "kuehne nagel". */
  readonly words: string;
  /** Beginnings of commodity codes of which such a business has no use. */
  readonly unfit: readonly string[];
}
