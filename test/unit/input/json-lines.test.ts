import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateEvent } from '../../../services/risk/declaration/validate.ts';
import { eventIdOf } from '../../../services/risk/identity/derived-ids.ts';
import { eventsOf, fileSource, outcomeOf, readAll, textSource } from './sources.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/wco');
const lines = (...values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

describe('given events as publish --dry-run --json prints them', () => {
  test('when they are read again, then they are the same events', async () => {
    const names = [
      'export-lodgement.xml',
      'amendment.xml',
      'cancellation.xml',
      'notification-exit.xml',
      'import-lodgement-in-envelope.xml',
    ];
    const printed = (await eventsOf(names.map((name) => fileSource(join(FIXTURES, name))))).map(({ event }) => event);
    const again = (await eventsOf([textSource('-', lines(...printed))])).map(({ event }) => event);
    expect(again).toEqual(printed);
    expect(JSON.stringify(again)).toBe(JSON.stringify(printed));
  });
});

describe('given events written by hand', () => {
  test('when only the references are stated, then the rest is worked out', async () => {
    const [entry] = await eventsOf([
      textSource(
        '-',
        lines({
          functionalReferenceId: 'L1',
          declarant: { id: 'GB1' },
          acceptanceDateTime: '2026-03-11T09:00:00+01:00',
          invoiceAmount: { value: '10.50' },
        }),
      ),
    ]);
    expect(entry?.event).toMatchObject({
      declarationId: 'LRN:GB1:L1',
      eventType: 'lodged',
      version: 1,
      completeness: 'whole',
      goodsItems: [],
      acceptanceDateTime: '2026-03-11T08:00:00Z',
      invoiceAmount: { value: '10.5' },
      declarant: { communications: [] },
    });
    expect(entry?.event.eventId).toBe(eventIdOf({ declarationId: 'LRN:GB1:L1', eventType: 'lodged', version: 1 }));
    expect(validateEvent(entry?.event ?? expect.fail('none'))).toEqual([]);
  });

  test('when --declaration-id is given, then it takes the place of the id, and the event id follows', async () => {
    const [entry] = await eventsOf([textSource('-', lines({ declarationId: 'A' }))], { declarationId: 'B' });
    expect(entry?.event).toMatchObject({
      declarationId: 'B',
      eventId: eventIdOf({ declarationId: 'B', eventType: 'lodged', version: 1 }),
    });
  });

  test.each<[string, unknown, string, string]>([
    ['an unknown field', { declarationId: 'A', colour: 'red' }, 'TDW_JSON_FIELD', 'colour'],
    [
      'an unknown field further down',
      { declarationId: 'A', goodsItems: [{ sequenceNumber: 1, comodity: {} }] },
      'TDW_JSON_FIELD',
      'goodsItems[0].comodity',
    ],
    [
      'a number for a decimal',
      { declarationId: 'A', invoiceAmount: { value: 10.5 } },
      'TDW_JSON_FIELD',
      'invoiceAmount.value',
    ],
    ['a list of two objects', [{ declarationId: 'A' }, { declarationId: 'B' }], 'TDW_JSON_MALFORMED', ''],
    [
      'an object set over several lines',
      JSON.stringify({ declarationId: 'A', goodsItems: [{ sequenceNumber: 1 }, {}] }, null, 2),
      'TDW_JSON_MALFORMED',
      '',
    ],
    [
      'a list set over several lines',
      JSON.stringify([{ declarationId: 'A' }, { declarationId: 'B', goodsItems: [] }], null, '\t'),
      'TDW_JSON_MALFORMED',
      '',
    ],
    ['a brace by itself', '{', 'TDW_JSON_MALFORMED', ''],
    ['a text for a number', { declarationId: 'A', version: '1' }, 'TDW_JSON_FIELD', 'version'],
    ['an object for a list', { declarationId: 'A', goodsItems: {} }, 'TDW_JSON_FIELD', 'goodsItems'],
    [
      'an item without number',
      { declarationId: 'A', goodsItems: [{}] },
      'TDW_JSON_FIELD',
      'goodsItems[0].sequenceNumber',
    ],
    ['a time that is none', { declarationId: 'A', occurredAt: 'yesterday' }, 'TDW_JSON_FIELD', 'occurredAt'],
    [
      'a country that is none',
      { declarationId: 'A', goodsShipment: { destinationCountryCode: 'P!' } },
      'TDW_JSON_FIELD',
      'goodsShipment.destinationCountryCode',
    ],
    ['an unknown event type', { declarationId: 'A', eventType: 'sunk' }, 'TDW_JSON_FIELD', 'eventType'],
    ['no reference', { typeCode: 'EXA' }, 'TDW_JSON_FIELD', 'declarationId'],
    ['a forged prototype', '{"declarationId":"A","__proto__":{"x":1}}', 'TDW_JSON_FIELD', '__proto__'],
    [
      'a code that stands twice',
      '{"declarationId":"A","goodsItems":[{"sequenceNumber":1,"commodity":{"description":"a","description":"b"}}]}',
      'TDW_JSON_REPEATED_KEY',
      'goodsItems[0].commodity.description',
    ],
    [
      'a key in two spellings',
      '{"declarationId":"A","declaration\\u0049d":"B"}',
      'TDW_JSON_REPEATED_KEY',
      'declarationId',
    ],
    ['half an object', '{"declarationId":"A"', 'TDW_JSON_MALFORMED', ''],
    [
      "an event id that is another event's",
      { declarationId: 'A', eventId: eventIdOf({ declarationId: 'B', eventType: 'lodged', version: 1 }) },
      'TDW_EVENT_ID_MISMATCH',
      'eventId',
    ],
    [
      'two numbers alike',
      { declarationId: 'A', goodsItems: [{ sequenceNumber: 1 }, { sequenceNumber: 1 }] },
      'TDW_JSON_FIELD',
      'goodsItems[1].sequenceNumber',
    ],
  ])(
    'when a line has %s, then it is one error with line and field, and the other lines are read',
    async (_name, bad, code, path) => {
      const entries = await readAll([
        textSource('some.jsonl', lines({ declarationId: 'before' }, bad, { declarationId: 'after' })),
      ]);
      expect(entries.map(outcomeOf)).toEqual(['event lodged', code, 'event lodged']);
      const [, failed] = entries;
      if (failed?.kind !== 'failed') return expect.fail('read');
      expect(failed.error.location).toMatchObject({
        file: 'some.jsonl',
        line: 2,
        ...(path === '' ? {} : { element: path }),
      });
    },
  );

  test('when texts are empty, or codes have blanks around them, then they are absent, or trimmed', async () => {
    const [entry] = await eventsOf([
      textSource(
        '-',
        lines({
          declarationId: ' A ',
          typeCode: ' IMA ',
          procedureCategory: '',
          exporter: { id: '', name: '  ' },
          acceptanceDateTime: '',
          invoiceAmount: null,
        }),
      ),
    ]);
    expect(entry?.event).toMatchObject({ declarationId: 'A', typeCode: 'IMA' });
    expect([
      entry?.event.procedureCategory,
      entry?.event.exporter?.id,
      entry?.event.exporter?.name,
      entry?.event.acceptanceDateTime,
    ]).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('when the first line is bad, then the lines below it are still read', async () => {
    const entries = await readAll([
      textSource('-', lines('# exported on Monday', { declarationId: 'A' }, { declarationId: 'B' })),
    ]);
    expect(
      entries.map((entry) => [outcomeOf(entry), entry.kind === 'failed' ? entry.error.location?.line : undefined]),
    ).toEqual([
      ['TDW_JSON_MALFORMED', 1],
      ['event lodged', undefined],
      ['event lodged', undefined],
    ]);
  });

  test('when a list comes first, then it is told to be one; when an object comes again, then what is new in it is judged', async () => {
    expect(await readAll([textSource('-', '[{"declarationId":"A"},{"declarationId":"B"}]')])).toMatchObject([
      {
        kind: 'failed',
        error: { code: 'TDW_JSON_MALFORMED', message: 'The line is a list; JSON lines have one object a line.' },
      },
    ]);
    const events = await eventsOf([
      textSource(
        '-',
        lines(
          { declarationId: 'A', typeCode: 'IMA' },
          { declarationId: 'A', typeCode: 'IMA' },
          { declarationId: 'A', typeCode: 'EXA' },
        ),
      ),
    ]);
    expect(events.map(({ event }) => event.eventId === events[0]?.event.eventId)).toEqual([true, true, false]);
  });

  test('when a line has no end, then it is refused in bounded memory', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"declarationId":"');
      for (; given < 400 * 1024 * 1024; given += 65_536) yield Buffer.alloc(65_536, 'x');
      await Promise.resolve();
    }
    expect((await readAll([{ file: '-', bytes: endless() }])).map(outcomeOf)).toEqual(['TDW_INPUT_TOO_LARGE']);
    expect(given).toBeLessThan(110 * 1024 * 1024);
  });

  test('when a line is too long, or no UTF-8, then the other lines are read', async () => {
    const bad = [
      Buffer.from(`{"declarationId":"${'x'.repeat(11 * 1024 * 1024)}"}\n`),
      Buffer.from('{"declarationId":"caf\xe9"}\n', 'latin1'),
    ];
    const entries = await readAll([
      textSource(
        '-',
        Buffer.concat([Buffer.from('{"declarationId":"A"}\n'), ...bad, Buffer.from('{"declarationId":"B"}')]),
      ),
    ]);
    expect(
      entries.map((entry) => [outcomeOf(entry), entry.kind === 'failed' ? entry.error.location?.line : undefined]),
    ).toEqual([
      ['event lodged', undefined],
      ['TDW_INPUT_TOO_LARGE', 2],
      ['TDW_INPUT_ENCODING', 3],
      ['event lodged', undefined],
    ]);
  });

  test('when lines hold anything that JSON can, then each is an event or an error of the input', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.json({ maxDepth: 3 }), { minLength: 1, maxLength: 5 }), async (values) => {
        const entries = await readAll([textSource('-', lines({ declarationId: 'first' }, ...values))]);
        for (const entry of entries) expect(entry.kind === 'failed' ? entry.error.failureClass : 'input').toBe('input');
        expect(entries.length).toBe(values.length + 1);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});
