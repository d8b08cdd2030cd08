import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readMapping } from '../../../services/adapters/input/records/mapping/read-mapping.ts';
import { fileSource, outcomeOf, readAll, textSource } from './sources.ts';

const MAP = `
row: item
group: [MRN]
columns:
  MRN: declarationId
  Dest: goodsShipment.destinationCountryCode
  HS: goodsItems[].commodity.classifications[0].id
  Kg: goodsItems[].commodity.netNetWeightMeasure.value
  Unit: goodsItems[].commodity.netNetWeightMeasure.unitCode
  Doc: goodsItems[].additionalDocuments[0].id
constants:
  typeCode: EXA
  goodsItems[].additionalDocuments[0].typeCode: "911"
  goodsItems[].statisticalValueAmount.currencyId: GBP
ignore: [Clerk]
`;
const HEADER = 'MRN;Dest;HS;Kg;Unit;Doc;Clerk';
const told = (rows: readonly string[], map = MAP): ReturnType<typeof readAll> =>
  readAll([textSource('some.csv', rows.join('\n'))], { mapping: readMapping(map, 'map.yaml') });
const errorOf = async (rows: readonly string[], map = MAP): Promise<unknown> =>
  (await told(rows, map)).flatMap((entry) =>
    entry.kind === 'failed'
      ? [{ code: entry.error.code, message: entry.error.message, location: entry.error.location }]
      : [],
  )[0];
const mappingError = (text: string): unknown => {
  try {
    return readMapping(text, 'map.yaml');
  } catch (error) {
    return error;
  }
};

describe('given rows of goods items and a mapping', () => {
  test('when rows of one declaration follow each other, then they are its items, with what the mapping adds', async () => {
    const [first, second] = await told([
      HEADER,
      '26GB1;DE;84137081;12,5;KGM;L1;x',
      '26GB1;;84139100;;KGM;;x',
      '26GB2;FR;0901;1;KGM;;',
    ]);
    expect(first).toMatchObject({
      event: {
        declarationId: '26GB1',
        typeCode: 'EXA',
        completeness: 'whole',
        goodsShipment: { destinationCountryCode: 'DE' },
        goodsItems: [
          {
            sequenceNumber: 1,
            commodity: {
              classifications: [{ id: '84137081' }],
              netNetWeightMeasure: { value: '12.5', unitCode: 'KGM' },
            },
            additionalDocuments: [{ typeCode: '911', id: 'L1' }],
          },
          { sequenceNumber: 2, commodity: { classifications: [{ id: '84139100' }] }, additionalDocuments: [] },
        ],
      },
    });
    expect(second).toMatchObject({
      event: { declarationId: '26GB2', goodsItems: [{ commodity: { classifications: [{ id: '0901' }] } }] },
    });
    expect(JSON.stringify(first)).not.toContain('statisticalValueAmount');
  });

  test('when two rows of a declaration contradict each other, then it is refused with both lines, and the others are read', async () => {
    const entries = await told([
      HEADER,
      '26GB1;DE;8413;1;KGM;;',
      '26GB1;DE;8414;1;KGM;;',
      '26GB1;FR;8415;1;KGM;;',
      '26GB2;DE;8413;1;KGM;;',
    ]);
    expect(entries.map(outcomeOf)).toEqual(['TDW_CSV_GROUP', 'event lodged']);
    expect(entries[0]).toMatchObject({
      error: {
        message: expect.stringMatching(/Lines 2 and 4 .* "Dest"/) as string,
        location: { file: 'some.csv', line: 4, element: 'Dest' },
      },
    });
  });

  test('when a declaration comes again further down, then both lines are told, nothing is lost, and a person looks at the second part', async () => {
    const entries = await told([HEADER, '26GB1;DE;8413;1;KGM;;', '26GB2;DE;8413;1;KGM;;', '26GB1;DE;9013;1;KGM;;']);
    expect(entries.map(outcomeOf)).toEqual(['event lodged', 'event lodged', 'TDW_CSV_GROUP', 'event lodged']);
    expect(entries[2]).toMatchObject({
      error: { message: expect.stringContaining('line 2') as string, location: { line: 4 } },
    });
    expect(entries[3]).toMatchObject({
      event: {
        declarationId: '26GB1',
        completeness: 'partial',
        goodsItems: [{ commodity: { classifications: [{ id: '9013' }] } }],
      },
    });
  });

  test.each([
    ['the one that its cells name', '26GB2;DE', ['TDW_CSV_MALFORMED', 'event lodged', 'TDW_CSV_MALFORMED']],
    [
      'none, so that it may be of either',
      '26G"B2;DE;8413;1;KGM;;',
      ['TDW_CSV_MALFORMED', 'TDW_CSV_MALFORMED', 'TDW_CSV_MALFORMED'],
    ],
  ])(
    'when a row between two declarations cannot be read, then no declaration that may lack it is taken for whole: %s',
    async (_name, bad, outcomes) => {
      expect((await told([HEADER, '26GB1;DE;8413;1;KGM;;', bad, '26GB2;DE;8413;1;KGM;;'])).map(outcomeOf)).toEqual(
        outcomes,
      );
    },
  );

  test.each([
    ['a number that may be another', '26GB1;DE;8413;1,234;KGM;;', 'TDW_CSV_VALUE', 'Kg'],
    ['a declaration that is not named', ';DE;8413;1;KGM;;', 'TDW_CSV_GROUP', undefined],
    [
      'a number that is none',
      '26GB1;DE;8413;many;KGM;;',
      'TDW_EVENT_INVALID',
      'goodsItems[0].commodity.netNetWeightMeasure.value',
    ],
  ])('when a row has %s, then that is told with its line', async (_name, row, code, element) => {
    expect(await errorOf([HEADER, row])).toMatchObject({
      code,
      location: { line: 2, ...(element === undefined ? {} : { element }) },
    });
  });

  test('when a row below names no declaration, as merged cells do, then the one above is not taken for whole', async () => {
    const rows = [HEADER, '26GB1;DE;8413;1;KGM;;', ';;8414;1;KGM;;', '26GB2;DE;8413;1;KGM;;', '26GB3;DE;8413;1;KGM;;'];
    const outcomes = (await told(rows)).map(outcomeOf);
    expect(outcomes).toEqual(['TDW_CSV_GROUP', 'TDW_CSV_MALFORMED', 'TDW_CSV_MALFORMED', 'event lodged']);
  });

  test('when columns are neither mapped nor ignored, or are not there, then all of them are named at once', async () => {
    expect(await errorOf(['MRN;HS;Colour;Size;Size', '1;2;3;4;5'])).toMatchObject({
      code: 'TDW_CSV_COLUMN',
      location: { line: 1, element: 'Colour' },
      message: expect.stringContaining(
        'neither mapped nor ignored: "Colour", "Size", "Size"; mapped, but not in the file: "Dest", "Kg", "Unit", "Doc"; named twice: "Size"',
      ) as string,
    });
  });

  test('when nothing is under the header, then the file is empty', async () => {
    expect((await told([HEADER])).map(outcomeOf)).toEqual(['TDW_INPUT_EMPTY']);
  });

  test('when there are more rows of one declaration than it may have items, then it is refused', async () => {
    expect((await told([HEADER, ...Array<string>(10_000).fill('26GB1;DE;8413;1;KGM;;')])).map(outcomeOf)).toEqual([
      'TDW_CSV_GROUP',
    ]);
  });
});

describe('given a mapping file', () => {
  test('when it has mistakes, then all of them are told, each with its line', () => {
    expect(
      mappingError(
        'row: thing\ncolumns:\n  A: goodsItems[].colour\n  B: [typeCode, foo]\nconstant: {}\ndate: dd.QQ.yyyy\ndecimal: x\n',
      ),
    ).toMatchObject({
      code: 'TDW_MAPPING_INVALID',
      location: { file: 'map.yaml', line: 1 },
      message: expect.stringMatching(
        /line 1, row: .*line 3, columns → A: .*line 4, columns → B → 1: .*line 6, date: .*line 7, decimal: .*line 5, constant: /,
      ) as string,
    });
  });

  test.each([
    ['no YAML', 'row: [item', 1],
    ['an alias that leads nowhere', 'row: *x\ncolumns: {}', 1],
    ['items without a group', 'row: item\ncolumns: {A: typeCode}', 1],
    ['a group of declarations', 'row: declaration\ngroup: [A]\ncolumns: {A: typeCode}', 2],
    ["the row's item where a row is a declaration", 'row: declaration\ncolumns:\n  A: goodsItems[].sequenceNumber', 3],
    ['a numbered item where a row is one', 'row: item\ngroup: [A]\ncolumns:\n  A: goodsItems[0].sequenceNumber', 4],
    ['a value filled twice', 'row: declaration\ncolumns:\n  A: typeCode\nconstants:\n  typeCode: EXA', 5],
    ['a constant that the event has not', 'row: declaration\ncolumns: {A: typeCode}\nconstants:\n  colour: red', 4],
    ['a constant of another kind', 'row: declaration\ncolumns: {A: typeCode}\nconstants:\n  version: one', 4],
    ['a mapped column that is ignored', 'row: declaration\ncolumns: {A: typeCode}\nignore: [A]', 3],
    ['codes of a column that is not mapped', 'row: declaration\ncolumns: {A: typeCode}\nvalues:\n  B: {x: y}', 4],
    ['an id of the event itself', 'row: declaration\ncolumns:\n  A: eventId', 3],
    ['an encoding that is none', 'row: declaration\ncolumns: {A: typeCode}\nencoding: ansi', 3],
  ])('when it has %s, then it is refused with the line', (_name, text, line) => {
    expect(mappingError(text)).toMatchObject({ code: 'TDW_MAPPING_INVALID', location: { file: 'map.yaml', line } });
  });

  test('when codes begin with noughts or read like words of YAML, then they stay as they are written', async () => {
    const map =
      'row: declaration\ncolumns: {MRN: declarationId}\nconstants:\n  goodsItems[0].commodity.classifications[0].id: 0901\n  goodsShipment.destinationCountryCode: NO\n  typeCode: EXA';
    expect((await told(['MRN', '26GB1'], map))[0]).toMatchObject({
      event: {
        goodsShipment: { destinationCountryCode: 'NO' },
        goodsItems: [{ commodity: { classifications: [{ id: '0901' }] } }],
      },
    });
  });

  test('when the example is used, then its file is read', async () => {
    const folder = join(import.meta.dirname, '../../../config/mappings');
    const mapping = readMapping(
      readFileSync(join(folder, 'broker-spreadsheet.yaml'), 'utf8'),
      'broker-spreadsheet.yaml',
    );
    const entries = await readAll([fileSource(join(folder, 'broker-spreadsheet.csv'))], { mapping });
    expect(entries).toMatchObject([
      {
        event: {
          declarationId: '26GB7Q8R9S1T2U3V40',
          acceptanceDateTime: '2026-11-18T14:05:00Z',
          borderTransportMeans: { modeCode: '1' },
          goodsItems: [
            { statisticalValueAmount: { value: '9807.9', currencyId: 'USD' } },
            { statisticalValueAmount: { value: '4400' } },
          ],
        },
      },
      {
        event: {
          declarationId: '26GB7Q8R9S1T2U3V41',
          goodsItems: [{ additionalDocuments: [{ categoryCode: 'X', typeCode: '002', id: 'GBSIL2026-0419' }] }],
        },
      },
    ]);
  });
});
