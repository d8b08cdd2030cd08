import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datePattern } from '../../../services/csv/date-pattern.ts';
import { DecimalCells, type DecimalMark } from '../../../services/csv/decimal-cells.ts';

const read = (text: string, stated?: DecimalMark): unknown => new DecimalCells(stated).read(text, 1);
const refused = { problem: expect.any(String) as string };

describe('given a number of a CSV file', () => {
  test.each([
    ['1234', '1234'],
    ['-12.5', '-12.5'],
    ['.5', '.5'],
    ['1E3', '1E3'],
    ['5000,75', '5000.75'],
    ['0,234', '0.234'],
    ['12,5', '12.5'],
    ['-3,1', '-3.1'],
    ['1.234,56', '1234.56'],
    ['1.234.567', '1234567'],
    ['1,234.56', '1234.56'],
    ['1,234,567', '1234567'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234,567', '1234.567'],
    ['12\u202f345', '12345'],
    ["412'000.5", '412000.5'],
    ['1.234', '1.234'],
  ])('when %s can be read in one way, then it is %s', (text, value) => {
    expect(read(text)).toEqual({ value });
  });

  test.each(['1,234', '12,345', '-999,000'])(
    'when %s can be read in two ways, then it is refused with both',
    (text) => {
      expect(read(text)).toEqual(refused);
    },
  );

  test('when the mapping states a decimal comma or point, then a mark that is the other is for thousands, or the number is refused', () => {
    expect([
      read('1,234', ','),
      read('1.234', ','),
      read('12.5', ','),
      read('1,234', '.'),
      read('5000,75', '.'),
    ]).toEqual([{ value: '1.234' }, { value: '1234' }, refused, { value: '1234' }, refused]);
  });

  test('when it is none in any notation, then it stays as it is, to be refused as such', () => {
    expect([read('many'), read('1,2,3'), read('12,34,567.8'), read('1.2.3', ',')]).toEqual([
      { value: 'many' },
      { value: '1,2,3' },
      { value: '12,34,567.8' },
      { value: '1.2.3' },
    ]);
  });

  test('when the file has a decimal comma, then a point before three digits is not guessed at, wherever the comma stands', () => {
    const above = new DecimalCells();
    above.look('5000,75', 9);
    expect(above.read('1.234', 2)).toEqual(refused);
    const below = new DecimalCells();
    expect([below.read('1.234', 2), below.read('5000,75', 3)]).toEqual([{ value: '1.234' }, refused]);
  });

  test('when any amount is written in the notation of a country that the mapping states, then it is the same amount', () => {
    const whole = fc.integer({ min: 0, max: 999_999_999 });
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom(['.', ','] as const, [',', '.'] as const, ['.', ' '] as const, [',', "'"] as const),
        (units, thousandths, [mark, grouping]) => {
          const written = `${String(units).replace(/\B(?=(\d{3})+$)/g, grouping)}${mark}${String(thousandths).padStart(3, '0')}`;
          expect(new DecimalCells(mark).read(written, 1)).toEqual({
            value: `${String(units)}.${String(thousandths).padStart(3, '0')}`,
          });
        },
      ),
    );
  });
});

describe('given a pattern of days', () => {
  test.each([
    ['dd.MM.yyyy', '18.11.2026', '2026-11-18'],
    ['M/d/yyyy', '11/9/2026', '2026-11-09'],
    ['yyyyMMdd', '20261118', '2026-11-18'],
    ['dd-MMM-yyyy', '08-SEP-2026', '2026-09-08'],
    ['d MMMM yyyy', '08 September 2025', '2025-09-08'],
    ['dd/MM/yyyy[ HH:mm]', '18/11/2026', '2026-11-18'],
    ['dd/MM/yyyy[ HH:mm]', '18/11/2026 09:41', '2026-11-18T09:41:00'],
    ['yyyy-MM-ddTHH:mm:ssX', '2026-11-20T09:15:01+01:00', '2026-11-20T09:15:01+01:00'],
  ])('when %s reads %s, then it is %s', (pattern, text, iso) => {
    expect(datePattern(pattern)?.read(text)).toBe(iso);
  });

  test('when a day is none, or of another form, then it is not read', () => {
    const pattern = datePattern('dd.MM.yyyy');
    expect(['31.02.2026', '2026-11-18', '18.11.26', '11.18.2026', ''].map((text) => pattern?.read(text))).toEqual(
      Array(5).fill(undefined),
    );
  });

  test('when it has other letters, one twice, or lacks year, month or day, then it is none', () => {
    expect(['dd.QQ.yyyy', 'dd.MM', 'dd.MM.yyyy dd', 'dd.MM.yyyy[', 'yy-MM-dd', ''].map(datePattern)).toEqual(
      Array(6).fill(undefined),
    );
  });
});
