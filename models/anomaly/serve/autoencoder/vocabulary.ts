import type { GoodsRow } from '../goods/goods-row.ts';
import { type SlotName, SLOTS, slotValue } from '../goods/slots.ts';

/** Index of what is not stated or hidden. */
export const UNKNOWN = 0;
/** Index of what was seen too seldom in training to be told apart. */
const RARE = 1;
/** Values of each slot in the order of their index, from 2. */
export type Vocabulary = Readonly<Record<SlotName, readonly string[]>>;
/** Looks up the index of a row's value in each slot. */
export type Indexer = (row: GoodsRow, slot: SlotName) => number;

export function createIndexer(vocabulary: Vocabulary): Indexer {
  const places = new Map(
    SLOTS.map((slot) => [slot, new Map(vocabulary[slot].map((value, index) => [value, index + 2]))]),
  );
  return (row, slot) => {
    const value = slotValue(row, slot);
    return value === undefined ? UNKNOWN : (places.get(slot)?.get(value) ?? RARE);
  };
}

/** Rows of a slot's embedding, and outputs of its head. */
export const sizeOfSlot = (vocabulary: Vocabulary, slot: SlotName): number => vocabulary[slot].length + 2;
