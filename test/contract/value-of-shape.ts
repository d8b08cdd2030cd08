import fc, { type Arbitrary } from 'fast-check';
import type { FieldShape, Shape } from './typescript-shape.ts';

const EARLIEST = Date.parse('0000-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** Normalised decimals of up to 18 digits before and 6 behind the point, extremes often. */
export const decimalText: Arbitrary<string> = fc
  .tuple(
    fc.boolean(),
    fc.oneof(
      fc.bigInt({ min: 0n, max: 10n ** 24n - 1n }),
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      fc.constantFrom(0n, 1n, 2n ** 47n - 1n, 2n ** 47n, 10n ** 24n - 1n),
    ),
  )
  .map(([negative, millionths]) => {
    const decimals = String(millionths % 1_000_000n)
      .padStart(6, '0')
      .replace(/0+$/, '');
    return `${negative && millionths > 0n ? '-' : ''}${millionths / 1_000_000n}${decimals === '' ? '' : `.${decimals}`}`;
  });

/** Instants that ISO 8601 writes with four-digit years, milliseconds left out where zero. */
const instant: Arbitrary<string> = fc
  .oneof(
    fc.integer({ min: EARLIEST, max: LATEST }),
    fc.integer({ min: EARLIEST / 1000, max: Math.floor(LATEST / 1000) }).map((seconds) => seconds * 1000),
  )
  .map((millis) => new Date(millis).toISOString().replace('.000Z', 'Z'));

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

/** Any value of a shape: every optional field present, absent, or either. */
export function valueOf(shape: Shape, presence: 'all' | 'none' | 'some' = 'some'): Arbitrary<unknown> {
  switch (shape.kind) {
    case 'text':
      return text;
    case 'number':
      return fc.integer();
    case 'boolean':
      return fc.boolean();
    case 'bytes':
      return fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
    case 'decimal':
      return decimalText;
    case 'instant':
      return instant;
    case 'symbols':
      return fc.constantFrom(...shape.symbols);
    case 'list':
      return fc.array(
        valueOf(shape.of, presence),
        presence === 'none' ? { maxLength: 0 } : { minLength: presence === 'all' ? 1 : 0, maxLength: 2 },
      );
    case 'map':
      return fc.dictionary(text, valueOf(shape.of, presence), { maxKeys: 3, noNullPrototype: true });
    case 'either':
      return fc.oneof(...shape.of.map((each) => valueOf(each, presence)));
    case 'record':
      return fc.record(
        Object.fromEntries(
          shape.fields
            .filter((field) => presence !== 'none' || !field.optional)
            .map((field) => [field.name, valueOf(field.shape, presence)]),
        ),
        {
          requiredKeys: shape.fields
            .filter((field) => presence === 'all' || !field.optional)
            .map((field) => field.name),
          noNullPrototype: true,
        },
      );
  }
}

export type { FieldShape };
