import fc, { type Arbitrary } from 'fast-check';

/** A change to a message; places are shares of its length. */
export type XmlMutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'drop'; readonly at: number; readonly length: number }
  /** Swaps two whole elements (from an opening tag to its own end). */
  | { readonly kind: 'shuffle'; readonly at: number; readonly to: number }
  /** Says the element at `at` several times. */
  | { readonly kind: 'multiply'; readonly at: number; readonly times: number }
  | { readonly kind: 'inject'; readonly at: number; readonly text: string }
  /** Puts another text between two tags. */
  | { readonly kind: 'say'; readonly at: number; readonly text: string }
  | { readonly kind: 'encode'; readonly as: BufferEncoding };

const HOSTILE = [
  '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
  '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
  '&b;',
  '&#0;',
  '&#xD800;',
  '&amp;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '--',
  '-->',
  '<?xml version="1.1"?>',
  '<?pi ?>',
  ' xmlns=""',
  ' xmlns:md="urn:other"',
  '<md:MetaData>',
  '</Declaration>',
  '<Declaration>',
  '\u0000',
  '\ufffe',
  '\ufeff',
  '\u202e',
  '<a'.repeat(80),
  '<a>'.repeat(80),
  `<${'n'.repeat(300)}/>`,
  'x'.repeat(120_000),
];
const SAID = [
  '',
  ' ',
  '-1',
  '0',
  '1e9',
  '1E-7',
  '999999999999999999999999999',
  '0.1234567',
  '1,5',
  'NaN',
  'null',
  '20261399000000Z',
  '20260228235959+99',
  '٣',
  'GB',
  '\t\n',
  'a'.repeat(300),
  '𝟙',
];

const at = fc.noBias(fc.nat({ max: 999_999 })).map((millionths) => millionths / 1_000_000);
const of = <K extends XmlMutation['kind']>(kind: K): Arbitrary<K> => fc.constant(kind);

export const xmlMutation: Arbitrary<XmlMutation> = fc.oneof(
  fc.record({ kind: of('flip'), at, bit: fc.noBias(fc.nat({ max: 7 })) }),
  fc.record({ kind: of('cut'), at }),
  fc.record({
    kind: of('repeat'),
    at,
    length: fc.noBias(fc.integer({ min: 1, max: 400 })),
    times: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: of('drop'), at, length: fc.noBias(fc.integer({ min: 1, max: 200 })) }),
  fc.record({ kind: of('shuffle'), at, to: at }),
  fc.record({ kind: of('multiply'), at, times: fc.constantFrom(2, 3, 50) }),
  fc.record({ kind: of('inject'), at, text: fc.constantFrom(...HOSTILE) }),
  fc.record({ kind: of('say'), at, text: fc.constantFrom(...SAID) }),
  fc.record({ kind: of('encode'), as: fc.constantFrom<BufferEncoding>('latin1', 'utf16le') }),
);

/** The message with one change. */
export function mutateXml(xml: Buffer, change: XmlMutation): Buffer {
  const text = xml.toString('utf8');
  const place = 'at' in change ? Math.floor(change.at * text.length) : 0;
  switch (change.kind) {
    case 'flip': {
      const bytes = Buffer.from(xml);
      const index = Math.floor(change.at * bytes.length);
      bytes[index] = (bytes[index] ?? 0) ^ (1 << change.bit);
      return bytes;
    }
    case 'cut':
      return Buffer.from(text.slice(0, place));
    case 'repeat':
      return splice(text, place, place, text.slice(place, place + change.length).repeat(change.times));
    case 'drop':
      return splice(text, place, place + change.length, '');
    case 'shuffle':
      return shuffle(text, place, Math.floor(change.to * text.length));
    case 'multiply': {
      const [start, end] = elementAt(text, place);
      return splice(text, start, end, text.slice(start, end).repeat(change.times));
    }
    case 'inject':
      return splice(text, place, place, change.text);
    case 'say': {
      const start = text.indexOf('>', place) + 1;
      return splice(text, start, Math.max(start, text.indexOf('<', start)), change.text);
    }
    case 'encode':
      return Buffer.from(text, change.as);
  }
}

function splice(text: string, start: number, end: number, put: string): Buffer {
  return Buffer.from(text.slice(0, start) + put + text.slice(end));
}

function shuffle(text: string, one: number, other: number): Buffer {
  const [firstStart, firstEnd] = elementAt(text, Math.min(one, other));
  const [secondStart, secondEnd] = elementAt(text, Math.max(one, other, firstEnd));
  if (secondStart < firstEnd) return Buffer.from(text);
  return Buffer.from(
    text.slice(0, firstStart) +
      text.slice(secondStart, secondEnd) +
      text.slice(firstEnd, secondStart) +
      text.slice(firstStart, firstEnd) +
      text.slice(secondEnd),
  );
}

/** Where the first element that opens at or after a place begins and ends; nothing where none does. */
function elementAt(text: string, place: number): readonly [number, number] {
  const opening = /<([A-Za-z][\w:.-]*)[^<>]*>/g;
  opening.lastIndex = place;
  const found = opening.exec(text);
  if (found === null || found[0].endsWith('/>')) return [place, place];
  const end = text.indexOf(`</${found[1] ?? ''}>`, found.index);
  return end < 0 ? [place, place] : [found.index, end + `</${found[1] ?? ''}>`.length];
}
