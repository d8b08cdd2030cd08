import type { Good } from '../goods/good.ts';
import type { Gateway } from '../places/home.ts';
import type { Broker, Dealing, Partner, Route, Trader } from '../traders/trader.ts';

/** One shipment as its parties mean to declare it: what fraud patterns alter before it becomes a declaration. Money in hundredths, masses in grams. */
export interface Shipment {
  readonly trader: Trader;
  readonly broker: Broker;
  readonly dealing: Dealing;
  readonly partner: Partner;
  /** Who receives the goods abroad; exports only, the partner unless something is odd. */
  readonly consignee: Partner;
  readonly endUser?: Partner;
  readonly gateway: Gateway;
  readonly route: Route;
  /** Countries passed, the first and the last included. */
  readonly itinerary: readonly string[];
  readonly destination: string;
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly containers: readonly Container[];
  /** Free text to customs on the first item. */
  readonly remark?: string;
  /** Acceptance, milliseconds since 1970. */
  readonly at: number;
}

export interface Line {
  readonly good: Good;
  /** As declared: eight digits. */
  readonly code: string;
  readonly text: string;
  readonly origin: string;
  readonly netGrams: number;
  readonly grossGrams: number;
  /** Supplementary quantity in hundredths of a unit; absent where none is declared. */
  readonly quantity?: { readonly hundredths: number; readonly unit: string };
  /** In the invoice's currency and in that of home. */
  readonly priceCents: number;
  readonly homeCents: number;
  readonly packages: number;
  readonly packType: string;
  readonly licenceId?: string;
  /** Document code of the licence: "X002". */
  readonly licenceDocument?: string;
  /** Certificates and statements, by document code. */
  readonly papers: readonly string[];
  readonly preference: 'none' | 'claimed';
}

export interface Container {
  readonly id: string;
  readonly seal: string;
}
