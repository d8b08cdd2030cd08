import { NUMBERS } from '../goods/goods-row.ts';
import { DIMENSIONS, type FieldName, isNumber, type SlotName, SLOTS } from '../goods/slots.ts';
import { BINS } from '../similar/scaled-numbers.ts';
import { sizeOfSlot, type Vocabulary } from './vocabulary.ts';

/** Units of the hidden layers; the middle one is the bottleneck. */
export const HIDDEN = 64;
export const BOTTLENECK = 24;

/** Numbers beside the embeddings: value and "known" for each, and how well the code is known. */
export const NUMBER_INPUTS = 2 * NUMBERS.length + 2;
export const EMBEDDED = SLOTS.reduce((sum, slot) => sum + DIMENSIONS[slot], 0);

/** Where a slot's embedding begins in the input. */
export function offsetOf(slot: SlotName): number {
  return SLOTS.slice(0, SLOTS.indexOf(slot)).reduce((sum, one) => sum + DIMENSIONS[one], 0);
}

/** Weights by name; rows first. */
export type Weights = ReadonlyMap<string, Weight>;
export interface Weight {
  readonly shape: readonly [number, number];
  readonly values: Float32Array;
}

export const outputsOf = (field: FieldName, vocabulary: Vocabulary): number =>
  isNumber(field) ? BINS : sizeOfSlot(vocabulary, field);

/** Shapes of all weights, in the order in which they are made and stored. */
export function shapesOf(
  vocabulary: Vocabulary,
  fields: readonly FieldName[],
): readonly (readonly [name: string, rows: number, columns: number])[] {
  return [
    ...SLOTS.map((slot) => [`embedding-${nameOf(slot)}`, sizeOfSlot(vocabulary, slot), DIMENSIONS[slot]] as const),
    ['encode', EMBEDDED + NUMBER_INPUTS, HIDDEN],
    ['encode-bias', 1, HIDDEN],
    ['narrow', HIDDEN, BOTTLENECK],
    ['narrow-bias', 1, BOTTLENECK],
    ['decode', BOTTLENECK, HIDDEN],
    ['decode-bias', 1, HIDDEN],
    ...fields.flatMap((field) => [
      [`head-${nameOf(field)}`, HIDDEN, outputsOf(field, vocabulary)] as const,
      [`head-${nameOf(field)}-bias`, 1, outputsOf(field, vocabulary)] as const,
    ]),
  ];
}

/** A field's name as names of tables are written: "unit-value". */
export const nameOf = (field: SlotName | FieldName): string =>
  field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
