import type { Address } from '../../risk/declaration/declaration-event.ts';
import type { Good } from '../goods/good.ts';
import type { Gateway, Mode } from '../places/home.ts';

/** An importer or exporter of the home country. */
export interface Trader {
  readonly id: string;
  readonly name: string;
  readonly address: Address;
  readonly direction: 'import' | 'export';
  /** Who lodges for it. */
  readonly broker: Broker;
  /** Its standing business, the largest first. */
  readonly dealings: readonly Dealing[];
}

export interface Broker {
  readonly id: string;
  readonly name: string;
  readonly address: Address;
}

/** A company abroad that a trader sells to or buys from. It has no identifier at home. */
export interface Partner {
  readonly name: string;
  readonly country: string;
  readonly address: Address;
}

/** What a trader regularly does with one partner: these goods, over this port, with this carrier. */
export interface Dealing {
  readonly partner: Partner;
  readonly offers: readonly Offer[];
  readonly gateway: Gateway;
  readonly route: Route;
  readonly currency: string;
}

/** A good as this partner makes or takes it: its price and weight against the median, and its words. */
export interface Offer {
  readonly good: Good;
  readonly priceLevel: number;
  readonly heft: number;
  readonly texts: readonly string[];
}

export interface Route {
  readonly mode: Mode;
  readonly carrier: Carrier;
  /** Port or airport abroad, UN/LOCODE. */
  readonly port: string;
  /** Countries between the partner's and home, from the partner's side. */
  readonly via: readonly string[];
}

export interface Carrier {
  readonly name: string;
  /** Standard alpha code; of sea carriers also the owner prefix of their containers (ISO 6346). */
  readonly code: string;
  readonly mode: Mode;
  /** Whether its services call at the usual hub or go direct. */
  readonly service: 'hub' | 'direct';
}
