import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventsOf, fileSource, outcomeOf, readAll, textSource } from './sources.ts';

const HEADER =
  'declarationId,version,typeCode,exporter.id,goodsItems[0].sequenceNumber,goodsItems[0].commodity.description,goodsItems[0].statisticalValueAmount.value,goodsItems[0].statisticalValueAmount.currencyId';
const csv = (...rows: readonly string[]): ReturnType<typeof textSource> =>
  textSource('some.csv', [HEADER, ...rows].join('\r\n'));

describe('given a CSV file whose header names schema paths', () => {
  test('when each row is another declaration, then each is an event', async () => {
    const events = (
      await eventsOf([csv('26GB1,1,EXA,GB1,1,"Pumps, of ""steel""",1500.00,GBP', '26GB2,1,EXA,GB1,1,Valves,,')])
    ).map(({ event }) => event);
    expect(events).toMatchObject([
      {
        declarationId: '26GB1',
        version: 1,
        exporter: { id: 'GB1' },
        goodsItems: [
          {
            sequenceNumber: 1,
            commodity: { description: 'Pumps, of "steel"' },
            statisticalValueAmount: { value: '1500', currencyId: 'GBP' },
          },
        ],
      },
      { declarationId: '26GB2', goodsItems: [{ sequenceNumber: 1, commodity: { description: 'Valves' } }] },
    ]);
    expect(events[1]?.goodsItems[0]?.statisticalValueAmount).toBeUndefined();
  });

  test('when rows that follow each other differ only in their goods item, then they are the items of one declaration', async () => {
    const events = (
      await eventsOf([
        csv('26GB1,1,EXA,GB1,1,Pumps,1,GBP', '26GB1,1,EXA,GB1,2,Valves,2,GBP', '26GB1,2,EXA,GB1,1,Pumps,1,GBP'),
      ])
    ).map(({ event }) => event);
    expect(events.map((event) => [event.version, event.goodsItems.map((item) => item.sequenceNumber)])).toEqual([
      [1, [1, 2]],
      [2, [1]],
    ]);
  });

  test.each([[';'], ['\t'], ['|']])('when cells are separated by %j, then they are read alike', async (separator) => {
    const [entry] = await eventsOf([
      textSource(
        '-',
        ['declarationId', 'typeCode', 'cause'].join(separator) + '\n' + ['26GB1', 'EXA', 'a, b'].join(separator),
      ),
    ]);
    expect(entry?.event).toMatchObject({ declarationId: '26GB1', typeCode: 'EXA', cause: 'a, b' });
  });

  test('when an event is written as one row of all its values, then it comes back the same', async () => {
    const [entry] = await eventsOf([
      fileSource(join(resolve(import.meta.dirname, '../../fixtures/wco'), 'export-lodgement.xml')),
    ]);
    const event = entry?.event ?? expect.fail('none');
    const cells = cellsOf(event, '');
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const [again] = await eventsOf([
      textSource(
        '-',
        `${cells.map(([path]) => quoted(path)).join(',')}\n${cells.map(([, value]) => quoted(value)).join(',')}`,
      ),
    ]);
    expect(again?.event).toEqual(event);
  });

  test.each<[string, string, string, number]>([
    ['a column that the event does not have', 'declarationId,goodsItems[0].colour\n26GB1,red', 'TDW_CSV_COLUMN', 1],
    ['a list without index', 'declarationId,goodsItems.sequenceNumber\n26GB1,1', 'TDW_CSV_COLUMN', 1],
    ['a column that is no value', 'declarationId,exporter\n26GB1,x', 'TDW_CSV_COLUMN', 1],
    ['an index beyond all bounds', 'declarationId,goodsItems[9999].sequenceNumber\n26GB1,1', 'TDW_CSV_COLUMN', 1],
    ['a row with too few cells', 'declarationId,typeCode\n26GB1', 'TDW_CSV_MALFORMED', 2],
    ['a quote that never ends', 'declarationId,typeCode\n26GB1,"EXA', 'TDW_CSV_MALFORMED', 2],
    ['a decimal that is none', 'declarationId,goodsItemQuantity\n26GB1,many', 'TDW_EVENT_INVALID', 2],
    ['a column twice', 'declarationId,typeCode,typeCode\n26GB1,EXA,IMA', 'TDW_CSV_COLUMN', 1],
    ['a version that is none', 'declarationId,version\n26GB1,one', 'TDW_EVENT_INVALID', 2],
  ])('when it has %s, then that is one error with its line', async (_name, text, code, line) => {
    const [entry] = await readAll([textSource('some.csv', text)]);
    expect(entry === undefined ? '' : outcomeOf(entry)).toBe(code);
    expect(entry?.kind === 'failed' ? entry.error.location : undefined).toMatchObject({ file: 'some.csv', line });
  });

  test('when rows of one declaration stand apart, then both are judged: the second is no repeat of the first', async () => {
    const events = await eventsOf([
      csv(
        '26GB1,1,EXA,GB1,1,Pumps,1,GBP',
        '26GB2,1,EXA,GB1,1,Pumps,1,GBP',
        '26GB1,1,EXA,GB1,2,Valves,2,GBP',
        '26GB2,1,EXA,GB1,1,Pumps,1,GBP',
      ),
    ]);
    expect(
      events.map(({ event }) => [event.declarationId, event.goodsItems[0]?.sequenceNumber, event.cause?.slice(0, 15)]),
    ).toEqual([
      ['26GB1', 1, undefined],
      ['26GB2', 1, undefined],
      ['26GB1', 2, 'another message'],
      ['26GB2', 1, undefined],
    ]);
    expect(new Set(events.map(({ event }) => event.eventId)).size).toBe(3);
  });

  test('when rows of nothing but separators stand in it, as spreadsheets leave them, then they are passed over; when there is no other, then it is empty', async () => {
    expect(
      (
        await readAll([csv('26GB1,1,EXA,GB1,1,Pumps,1,GBP', ',,,,,,,', '26GB2,1,EXA,GB1,1,Valves,1,GBP', ',,,,,,,')])
      ).map(outcomeOf),
    ).toEqual(['event lodged', 'event lodged']);
    expect((await readAll([csv()])).map(outcomeOf)).toEqual(['TDW_INPUT_EMPTY']);
    expect((await readAll([csv(',,,,,,,')])).map(outcomeOf)).toEqual(['TDW_INPUT_EMPTY']);
  });

  test.each([
    [
      'lines end now so, now so',
      'declarationId,typeCode\r\n26GB1,EXA\n26GB2,EXA\r\n26GB3,EXA\r26GB4,EXA',
      ['26GB1', '26GB2', '26GB3', '26GB4'],
    ],
    [
      'lines end with separators',
      'declarationId,typeCode,,\n26GB1,EXA,,\n26GB2,EXA\n26GB3,EXA, ,,,',
      ['26GB1', '26GB2', '26GB3'],
    ],
    ['a blank stands before quotes', 'declarationId, "typeCode"\n"26GB1", "EXA"\n 26GB2,  "EXA"', ['26GB1', '26GB2']],
    ['blank lines stand before the header', '\n\r\n  \ndeclarationId;typeCode\n26GB1;EXA', ['26GB1']],
    ['cells between tabs are empty', 'declarationId\tcause\ttypeCode\n26GB1\t\tEXA', ['26GB1']],
  ])('when %s, then each row is read', async (_name, text, ids) => {
    const entries = await readAll([textSource('-', text)]);
    expect(
      entries.map((entry) => (entry.kind === 'event' ? [entry.event.declarationId, entry.event.typeCode] : entry)),
    ).toEqual(ids.map((id) => [id, 'EXA']));
  });

  test('when two columns are one under two names, then neither value is lost without a word', async () => {
    expect(
      (
        await readAll([
          textSource('-', 'declarationId,goodsItems[0].sequenceNumber,goodsItems[00].sequenceNumber\n26GB1,1,2'),
        ])
      ).map(outcomeOf),
    ).toEqual(['TDW_CSV_COLUMN']);
  });

  test('when a row has a cell beyond the header, then it is refused', async () => {
    expect((await readAll([textSource('-', 'declarationId,typeCode,\n26GB1,EXA,lost')])).map(outcomeOf)).toEqual([
      'TDW_CSV_MALFORMED',
    ]);
  });

  test('when one row is bad, then the others are still read', async () => {
    const entries = await readAll([csv('26GB1,x,EXA,GB1,1,Pumps,1,GBP', '26GB2,1,EXA,GB1,1,Valves,1,GBP')]);
    expect(entries.map(outcomeOf)).toEqual(['TDW_EVENT_INVALID', 'event lodged']);
  });
});

describe('given a CSV file with rows that cannot be read', () => {
  const HEAD = 'declarationId,typeCode,goodsItems[0].sequenceNumber';
  const outcomes = async (...rows: readonly string[]): Promise<readonly (readonly [string, number | undefined])[]> =>
    (await readAll([textSource('some.csv', [HEAD, ...rows].join('\n'))])).map((entry) => [
      outcomeOf(entry),
      entry.kind === 'failed' ? entry.error.location?.line : undefined,
    ]);

  test.each([
    ['too few cells', '26GB2', 3],
    ['too many', '26GB2,EXA,1,x', 3],
    ['a quote in the midst', '26GB2,EX"A,1', 3],
  ])('when one has %s, then the rows before and after it are still read', async (_name, bad, line) => {
    expect([...(await outcomes('26GB1,EXA,1', bad, '26GB3,EXA,1'))].sort()).toEqual([
      ['TDW_CSV_MALFORMED', line],
      ['event lodged', undefined],
      ['event lodged', undefined],
    ]);
  });

  test('when a quote never ends, then the rows before it are still read', async () => {
    expect(await outcomes('26GB1,EXA,1', '26GB2,"EXA,1', '26GB3,EXA,1')).toContainEqual(['event lodged', undefined]);
  });

  test('when one is longer than any, or nearly all are bad, then that is told once', async () => {
    expect(await outcomes('26GB1,EXA,1', `26GB2,"${'x'.repeat(30 * 1024 * 1024)}`)).toEqual([
      ['TDW_CSV_MALFORMED', 3],
      ['event lodged', undefined],
    ]);
    const many = await outcomes(...Array.from({ length: 3_000 }, () => '26GB1'));
    expect([many.length, many.at(-1)]).toEqual([1_002, ['TDW_CSV_MALFORMED', 1_002]]);
  });

  test('when one stands among the items of a declaration, then that declaration is not taken for whole', async () => {
    expect(await outcomes('26GB1,EXA,1', '26GB1,EXA', '26GB1,EXA,3', '26GB2,EXA,1')).toEqual([
      ['TDW_CSV_MALFORMED', 3],
      ['TDW_CSV_MALFORMED', 2],
      ['event lodged', undefined],
    ]);
  });
});

test('given a CSV file of a spreadsheet in UTF-16, then it is read; in another encoding than it says, then it is refused', async () => {
  const text = 'declarationId,cause\n26GB1,café';
  const [entry] = await eventsOf([textSource('-', Buffer.from(`\ufeff${text}`, 'utf16le'))]);
  expect(entry?.event).toMatchObject({ declarationId: '26GB1', cause: 'café' });
  expect(await readAll([textSource('-', Buffer.from(text, 'latin1'))])).toMatchObject([
    { kind: 'failed', error: { code: 'TDW_INPUT_ENCODING', location: { line: 2 } } },
  ]);
  expect(
    await readAll([textSource('-', Buffer.from(`declarationId,cause\n${'26GB1,café\n'.repeat(500)}`, 'latin1'))]),
  ).toMatchObject([{ kind: 'failed', error: { location: { line: 2 } } }]);
  const late = Buffer.concat([
    Buffer.from(`declarationId,cause\n${'26GB1,café\n'.repeat(500)}`),
    Buffer.from('26GB2,caf\xe9', 'latin1'),
  ]);
  expect((await readAll([textSource('-', late)])).at(-1)).toMatchObject({
    kind: 'failed',
    error: { location: { line: 502 } },
  });
});

function cellsOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string' || typeof value === 'number') return [[path, String(value)]];
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => cellsOf(one, `${path}[${String(index)}]`));
  return Object.entries(value as object).flatMap(([name, one]: [string, unknown]) =>
    cellsOf(one, path === '' ? name : `${path}.${name}`),
  );
}

describe('given a CSV file as other countries and spreadsheets write it', () => {
  const HEAD =
    'declarationId;invoiceAmount.value;goodsItems[0].commodity.description;goodsItems[0].statisticalValueAmount.value';

  test('when items have no number, then rows of one declaration are counted through', async () => {
    const [only, ...others] = await eventsOf([
      textSource('-', 'declarationId,goodsItems[0].commodity.description\n26GB1,Pumps\n26GB1,Valves'),
    ]);
    expect(others).toEqual([]);
    expect(
      only?.event.goodsItems.map(({ sequenceNumber, commodity }) => [sequenceNumber, commodity?.description]),
    ).toEqual([
      [1, 'Pumps'],
      [2, 'Valves'],
    ]);
  });

  test('when numbers have decimal commas, then they are read where they can be read in one way only', async () => {
    const entries = await readAll([
      textSource(
        '-',
        `sep=;\n${HEAD}\n26GB1;5000,75;Pumps;1.234,5\n26GB2;1 234,5;Valves;7\n26GB3;1,234;Seals;7\n26GB4;1.234;Rings;7`,
      ),
    ]);
    expect(
      entries.map((entry) => (entry.kind === 'event' ? entry.event.invoiceAmount?.value : outcomeOf(entry))),
    ).toEqual(['5000.75', '1234.5', 'TDW_CSV_VALUE', 'TDW_CSV_VALUE']);
    expect(entries[2]).toMatchObject({
      error: {
        location: { line: 5, element: 'invoiceAmount.value' },
        message: expect.stringContaining('1234 or 1.234') as string,
      },
    });
  });

  test('when one item of a declaration has such a number, then the declaration is not taken for whole', async () => {
    const rows = ['26GB1;1;Pumps;12,5', '26GB1;1;Valves;1,234', '26GB2;1;Seals;12,5'];
    expect((await readAll([textSource('-', [HEAD, ...rows].join('\n'))])).map(outcomeOf)).toEqual([
      'TDW_CSV_VALUE',
      'event lodged',
    ]);
  });

  test("when columns are not the event's, then all of them are named at once", async () => {
    const [entry] = await readAll([
      textSource('-', 'declarationId,colour,goodsItems[0].size,typeCode,typeCode\n26GB1,a,b,c,d'),
    ]);
    expect(entry).toMatchObject({
      error: {
        code: 'TDW_CSV_COLUMN',
        message: expect.stringContaining('unknown: "colour", "goodsItems[0].size"; named twice: "typeCode"') as string,
      },
    });
  });

  test('when cells have blanks around their quotes, then they are read', async () => {
    const [entry] = await eventsOf([textSource('-', 'declarationId , "typeCode" ,cause\n"26GB1" , "EXA" , "a, b" ')]);
    expect(entry?.event).toMatchObject({ declarationId: '26GB1', typeCode: 'EXA', cause: 'a, b' });
  });
});
