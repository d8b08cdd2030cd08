import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commodityCodeOf } from '../../../services/risk/declaration/commodity-code.ts';
import {
  decimalOf,
  isDecimalText,
  knownDecimal,
  millionthsOf,
  normaliseDecimal,
} from '../../../services/risk/declaration/decimal-text.ts';
import type { Classification, GoodsItem, GoodsShipment } from '../../../services/risk/declaration/declaration-event.ts';
import { directionOf } from '../../../services/risk/declaration/direction.ts';
import { instantOf, isInstant, parseInstant } from '../../../services/risk/declaration/instant.ts';
import { declarationIdOf } from '../../../services/risk/identity/declaration-id.ts';
import { assessmentIdOf, eventIdOf } from '../../../services/risk/identity/derived-ids.ts';

describe('a decimal', () => {
  test.each([
    ['10.00', '10'],
    ['+5', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-0', '0'],
    ['-0.50', '-0.5'],
    ['007', '7'],
    ['1E3', '1000'],
    ['1e-6', '0.000001'],
    ['0.000000', '0'],
    ['999999999999999999.999999', '999999999999999999.999999'],
  ])('%s is %s', (written, normal) => {
    expect(normaliseDecimal(written)).toBe(normal);
    expect(isDecimalText(normal)).toBe(true);
  });

  test.each([
    '',
    ' ',
    '1,5',
    '1 000',
    '0x10',
    'NaN',
    'Infinity',
    '1e',
    '--1',
    '0.0000001',
    '1e99',
    '1e-7',
    '1000000000000000000',
    '٣',
    '9'.repeat(10_000),
  ])('%s is none', (written) => {
    expect(normaliseDecimal(written)).toBeUndefined();
  });

  test('keeps its value, and has one form', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat({ max: 6 }), (units, places) => {
        const written = new Big(units.toString()).div(new Big(10).pow(places)).toFixed(6);
        const normal = normaliseDecimal(written) ?? expect.fail(`no decimal: ${written}`);
        expect(new Big(normal).eq(written)).toBe(true);
        expect(normaliseDecimal(normal)).toBe(normal);
        expect(isDecimalText(normal)).toBe(true);
      }),
    );
  });

  test('given decimals below a hundred million, then they are added up in millionths to the last digit', () => {
    const below = 10n ** 14n - 1n;
    const units = fc.oneof(
      fc.bigInt({ min: -below, max: below }),
      fc.constantFrom(below, -below, 1n, 100_000n, 300_000n),
    );
    fc.assert(
      fc.property(fc.array(units, { maxLength: 80 }), (millionths) => {
        const values = millionths.map((one) => decimalOf(new Big(one.toString()).div(1_000_000)));
        expect(millionthsOf(values)).toBe(Number(millionths.reduce((sum, one) => sum + one, 0n)));
      }),
    );
  });

  test.each([[['100000000']], [Array(200).fill('99999999.5')]])(
    'given %j, then no sum in millionths is made of them',
    (values: string[]) => {
      expect(millionthsOf(values.map(knownDecimal))).toBeUndefined();
    },
  );
});

describe('a moment', () => {
  test.each([
    ['20260311090000+01', '304', '2026-03-11T08:00:00Z'],
    ['20260311090000Z', '304', '2026-03-11T09:00:00Z'],
    ['20260311090000-0530', '304', '2026-03-11T14:30:00Z'],
    ['20260311', '102', '2026-03-11T00:00:00Z'],
    ['202603110905', '203', '2026-03-11T09:05:00Z'],
    ['20260311090507', '204', '2026-03-11T09:05:07Z'],
    ['2026-03-11T09:00:00.250+01:00', undefined, '2026-03-11T08:00:00.250Z'],
    ['2026-03-11', undefined, '2026-03-11T00:00:00Z'],
    ['20260311090000+01', undefined, '2026-03-11T08:00:00Z'],
    ['20240229', '102', '2024-02-29T00:00:00Z'],
    ['20240229', 'constructor', '2024-02-29T00:00:00Z'],
    ['20260101003000+01', '304', '2025-12-31T23:30:00Z'],
    ['2026-03-11+01:00', '304', '2026-03-10T23:00:00Z'],
    ['2026-03-11Z', undefined, '2026-03-11T00:00:00Z'],
  ])('%s in format %s is %s', (text, format, moment) => {
    expect(parseInstant(text, format)).toBe(moment);
  });

  test.each([
    ['20260229', '102'],
    ['20261301', '102'],
    ['20260311250000Z', '304'],
    ['20260311090000+99', '304'],
    ['2026-03-11T09:00:00+15:00', undefined],
    ['2026-03-11T09:00:00+01:75', undefined],
    ['2026031109', '304'],
    ['00010101', '102'],
    ['tomorrow', undefined],
    ['', undefined],
  ])('%s in format %s is none', (text, format) => {
    expect(parseInstant(text, format)).toBeUndefined();
  });

  test('has one form, which reads as itself', () => {
    fc.assert(
      fc.property(
        fc
          .date({ min: new Date('1900-01-02'), max: new Date('2199-12-30'), noInvalidDate: true })
          .chain((date) => fc.constantFrom(date, new Date(1000 * Math.floor(date.getTime() / 1000)))),
        (date) => {
          const moment = parseInstant(date.toISOString()) ?? expect.fail('no moment');
          expect(new Date(moment).getTime()).toBe(date.getTime());
          expect(isInstant(moment)).toBe(true);
          expect(instantOf(date.getTime())).toBe(moment);
        },
      ),
    );
  });
});

describe('the direction of a type code', () => {
  test.each([
    ['IMA', 'import'],
    ['EXD', 'export'],
    ['COY', 'import'],
    ['ima', 'import'],
    ['exa', 'export'],
    ['929', 'import'],
    ['830', 'export'],
    ['ENS', undefined],
    ['83', undefined],
    ['H7', undefined],
    ['toString', undefined],
    [undefined, undefined],
  ])('%s is %s', (typeCode, direction) => {
    expect(directionOf(typeCode === undefined ? {} : { typeCode })).toBe(direction);
  });
});

describe('the direction of goods in transit', () => {
  const under = (...codes: readonly string[]): GoodsItem =>
    ({
      previousDocuments: codes.map((code) => ({ categoryCode: code.slice(0, 1), typeCode: code.slice(1) })),
    }) as unknown as GoodsItem;
  test.each<readonly [string, readonly GoodsItem[], string | undefined]>([
    ['all under an export declaration', [under('N830'), under('N337', 'N830')], 'export'],
    ['one of two under an export declaration', [under('N830'), under('N337')], undefined],
    ['none under an export declaration', [under('N337')], undefined],
    ['no goods', [], undefined],
  ])('%s', (_, goodsItems, direction) => {
    expect(directionOf({ typeCode: 'T1A', goodsItems })).toBe(direction);
    expect(directionOf({ typeCode: 'TIRA', goodsItems })).toBe(direction);
  });

  test('an export declaration of the whole shipment counts for all of its goods, and for no import', () => {
    const goodsShipment = under('N830') as unknown as GoodsShipment;
    expect(directionOf({ typeCode: 'T2A', goodsShipment, goodsItems: [under()] })).toBe('export');
    expect(directionOf({ typeCode: 'IMA', goodsShipment, goodsItems: [under()] })).toBe('import');
  });
});

describe('the commodity code of an item', () => {
  const item = (...classifications: readonly Classification[]): GoodsItem =>
    ({ commodity: { classifications } }) as unknown as GoodsItem;
  test.each<readonly [readonly Classification[], string | undefined]>([
    [
      [
        { id: '8413.70 81', identificationTypeCode: 'TSP' },
        { id: '00', identificationTypeCode: 'TRC' },
      ],
      '8413708100',
    ],
    [[{ id: '84137081', identificationTypeCode: 'tsp' }], '84137081'],
    [
      [
        { id: '0012345-6', identificationTypeCode: 'CV' },
        { id: '841370', identificationTypeCode: 'HS' },
      ],
      '841370',
    ],
    [[{ id: '0012345-6', identificationTypeCode: 'CV' }, { id: '84137081' }], '84137081'],
    [[{ id: '0012345-6', identificationTypeCode: 'CV' }], undefined],
    [[], undefined],
  ])('%j is %s', (classifications, code) => {
    expect(commodityCodeOf(item(...classifications))).toBe(code);
  });
});

describe('identity', () => {
  test('an MRN is the id; before it, declarant and reference, and no two pairs give the same', () => {
    expect(declarationIdOf({ mrn: '26GB1', lrn: 'L' })).toBe('26GB1');
    expect(declarationIdOf({ declarant: 'GB1', lrn: 'L:1' })).toBe('LRN:GB1:L:1');
    expect(declarationIdOf({ declarant: 'GB1:L', lrn: '1' })).not.toBe(
      declarationIdOf({ declarant: 'GB1', lrn: 'L:1' }),
    );
    expect(declarationIdOf({ declarant: 'GB1' })).toBeUndefined();
  });

  test('the same four give the same event id on every machine, any other another; the assessment hangs on the event', () => {
    const event = { declarationId: '26GB1', eventType: 'lodged', version: 1 } as const;
    expect(eventIdOf(event)).toBe(eventIdOf({ ...event, cause: undefined }));
    expect(eventIdOf(event)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
    expect(
      new Set(
        [
          event,
          { ...event, version: 2 },
          { ...event, eventType: 'amended' as const },
          { ...event, cause: 'x' },
          { ...event, declarationId: '26GB2' },
        ].map(eventIdOf),
      ).size,
    ).toBe(5);
    expect(assessmentIdOf(eventIdOf(event))).not.toBe(eventIdOf(event));
  });
});
