import type { CountryCode } from './country-code.ts';
import type { GoodsItem } from './declaration-event.ts';

/** Origin of type 2 (D.E. 5/16), where a preference is claimed; may be a group of countries. */
export const PREFERENTIAL = '2';

/** Where the goods come from as controls, additional duties and inspectors take it: the non-preferential origin (D.E. 5/15), else the preferential one; undefined where none is stated. */
export function originOf({ origins }: Pick<GoodsItem, 'origins'>): CountryCode | undefined {
  return (origins.find(({ typeCode }) => typeCode !== PREFERENTIAL) ?? origins[0])?.countryCode;
}
