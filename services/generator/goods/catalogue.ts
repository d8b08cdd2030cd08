import { CHEMICALS_AND_PLASTICS } from './chemicals-and-plastics.ts';
import { ELECTRONICS } from './electronics.ts';
import { FOOD_AND_DRINK } from './food-and-drink.ts';
import type { Good } from './good.ts';
import { MACHINERY } from './machinery.ts';
import { METALS_AND_TOOLS } from './metals-and-tools.ts';
import { TEXTILES_AND_HOUSEHOLD } from './textiles-and-household.ts';
import { VEHICLES_INSTRUMENTS_AND_SUNDRIES } from './vehicles-instruments-and-sundries.ts';

/** All goods that the made-up traders trade in, by chapter. Codes and units after the US tariff schedule of 2025 (USITC). */
export const CATALOGUE: readonly Good[] = [
  ...FOOD_AND_DRINK,
  ...CHEMICALS_AND_PLASTICS,
  ...TEXTILES_AND_HOUSEHOLD,
  ...METALS_AND_TOOLS,
  ...MACHINERY,
  ...ELECTRONICS,
  ...VEHICLES_INSTRUMENTS_AND_SUNDRIES,
];

const BY_CODE = new Map(CATALOGUE.map((good) => [good.code, good]));

/** The good of a code. Throws `RangeError` for a code that is not in the catalogue. */
export function goodOf(code: string): Good {
  const good = BY_CODE.get(code);
  if (good === undefined) throw new RangeError(`no good ${code} in the catalogue`);
  return good;
}
