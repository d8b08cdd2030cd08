import type { Rng } from '../random/rng.ts';
import type { Shipment } from '../shipment/shipment.ts';
import type { World } from '../traders/world.ts';
import type { Difficulty, FraudPatternName } from './label.ts';

/** When and among whom it happens, and how many goods items the declaration is to have. */
export interface Occasion {
  readonly world: World;
  readonly at: number;
  readonly items: number;
  readonly rng: Rng;
}

/** What is declared, and what is true. */
export interface Disguised {
  readonly shipment: Shipment;
  readonly note: string;
}

/** A way to deceive customs, and what legitimate traders do that looks like it. */
export interface FraudPattern {
  readonly name: FraudPatternName;
  readonly commit: (occasion: Occasion, difficulty: Difficulty) => Disguised;
  readonly lookAlike: (occasion: Occasion) => Disguised;
}
