/** Lists that are part of many records. */
const constants = new WeakSet();

/** Says that a value never changes and will be part of many records, so that whoever writes it may keep what it looks like. */
export function constant<T extends object>(value: T): T {
  constants.add(value);
  return value;
}

export const isConstant = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && constants.has(value);
