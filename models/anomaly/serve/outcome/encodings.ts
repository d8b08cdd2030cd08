import type { GoodsRow } from '../goods/goods-row.ts';
import { type SlotName, slotValue } from '../goods/slots.ts';
/** Slots that are read as the share of hits among goods alike. */
export const ENCODED: readonly SlotName[] = [
  'hs2',
  'hs4',
  'hs6',
  'origin',
  'dispatch',
  'procedure',
  'regime',
  'mode',
  'traderSize',
];

/** Share of hits by value, one map a slot; and of all. */
export interface Encodings {
  readonly overall: number;
  readonly bySlot: readonly ReadonlyMap<string, number>[];
}

/** The shares for a row, in the order of `ENCODED`. */
export function encode({ overall, bySlot }: Encodings, row: GoodsRow): number[] {
  return ENCODED.map((slot, at) => {
    const value = slotValue(row, slot);
    return value === undefined ? NaN : (bySlot[at]!.get(value) ?? overall);
  });
}
