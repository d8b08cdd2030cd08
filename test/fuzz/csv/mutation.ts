import fc, { type Arbitrary } from 'fast-check';

/** A change to a CSV or mapping file; places are shares of its length. */
export type CsvMutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'drop'; readonly at: number; readonly length: number }
  | { readonly kind: 'inject'; readonly at: number; readonly text: string }
  /** Moves a line elsewhere. */
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  /** Says a line several times. */
  | { readonly kind: 'multiply'; readonly at: number; readonly times: number }
  /** Puts another text in place of a cell. */
  | { readonly kind: 'say'; readonly at: number; readonly text: string }
  | { readonly kind: 'encode'; readonly as: BufferEncoding };

const HOSTILE = [
  '"',
  '""',
  '"\n',
  ';',
  ',',
  '\t',
  '|',
  '\r',
  '\n',
  '\r\n',
  ';;;;;;',
  '\u0000',
  '\ufeff',
  '\ufffe',
  'sep=;\n',
  '__proto__',
  ': ',
  '[]',
  '- ',
  '&a [*a]',
  '*b',
  '{',
  '}',
  '#',
  '!!js/function x',
  '<a>',
  '{"a":',
  'x'.repeat(120_000),
  '\n'.repeat(500),
];
const SAID = [
  '',
  ' ',
  '-1',
  '0',
  '1e9',
  '1E-7',
  '1,234',
  '1.234',
  '1.234,5',
  '1,2,3',
  "1'000",
  '٣',
  '999999999999999999999999999',
  '0.1234567',
  'NaN',
  'null',
  '31.02.2026',
  '2026-13-99',
  '99/99/9999',
  'GB',
  '\u00a0',
  '="0901"',
  '"x',
  'a'.repeat(5_000),
  '__proto__',
  'constructor',
  '𝟙',
  '=cmd|x!A1',
];

const at = fc.noBias(fc.nat({ max: 999_999 })).map((millionths) => millionths / 1_000_000);
const of = <K extends CsvMutation['kind']>(kind: K): Arbitrary<K> => fc.constant(kind);

export const csvMutation: Arbitrary<CsvMutation> = fc.oneof(
  fc.record({ kind: of('flip'), at, bit: fc.noBias(fc.nat({ max: 7 })) }),
  fc.record({ kind: of('cut'), at }),
  fc.record({ kind: of('drop'), at, length: fc.noBias(fc.integer({ min: 1, max: 200 })) }),
  fc.record({ kind: of('inject'), at, text: fc.constantFrom(...HOSTILE) }),
  fc.record({ kind: of('move'), at, to: at }),
  fc.record({ kind: of('multiply'), at, times: fc.constantFrom(2, 3, 50) }),
  fc.record({ kind: of('say'), at, text: fc.constantFrom(...SAID) }),
  fc.record({ kind: of('encode'), as: fc.constantFrom<BufferEncoding>('latin1', 'utf16le') }),
);

/** The file with one change. */
export function mutateCsv(file: Buffer, change: CsvMutation): Buffer {
  const text = file.toString('utf8');
  const place = 'at' in change ? Math.floor(change.at * text.length) : 0;
  switch (change.kind) {
    case 'flip': {
      const bytes = Buffer.from(file);
      const index = Math.floor(change.at * bytes.length);
      bytes[index] = (bytes[index] ?? 0) ^ (1 << change.bit);
      return bytes;
    }
    case 'cut':
      return Buffer.from(text.slice(0, place));
    case 'drop':
      return Buffer.from(text.slice(0, place) + text.slice(place + change.length));
    case 'inject':
      return Buffer.from(text.slice(0, place) + change.text + text.slice(place));
    case 'move':
      return inLines(text, change.at, (line, rest) => [
        ...rest.slice(0, Math.floor(change.to * rest.length)),
        line,
        ...rest.slice(Math.floor(change.to * rest.length)),
      ]);
    case 'multiply':
      return inLines(text, change.at, (line, rest, index) => [
        ...rest.slice(0, index),
        ...Array<string>(change.times).fill(line),
        ...rest.slice(index),
      ]);
    case 'say': {
      const start = Math.max(...[';', ',', '\t', '|', '\n'].map((separator) => text.lastIndexOf(separator, place))) + 1;
      const end = /[;,\t|\r\n]/.exec(text.slice(start))?.index ?? 0;
      return Buffer.from(text.slice(0, start) + change.text + text.slice(start + end));
    }
    case 'encode':
      return Buffer.from(text, change.as);
  }
}

function inLines(
  text: string,
  share: number,
  change: (line: string, rest: readonly string[], index: number) => readonly string[],
): Buffer {
  const lines = text.split('\n');
  const index = Math.floor(share * lines.length);
  return Buffer.from(
    change(
      lines[index] ?? '',
      lines.filter((_, other) => other !== index),
      index,
    ).join('\n'),
  );
}
