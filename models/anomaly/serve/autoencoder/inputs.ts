import { CATEGORIES, type GoodsRow, NUMBERS } from '../goods/goods-row.ts';
import { CATEGORIES_HIDDEN_WITH, type FieldName, HIDDEN_WITH, isNumber, type SlotName, SLOTS } from '../goods/slots.ts';
import { binOf, type Densities, type ScaledNumbers, scaledNumbers } from '../similar/scaled-numbers.ts';
import { type Indexer, UNKNOWN } from './vocabulary.ts';

/** A row as the network reads it. */
export interface NetworkInput {
  /** Index in each slot's vocabulary, in the order of `SLOTS`. */
  readonly indices: Int32Array;
  readonly scaled: ScaledNumbers;
}

export function networkInput(row: GoodsRow, indexer: Indexer, densities: Densities): NetworkInput {
  return { indices: Int32Array.from(SLOTS, (slot) => indexer(row, slot)), scaled: scaledNumbers(row, densities) };
}

const SLOT_AT = new Map<SlotName, number>(SLOTS.map((slot, at) => [slot, at]));
const slotIndex = (slot: SlotName): number => SLOT_AT.get(slot) ?? 0;

/** What is hidden from the network while it predicts a field: places of slots and of numbers. */
export interface Hidden {
  readonly slots: readonly number[];
  readonly numbers: readonly number[];
}

export function hiddenFor(field: FieldName): Hidden {
  if (isNumber(field)) return { slots: [], numbers: HIDDEN_WITH[field].map((name) => NUMBERS.indexOf(name)) };
  return {
    slots: (CATEGORIES_HIDDEN_WITH[field] ?? [field]).filter((one) => CATEGORIES.includes(one)).map(slotIndex),
    numbers: [],
  };
}

/** Which output of the field's head is the right one; -1 where the row does not state the field. */
export function targetOf({ indices, scaled }: NetworkInput, field: FieldName): number {
  if (!isNumber(field)) return indices[slotIndex(field)] === UNKNOWN ? -1 : indices[slotIndex(field)]!;
  const value = scaled.values[NUMBERS.indexOf(field)]!;
  return Number.isNaN(value) ? -1 : binOf(value);
}

/** Writes the numbers of a row as the first layer takes them, those hidden and those not known as zero beside a zero. */
export function writeNumbers(
  { scaled }: NetworkInput,
  hidden: (number: number) => boolean,
  into: Float32Array,
  at: number,
): void {
  for (let number = 0; number < NUMBERS.length; number += 1) {
    const value = scaled.values[number]!;
    const known = !Number.isNaN(value) && !hidden(number);
    into[at + 2 * number] = known ? value : 0;
    into[at + 2 * number + 1] = known ? 1 : 0;
  }
  into.set(scaled.context, at + 2 * NUMBERS.length);
}
