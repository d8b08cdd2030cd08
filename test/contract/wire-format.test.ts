import avsc from 'avsc';
import { describe, expect, test } from 'vitest';
import { avroType } from '../../services/adapters/avro/avro-type.ts';
import { createCodecs, createRegistryCodecs, type WritableRegistry } from '../../services/adapters/avro/codecs.ts';
import { fingerprint } from '../../services/adapters/avro/fingerprint.ts';
import { currentSchema, SCHEMA_NAMES, type SchemaName } from '../../services/adapters/avro/schema-files.ts';
import { TidewaiterError } from '../../services/risk/failure/tidewaiter-error.ts';
import { instant } from '../harness/checked.ts';
import { ordinaryDeclaration } from './ordinary-declaration.ts';

const event = ordinaryDeclaration(2);
const plain = createCodecs();
const bytes = plain.declarationEvent.encode(event);
const subjects = Object.fromEntries(SCHEMA_NAMES.map((name) => [name, `customs.${name}-value`])) as Record<
  SchemaName,
  string
>;

/** A registry in memory: ids from 1, and what it was asked for. */
function registry(): WritableRegistry & { readonly schemas: avsc.Schema[]; readonly asked: number[] } {
  const schemas: avsc.Schema[] = [];
  const asked: number[] = [];
  return {
    schemas,
    asked,
    register: (_, schema) => Promise.resolve(schemas.push(schema)),
    schemaOf: (id) => (asked.push(id), Promise.resolve(schemas[id - 1])),
  };
}

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'nothing was thrown';
  } catch (error) {
    return error instanceof TidewaiterError ? error.code : String(error);
  }
}

const decode = (input: Uint8Array) => (): unknown => plain.declarationEvent.decode(input);

describe('without a registry', () => {
  test('given an event, when encoded, then it begins with C3 01 and the fingerprint of its schema', () => {
    expect(bytes.subarray(0, 10)).toEqual(
      Buffer.concat([Buffer.from('c301', 'hex'), fingerprint(avroType(currentSchema('declaration-event')))]),
    );
  });

  test('given an event, when read with Avro alone, then it is there under its own names, so that any consumer can read it', () => {
    const read = avsc.Type.forSchema(currentSchema('declaration-event'), { wrapUnions: 'never' }).fromBuffer(
      bytes.subarray(10),
    ) as { declarationId: string; goodsItems: unknown[] };
    expect(read.declarationId).toBe(event.declarationId);
    expect(read.goodsItems).toHaveLength(2);
  });

  test('given bytes that are not a Buffer, when decoded, then they are read the same', () => {
    expect(plain.declarationEvent.decode(new Uint8Array(bytes))).toStrictEqual(event);
  });

  test('given a large declaration after small ones, when encoded, then the buffer grows', () => {
    const large = ordinaryDeclaration(999);
    expect(plain.declarationEvent.decode(plain.declarationEvent.encode(large))).toStrictEqual(large);
  });

  test('given two events encoded one after the other, then the first keeps its bytes', () => {
    const first = plain.declarationEvent.encode(event);
    plain.declarationEvent.encode(ordinaryDeclaration(3));
    expect(first).toEqual(bytes);
  });

  test.each([
    ['no bytes', Buffer.alloc(0), 'TDW_AVRO_EMPTY'],
    ['text', Buffer.from('{"declarationId":"26GB"}'), 'TDW_AVRO_NOT_AVRO'],
    ['the beginning of a header', bytes.subarray(0, 9), 'TDW_AVRO_NOT_AVRO'],
    [
      'a fingerprint of another schema',
      Buffer.concat([bytes.subarray(0, 2), Buffer.alloc(8), bytes.subarray(10)]),
      'TDW_AVRO_UNKNOWN_SCHEMA',
    ],
    [
      'the value of another topic',
      plain.notice.encode({
        noticeId: 'n',
        kind: 'released',
        eventId: 'e',
        eventType: 'lodged',
        declarationId: 'd',
        version: 1,
        issuedAt: instant('2026-11-22T00:00:00Z'),
        reasons: [],
        documentsToProvide: [],
      }),
      'TDW_AVRO_UNKNOWN_SCHEMA',
    ],
    ['the id of a registry that is not configured', Buffer.from('0000000001ff', 'hex'), 'TDW_AVRO_UNKNOWN_SCHEMA'],
    ['an event cut short', bytes.subarray(0, -20), 'TDW_AVRO_TRUNCATED'],
    ['an event and one byte', Buffer.concat([bytes, Buffer.from([0])]), 'TDW_AVRO_TRAILING_BYTES'],
    [
      'a length that is none',
      Buffer.concat([bytes.subarray(0, 10), Buffer.from('ffffffffffffffffff01', 'hex')]),
      'TDW_AVRO_TRUNCATED',
    ],
    ['a list of two thousand million', Buffer.concat([bytes.subarray(0, 10), forgedList()]), 'TDW_AVRO_CORRUPT'],
  ])('given %s, when decoded, then it is refused', (_, input, code) => {
    expect(codeOf(decode(input))).toBe(code);
  });

  test('given a record above the largest size, when decoded, then it is refused before it is read', () => {
    const small = createCodecs({ maxBytes: bytes.length - 1 });
    expect(codeOf(() => small.declarationEvent.decode(bytes))).toBe('TDW_AVRO_TOO_LARGE');
  });

  test.each([
    [
      'a decimal with too many digits',
      { ...event, goodsItemQuantity: '1'.repeat(19) },
      'TDW_DECIMAL_OUT_OF_RANGE',
      'goodsItemQuantity',
    ],
    [
      'a text that is no decimal',
      { ...event, goodsItemQuantity: 'secret' },
      'TDW_AVRO_UNENCODABLE',
      'goodsItemQuantity',
    ],
    [
      'a day that does not exist',
      { ...event, occurredAt: '2026-02-30T08:00:00Z' },
      'TDW_AVRO_UNENCODABLE',
      'occurredAt',
    ],
    ['a time without zone', { ...event, occurredAt: '2026-02-20T08:00:00' }, 'TDW_AVRO_UNENCODABLE', 'occurredAt'],
    ['half a surrogate pair', { ...event, cause: 'secret\ud800' }, 'TDW_AVRO_UNENCODABLE', 'cause'],
    [
      'an item without number',
      { ...event, goodsItems: [{ ...event.goodsItems[0], sequenceNumber: undefined }] },
      'TDW_AVRO_UNENCODABLE',
      'goodsItems.0.sequenceNumber',
    ],
    ['a type of event that is none', { ...event, eventType: 'secret' }, 'TDW_AVRO_UNENCODABLE', 'eventType'],
    ['no list of items', { ...event, goodsItems: 'secret' }, 'TDW_AVRO_UNENCODABLE', 'goodsItems'],
  ])('given %s, when encoded, then the field is named, and nothing that it says', (_, value, code, element) => {
    try {
      plain.declarationEvent.encode(value as never);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code, location: { element } });
      expect((error as Error).message).toContain(element);
      expect((error as Error).message).not.toContain('secret');
    }
  });
});

/** An event up to its list of other elements, which claims 2^31 of them. */
function forgedList(): Buffer {
  const head = avroType({
    type: 'record',
    name: 'Head',
    fields: ['a', 'b', 'c'].map((name) => ({ name, type: name === 'b' ? 'int' : 'string' })),
  }).toBuffer({ a: 'e', b: 0, c: 'd' });
  return Buffer.concat([head, Buffer.from([2, 0, 0, 0, 0]), Buffer.from('8080808010', 'hex')]);
}

describe('with a registry', () => {
  test('given an event, when encoded, then it begins with 0 and the id of its schema, and is read back', async () => {
    const codecs = await createRegistryCodecs(registry(), subjects);
    const encoded = codecs.declarationEvent.encode(event);
    expect(encoded.subarray(0, 5)).toEqual(Buffer.from('0000000001', 'hex'));
    await codecs.prepare([encoded]);
    expect(codecs.declarationEvent.decode(encoded)).toStrictEqual(event);
  });

  test('given both wire formats on one topic, when decoded, then each is read by its first bytes', async () => {
    const codecs = await createRegistryCodecs(registry(), subjects);
    const encoded = codecs.declarationEvent.encode(event);
    await codecs.prepare([encoded, bytes, null, Buffer.alloc(0)]);
    expect([encoded, bytes].map((each) => codecs.declarationEvent.decode(each))).toStrictEqual([event, event]);
  });

  test('given an event that goes on record, then it can be read without the registry: as it came where that is so, else written anew', async () => {
    const codecs = await createRegistryCodecs(registry(), subjects);
    const recorded = codecs.recordedEvent(codecs.declarationEvent.encode(event), event);
    expect(plain.declarationEvent.decode(recorded)).toEqual(plain.declarationEvent.decode(bytes));
    expect(codecs.recordedEvent(bytes, event)).toBe(bytes);
    expect(plain.recordedEvent(bytes, event)).toBe(bytes);
  });

  test('given a batch of one schema, when prepared again and again, then the registry is asked once', async () => {
    const source = registry();
    const codecs = await createRegistryCodecs(source, subjects);
    const encoded = codecs.declarationEvent.encode(event);
    await codecs.prepare(Array.from({ length: 100 }, () => encoded));
    await codecs.prepare([encoded]);
    expect(source.asked).toEqual([1]);
  });

  test('given a writer with a field more and a symbol more, when decoded, then the field is dropped and the symbol unrecognised', async () => {
    const source = registry();
    const codecs = await createRegistryCodecs(source, subjects);
    const grown = JSON.parse(JSON.stringify(currentSchema('reference-activation'))) as { fields: unknown[] };
    grown.fields.push({ name: 'later', type: 'string' });
    const id = source.schemas.push(grown as unknown as avsc.Schema);
    const activation = {
      kind: 'tariff',
      name: 'US',
      version: 'abc',
      activatedAt: '2026-11-22T08:30:00Z',
      by: 'clerk-7',
      reason: 'new year',
      parts: {},
    };
    const encoded = Buffer.concat([
      Buffer.from([0, 0, 0, 0, id]),
      avroType(grown as unknown as avsc.Schema).toBuffer({ ...activation, later: 'x' }),
    ]);
    await codecs.prepare([encoded]);
    expect(codecs.referenceActivation.decode(encoded)).toStrictEqual(activation);
  });

  test('given the id of another topic’s schema, one that the registry lacks, and one never fetched, when decoded, then each says which', async () => {
    const codecs = await createRegistryCodecs(registry(), subjects);
    const withId = (id: number): Buffer => Buffer.concat([Buffer.from([0, 0, 0, 0, id]), Buffer.alloc(20)]);
    await codecs.prepare([withId(2), withId(99)]);
    expect([2, 99, 98].map((id) => codeOf(() => codecs.declarationEvent.decode(withId(id))))).toEqual([
      'TDW_AVRO_INCOMPATIBLE_SCHEMA',
      'TDW_AVRO_UNKNOWN_SCHEMA',
      'TDW_AVRO_NOT_PREPARED',
    ]);
  });
});
