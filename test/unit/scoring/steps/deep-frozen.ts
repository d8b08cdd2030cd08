/** The same value, which nobody can change any more: objects and lists are frozen to their depths. Bytes cannot be; see `bytesIn`. */
export function deepFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFrozen(member);
  return value;
}

/** All bytes that a value holds, in the order in which they stand, as text. */
export function bytesIn(value: unknown): readonly string[] {
  if (ArrayBuffer.isView(value))
    return [Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(bytesIn);
}
