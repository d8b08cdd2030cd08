import type { Chance } from '../chance.ts';
import type { SchemeName, Strength } from '../label.ts';
import type { Shipment } from '../shipment/shipment.ts';
import type { World } from '../world.ts';

/** When and among whom it happens, and how many goods items the declaration is to have. */
export interface Occasion {
  readonly world: World;
  readonly at: number;
  readonly items: number;
  readonly chance: Chance;
}

/** What is declared, and what is true. */
export interface Told {
  readonly shipment: Shipment;
  readonly note: string;
}

/** A way to deceive customs, and what honest traders do that looks like it. */
export interface Scheme {
  readonly name: SchemeName;
  readonly commit: (occasion: Occasion, strength: Strength) => Told;
  readonly lookAlike: (occasion: Occasion) => Told;
}
