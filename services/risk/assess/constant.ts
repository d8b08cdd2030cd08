import type { WrittenText } from './json-bytes.ts';

export interface Constant {
  /** Its canonical JSON, once it was needed. */
  written: WrittenText | undefined;
}

/** What is written again and again. */
const constants = new WeakMap<object, Constant>();

/** Says that a value never changes and will be part of many records: its canonical JSON is remembered as long as the value lives. */
export function constant<T extends object>(value: T): T {
  if (!constants.has(value)) constants.set(value, { written: undefined });
  return value;
}

export const rememberedConstant = (value: object): Constant | undefined => constants.get(value);

export const isConstant = (value: unknown): value is object => typeof value === 'object' && value !== null && constants.has(value);
