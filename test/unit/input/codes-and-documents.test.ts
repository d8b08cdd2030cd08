import { describe, expect, test } from 'vitest';
import { LicenceFieldError, toLicence } from '../../../services/reference/licences/licence-fields.ts';
import {
  asCommodityCode,
  commodityCodeOf,
  contradictingCodeParts,
  statedCodeOf,
} from '../../../services/risk/declaration/commodity-code.ts';
import type { GoodsItem } from '../../../services/risk/declaration/declaration-event.ts';
import { documentCodeOf } from '../../../services/risk/declaration/document-code.ts';
import { ordinaryItem } from '../risk/ordinary-facts.ts';
import { coffee, judged, reasonOf, resultOf, US } from './judged.ts';

const classified = (...parts: readonly (readonly [type: string | undefined, id: string])[]): GoodsItem => ({
  ...ordinaryItem,
  commodity: {
    ...ordinaryItem.commodity!,
    classifications: parts.map(([type, id]) => (type === undefined ? { id } : { identificationTypeCode: type, id })),
  },
});
const withCode = (code: string): string =>
  coffee({
    classification: `<Classification><ID>${code}</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>`,
  });

describe('given a commodity code of 1, 3, 5, 7 or 9 digits', () => {
  test.each(['9', '090', '09011', '9011100', '090111000'])(
    '%s, then it is told, is judged as no chapter, and a person must look',
    async (code) => {
      const assessment = await judged(withCode(code));
      expect(assessment.lane).toBe('query');
      expect(assessment.items[0]?.commodityCode).toBe(code);
      expect(resultOf(assessment, 'code-of-impossible-length')).toBe('hit');
      expect(reasonOf(assessment, 'code-of-impossible-length')).toContain('a leading zero is lost most often');
      expect(
        ['code-missing', 'code-not-in-nomenclature', 'control-without-licence', 'unit-value-low'].map((rule) =>
          resultOf(assessment, rule),
        ),
      ).toEqual([undefined, 'unknown', 'unknown', 'unknown']);
      expect(reasonOf(assessment, 'control-without-licence')).toContain(`has ${String(code.length)} digit`);
    },
  );

  test.each(['0901', '090111', '09011100', '0901110000', '09011100001', '090111000012', '09011100001234567890'])(
    'but %s may be one, and is judged by its first six digits',
    async (code) => {
      const assessment = await judged(withCode(code));
      expect(resultOf(assessment, 'code-of-impossible-length')).toBeUndefined();
      expect(resultOf(assessment, 'code-not-in-nomenclature')).toBe(code.length < 6 ? 'hit' : undefined);
    },
  );

  test.each([
    ['09011100', undefined],
    ['0901110000', undefined],
    ['090111001512', 'hit'],
    ['09011100151', 'hit'],
  ])('and where the tariff of the authority is loaded, %s is %s by its number of digits', async (code, result) => {
    const assessment = await judged(withCode(code).replaceAll('currencyID="GBP"', 'currencyID="USD"'), US);
    expect(resultOf(assessment, 'code-not-in-tariff')).toBe(result);
  });
});

describe('given the parts of a code', () => {
  test.each([
    [
      'a tariff code with its TARIC digits',
      [
        ['TSP', '09011100'],
        ['TRC', '10'],
        ['TRA', '4099'],
        ['GN', 'VATZ'],
      ],
      '0901110010',
    ],
    [
      'a tariff code that has them already',
      [
        ['TSP', '0901110010'],
        ['TRC', '10'],
      ],
      '0901110010',
    ],
    [
      'HS, CN and TARIC digits',
      [
        ['HS', '090111'],
        ['CN', '00'],
        ['TRC', '10'],
      ],
      '0901110010',
    ],
    [
      'HS and the whole CN code',
      [
        ['HS', '090111'],
        ['CN', '09011100'],
      ],
      '09011100',
    ],
    [
      'HS and TARIC digits, between which two are missing',
      [
        ['HS', '090111'],
        ['TRC', '10'],
      ],
      '090111',
    ],
    ['HS alone', [['HS', '0901.11']], '090111'],
    ['a tariff code in small letters of its type', [['tsp', '09011100']], '09011100'],
    ['one of no type', [[undefined, '0901 11 00']], '09011100'],
  ] as const)('%s, then they are joined', (_what, parts, code) => {
    expect(commodityCodeOf(classified(...parts))).toBe(code);
  });

  test.each([
    [
      'two tariff codes',
      [
        ['TSP', '09011100'],
        ['TSP', '90131030'],
      ],
      ['TSP'],
    ],
    [
      'an HS code of other goods',
      [
        ['TSP', '09011100'],
        ['HS', '901310'],
      ],
      ['HS'],
    ],
    [
      'TARIC digits that do not follow',
      [
        ['TSP', '0901110010'],
        ['TRC', '90'],
      ],
      ['TRC'],
    ],
    [
      'another code without a type',
      [
        ['TSP', '09011100'],
        [undefined, '90131030'],
      ],
      ['code without type'],
    ],
    [
      'the same code twice',
      [
        ['TSP', '09011100'],
        ['TSP', '0901 11 00'],
        ['HS', '090111'],
      ],
      [],
    ],
    [
      'additional codes',
      [
        ['TSP', '09011100'],
        ['TRC', '00'],
        ['TRA', '4099'],
        ['GN', 'VATZ'],
        ['GN', 'X633'],
        [undefined, '1234'],
      ],
      [],
    ],
  ] as const)('%s, then those that contradict the code are told', (_what, parts, told) => {
    expect(contradictingCodeParts(classified(...parts))).toEqual(told);
  });

  test('and two of them, then a person must look', async () => {
    const assessment = await judged(
      coffee({
        commodity:
          '<Classification><ID>90131030</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>',
      }),
    );
    expect(assessment.lane).toBe('query');
    expect(reasonOf(assessment, 'elements-unread')).toContain('another TSP');
  });

  test('and seven digits with TARIC digits behind, then it is nine, and none', () => {
    const item = classified(['TSP', '9011100'], ['TRC', '10']);
    expect([commodityCodeOf(item), statedCodeOf(item)]).toEqual([undefined, '9011100']);
  });
});

describe('given a code as it is written', () => {
  test.each([
    ['8542.31 00', '85423100'],
    ['0901', '0901'],
    ['12345678901', '12345678901'],
    ['N/A', 'N/A'],
  ])('%s, then it is looked up without blanks and dots', (text, code) => {
    expect(asCommodityCode(text)).toBe(code);
  });

  test.each(['', ' . ', '9', '901', '90131', '9013103', '901310300'])(
    'of no number of digits that is one: "%s"',
    (text) => {
      expect(asCommodityCode(text)).toBeUndefined();
    },
  );
});

describe('given a register of licences', () => {
  const licence = (commodityCode: string): unknown => ({
    id: 'L1',
    status: 'issued',
    lines: [{ line: 1, commodityCode, destinations: [] }],
  });
  test.each(['9', '901', '90131', '9013103000123'])('a line of %s is refused', (code) => {
    expect(() => toLicence(licence(code))).toThrow(LicenceFieldError);
  });
  test.each(['90', '9013', '901310', '9013103', '90131030', '901310300012'])(
    'and one of %s is the beginning of a code',
    (code) => {
      expect(toLicence(licence(code)).lines[0]?.commodityCode).toBe(code);
    },
  );
});

describe('given a document', () => {
  test.each([
    [{ categoryCode: 'X', typeCode: '002' }, 'X002'],
    [{ categoryCode: 'X', typeCode: 'X002' }, 'X002'],
    [{ categoryCode: 'x', typeCode: 'X002' }, 'X002'],
    [{ typeCode: 'X002' }, 'X002'],
    [{ categoryCode: 'N', typeCode: '935' }, 'N935'],
    [{ categoryCode: 'C', typeCode: 'X002' }, 'CX002'],
    [{}, ''],
  ])('%j, then its code is %s', (document, code) => {
    expect(documentCodeOf(document)).toBe(code);
  });

  test('with its category said twice, then it is on the list, and what it answers is answered', async () => {
    const assessment = await judged(
      coffee({
        type: 'EXA',
        item: '<AdditionalDocument><CategoryCode>X</CategoryCode><ID>X002-26-7</ID><TypeCode>X002</TypeCode></AdditionalDocument>',
      }),
    );
    expect(resultOf(assessment, 'document-type-unknown')).toBeUndefined();
    expect(reasonOf(assessment, 'licence-unknown')).toContain('X002 X002-26-7');
  });

  test('with a number and no type, then that is what is told', async () => {
    const assessment = await judged(coffee({ header: '<AdditionalDocument><ID>1234567</ID></AdditionalDocument>' }));
    expect(resultOf(assessment, 'document-type-unknown')).toBeUndefined();
    expect(reasonOf(assessment, 'document-without-type')).toBe('Documents are cited without their type: 1234567.');
  });
});

test('given a gross mass of 0, then it is told as 0, and one that is not stated as none', async () => {
  const stated = await judged(
    coffee({ mass: '<GoodsMeasure><GrossMassMeasure unitCode="KGM">0</GrossMassMeasure></GoodsMeasure>' }),
  );
  expect(reasonOf(stated, 'gross-mass-missing')).toBe('No gross mass above zero is declared. Declared: 0 KGM.');
  expect(reasonOf(await judged(coffee({ mass: '' })), 'gross-mass-missing')).toBe(
    'No gross mass above zero is declared. Declared: none.',
  );
});
