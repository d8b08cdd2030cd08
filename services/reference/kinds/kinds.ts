import { businessLines } from './business-lines/business-lines.ts';
import { controls } from './controls/controls.ts';
import { documentTypes } from './document-types/document-types.ts';
import { embargoes } from './embargoes/embargoes.ts';
import { exchangeRates } from './exchange-rates/exchange-rates.ts';
import { geography } from './geography/geography.ts';
import { highPriority } from './high-priority/high-priority.ts';
import type { ContentOf, Kind } from './kind.ts';
import { nomenclature } from './nomenclature/nomenclature.ts';
import { originDuties } from './origin-duties/origin-duties.ts';
import { exportCodes } from './tariff/export-codes.ts';
import { tariff } from './tariff/tariff.ts';
import { usualRatios } from './usual-ratios/usual-ratios.ts';

/** Every kind of reference data, in the order in which imports report them. A new one is its folder and a line here. */
export const KINDS = [
  tariff,
  exportCodes,
  nomenclature,
  exchangeRates,
  highPriority,
  geography,
  controls,
  embargoes,
  documentTypes,
  usualRatios,
  businessLines,
  originDuties,
] as const satisfies readonly Kind[];

type Kinds = (typeof KINDS)[number];

export type KindName = Kinds['name'];

/** What each kind of snapshot says. Compact where it is large, one row a line in the shipped files. */
export type KindContent = { readonly [K in Kinds as K['name']]: ContentOf<K> };

/** The kind of a name, if it is one of these. */
export function kindNamed(name: unknown, kinds: readonly Kind[] = KINDS): Kind | undefined {
  return kinds.find((kind) => kind.name === name);
}
