import type { GoodsRow } from '../goods/goods-row.ts';
import { type SlotName, SLOTS, slotValue } from './slots.ts';

/** Index of what is not stated or hidden. */
export const UNKNOWN = 0;
/** Index of what was seen too seldom in training to be told apart. */
const RARE = 1;
/** Seen less often than this, a value is rare. */
const MINIMUM = 3;

/** Values of each slot in the order of their index, from 2. */
export type Vocabulary = Readonly<Record<SlotName, readonly string[]>>;

export function learnVocabulary(rows: readonly GoodsRow[]): Vocabulary {
  return Object.fromEntries(
    SLOTS.map((slot) => {
      const counts = new Map<string, number>();
      for (const row of rows) {
        const value = slotValue(row, slot);
        if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return [
        slot,
        [...counts]
          .filter(([, count]) => count >= MINIMUM)
          .map(([value]) => value)
          .sort(),
      ];
    }),
  ) as unknown as Vocabulary;
}

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
