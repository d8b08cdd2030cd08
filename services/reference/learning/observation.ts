import type { Day } from '../../risk/declaration/day.ts';

/** One goods item of past trade, as far as usual ratios need it. */
export interface Observation {
  /** Commodity code, at least two digits. */
  readonly code: string;
  readonly day: Day;
  /** Kilograms. */
  readonly netMass: number;
  readonly value?: { readonly amount: number; readonly currency: string };
  readonly quantity?: { readonly amount: number; readonly unit: string };
}
