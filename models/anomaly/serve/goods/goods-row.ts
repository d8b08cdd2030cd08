/**
 * Numbers of a goods item that are compared with similar goods. All are natural logarithms (of a duty rate: of one plus its
 * percentage); NaN stands for a number that is not known, which is something else than zero.
 */
export const NUMBERS = ['unitValue', 'netMass', 'dutyRate', 'massPerUnit', 'valuePerUnit', 'massPerPackage'] as const;
export type NumberName = (typeof NUMBERS)[number];

/** What an item is besides its code and its numbers; undefined where it is not stated. */
export const CATEGORIES = ['origin', 'dispatch', 'destination', 'procedure', 'regime', 'mode', 'traderSize'] as const;
export type CategoryName = (typeof CATEGORIES)[number];

/** A goods item as the model reads it, whether it comes from the stream or from a table. */
export interface GoodsRow {
  /** Whose declarations and which way: "KR import". A model answers in full only within the scopes it was trained on. */
  readonly scope: string;
  /** First six digits of the commodity code; undefined where there are fewer. */
  readonly hs6: string | undefined;
  readonly numbers: Readonly<Record<NumberName, number>>;
  readonly categories: Readonly<Record<CategoryName, string | undefined>>;
}

/** Nothing known of any number. */
export const NO_NUMBERS: Readonly<Record<NumberName, number>> = {
  unitValue: NaN,
  netMass: NaN,
  dutyRate: NaN,
  massPerUnit: NaN,
  valuePerUnit: NaN,
  massPerPackage: NaN,
};

/** The logarithm of a number above zero; everything else is not known. */
export function logOf(value: number | undefined): number {
  return value !== undefined && value > 0 && Number.isFinite(value) ? Math.log(value) : NaN;
}

/** The logarithm of a ratio of two numbers above zero. */
export const logRatio = (above: number | undefined, below: number | undefined): number => logOf(above) - logOf(below);

/** Levels of the nomenclature at which similar goods are looked for, the narrowest first; the empty code is all goods. */
export const LEVELS = [6, 4, 2, 0] as const;

/** How large a trader is by declarations in the data: few words that hold in any administration. */
export function traderSizeOf(declarations: number): string {
  if (declarations <= 1) return 'first';
  if (declarations <= 5) return 'small';
  return declarations <= 50 ? 'middle' : 'large';
}
