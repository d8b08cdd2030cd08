import { CATEGORIES, type CategoryName, type GoodsRow, type NumberName, NUMBERS } from './goods-row.ts';

/** What is embedded: the code at three levels, and the categories. */
export const SLOTS = ['hs2', 'hs4', 'hs6', ...CATEGORIES] as const;
export type SlotName = (typeof SLOTS)[number];

/** Dimensions of each slot's embedding: more where there is more to tell apart. */
export const DIMENSIONS: Readonly<Record<SlotName, number>> = {
  hs2: 8,
  hs4: 10,
  hs6: 8,
  origin: 8,
  dispatch: 8,
  destination: 6,
  procedure: 4,
  regime: 6,
  mode: 3,
  traderSize: 2,
};

/** A field that the network predicts from all others. */
export type FieldName = NumberName | CategoryName;

/** Categories that are predicted; how goods travel and how large their trader is only help to predict the rest. */
const PREDICTED_CATEGORIES: readonly CategoryName[] = ['origin', 'dispatch', 'destination', 'procedure', 'regime'];
export const FIELDS: readonly FieldName[] = [...NUMBERS, ...PREDICTED_CATEGORIES];

/** What must be hidden for a field to be predicted and not copied: a ratio follows from two others that share its terms. */
export const HIDDEN_WITH: Readonly<Record<NumberName, readonly NumberName[]>> = {
  unitValue: ['unitValue', 'valuePerUnit'],
  netMass: ['netMass'],
  dutyRate: ['dutyRate'],
  massPerUnit: ['massPerUnit', 'valuePerUnit'],
  valuePerUnit: ['valuePerUnit', 'unitValue'],
  massPerPackage: ['massPerPackage'],
};

/** Origin, dispatch and regime tell of each other: a preference names its origin. Each is predicted without the regime, and the regime with both. */
export const CATEGORIES_HIDDEN_WITH: Readonly<Partial<Record<CategoryName, readonly CategoryName[]>>> = {
  origin: ['origin', 'regime'],
  dispatch: ['dispatch'],
};

export const isNumber = (field: FieldName): field is NumberName => (NUMBERS as readonly string[]).includes(field);

const DIGITS: Readonly<Partial<Record<SlotName, number>>> = { hs2: 2, hs4: 4, hs6: 6 };

/** What a row has in a slot. */
export function slotValue(row: GoodsRow, slot: SlotName): string | undefined {
  const digits = DIGITS[slot];
  return digits === undefined ? row.categories[slot as CategoryName] : row.hs6?.slice(0, digits);
}
