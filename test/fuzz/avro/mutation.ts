import fc, { type Arbitrary } from 'fast-check';

/** A change to bytes; `at` is a share of their length. */
export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'set'; readonly at: number; readonly byte: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'drop'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number };

/** Lengths and counts that a forger would write: 2^31, 2^53, −1, −2^31, a number that never ends. */
const FORGED = ['8080808010', 'feffffffffffff1f', '01', 'ffffffff0f', 'ffffffffffffffffffffffffffff'].map(
  (hex) => new Uint8Array(Buffer.from(hex, 'hex')),
);

/** Even over the whole length: fast-check's own numbers favour the ends. */
const at = fc.noBias(fc.nat({ max: 999_999 })).map((millionths) => millionths / 1_000_000);
const length = fc.noBias(fc.integer({ min: 1, max: 64 }));

export const mutation: Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at, bit: fc.noBias(fc.nat({ max: 7 })) }),
  fc.record({ kind: fc.constant('set' as const), at, byte: fc.noBias(fc.nat({ max: 255 })) }),
  fc.record({ kind: fc.constant('cut' as const), at }),
  fc.record({ kind: fc.constant('drop' as const), at, length }),
  fc.record({
    kind: fc.constant('insert' as const),
    at,
    bytes: fc.oneof(fc.constantFrom(...FORGED), fc.uint8Array({ minLength: 1, maxLength: 16 })),
  }),
  fc.record({ kind: fc.constant('repeat' as const), at, length }),
);

/** The bytes with one change; the given ones stay as they are. */
export function mutate(bytes: Buffer, change: Mutation): Buffer {
  const position = Math.floor(change.at * bytes.length);
  switch (change.kind) {
    case 'flip':
      return withByte(bytes, position, (bytes[position] ?? 0) ^ (1 << change.bit));
    case 'set':
      return withByte(bytes, position, change.byte);
    case 'cut':
      return bytes.subarray(0, position);
    case 'drop':
      return Buffer.concat([bytes.subarray(0, position), bytes.subarray(position + change.length)]);
    case 'insert':
      return Buffer.concat([bytes.subarray(0, position), change.bytes, bytes.subarray(position)]);
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, position + change.length), bytes.subarray(position)]);
  }
}

function withByte(bytes: Buffer, position: number, byte: number): Buffer {
  const changed = Buffer.from(bytes);
  if (position < changed.length) changed[position] = byte;
  return changed;
}
