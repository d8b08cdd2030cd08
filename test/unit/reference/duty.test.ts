import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf, isDecimalText } from '../../../services/risk/declaration/decimal-text.ts';
import type { DutyRate } from '../../../services/risk/facts/facts.ts';
import { duty } from '../../../services/risk/tariff/duty.ts';
import {
  comparableUnits,
  convertExactly,
  convertQuantity,
  incomparableUnits,
} from '../../../services/risk/tariff/unit-of-measure.ts';
import { decimal } from '../../harness/checked.ts';

const exchange = { USD: '1', GBP: '1.25' };
const perKilogram: DutyRate = { kind: 'specific', amount: { value: '0.044', currencyId: 'USD' }, per: 'KGM' };

describe('duty on a goods item', () => {
  test('given a free rate, then nothing is due whatever is declared', () => {
    expect(duty({ kind: 'free' }, { exchange })).toEqual({ state: 'known', value: '0' });
  });

  test('given 6.8 % of 1,234.55, then 83.95 is due, rounded half up', () => {
    expect(duty({ kind: 'adValorem', percent: '6.8' }, { value: '1234.55', exchange })).toEqual({
      state: 'known',
      value: '83.95',
    });
  });

  test('given 4.4 cents a kilogram and half a tonne, then 22 dollars are due', () => {
    expect(duty(perKilogram, { netMass: '500', exchange })).toEqual({ state: 'known', value: '22' });
  });

  test('given a compound rate per pair and pairs declared in dozens, then both parts count', () => {
    const rate: DutyRate = { kind: 'compound', percent: '20', amount: { value: '0.9', currencyId: 'USD' }, per: 'NPR' };
    expect(duty(rate, { value: '1000', quantity: { value: decimal('10'), unitCode: 'DPR' }, exchange })).toEqual({
      state: 'known',
      value: '308',
    });
  });

  test('given a rate in pounds, then it is exchanged', () => {
    expect(
      duty(
        { kind: 'specific', amount: { value: '2', currencyId: 'GBP' }, per: 'NAR' },
        { quantity: { value: decimal('4'), unitCode: 'C62' }, exchange },
      ),
    ).toEqual({ state: 'known', value: '10' });
  });

  test.each<[string, DutyRate, Parameters<typeof duty>[1]]>([
    ['no value', { kind: 'adValorem', percent: '5' }, { exchange }],
    ['no mass', perKilogram, { value: '100', exchange }],
    [
      'no exchange rate',
      { kind: 'specific', amount: { value: '2', currencyId: 'JPY' }, per: 'KGM' },
      { netMass: '1', exchange },
    ],
    [
      'a compound rate with one part missing',
      { kind: 'compound', percent: '5', amount: { value: '1', currencyId: 'USD' }, per: 'LTR' },
      { value: '100', netMass: '3', exchange },
    ],
    [
      'a rate that is only text',
      { kind: 'other', text: '8¢/kg on lead content' },
      { value: '1', netMass: '1', exchange },
    ],
  ])('given %s, then the duty is unknown and says why, never a part of it', (_, rate, base) => {
    expect(duty(rate, base)).toMatchObject({ state: 'unknown', why: expect.any(String) as string });
  });

  test('given gross mass as supplementary quantity, then duty by the kilogram still goes by the net mass', () => {
    expect(
      duty(perKilogram, { netMass: '100', quantity: { value: decimal('130'), unitCode: 'KGM#G' }, exchange }),
    ).toEqual({
      state: 'known',
      value: '4.4',
    });
  });

  test('given any value and percentage, then the duty is within half a cent of the exact product and grows with the value', () => {
    const cents = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 10_000 }), (a, b, rate) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((value) => {
          const answer = duty(
            { kind: 'adValorem', percent: Big(rate).div(100).toFixed() },
            { value: Big(value).div(100).toFixed(), exchange },
          );
          expect(answer.state).toBe('known');
          const due = Big(answer.state === 'known' ? answer.value : 0);
          expect(due.minus(Big(value).times(rate).div(1_000_000)).abs().lte('0.005')).toBe(true);
          return due;
        });
        expect(high!.gte(low!)).toBe(true);
      }),
    );
  });
});

describe('units of measure', () => {
  test('given counts under different codes, then they are the same; a count and a mass are not', () => {
    expect(['NMB', 'C62', 'H87', 'DZN'].map((unit) => comparableUnits(unit, 'NAR'))).toEqual([true, true, true, true]);
    expect(comparableUnits('KGM', 'NAR')).toBe(false);
    expect(comparableUnits('KNS', 'KGM')).toBe(false);
    expect(comparableUnits('XYZ', 'XYZ')).toBe(true);
  });

  test('given a quantity converted there and back, then it is what it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom(['KGM', 'TNE'], ['LTR', 'MTQ'], ['NAR', 'DZN'], ['NPR', 'DPR'], ['MTK', 'CMK']),
        (n, [from, to]) => {
          const there = convertQuantity(Big(n), from, to)!;
          expect(convertQuantity(there, to, from)!.minus(n).abs().lt('1e-9')).toBe(true);
        },
      ),
    );
  });

  test('given a quantity that is stated exactly in another unit, then both are the same to the last digit; else there is none', () => {
    const units = fc.constantFrom('KGM', 'TNE', 'GRM', 'LBR', 'DTN', 'NAR', 'DZN', 'GRO', 'LTR', 'GLL', 'XYZ');
    const quantities = fc
      .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, decimals]) => decimalOf(Big(digits).div(Big(10).pow(decimals))));
    fc.assert(
      fc.property(quantities, units, units, (quantity, from, to) => {
        const exact = convertExactly(quantity, from, to);
        const rounded = convertQuantity(Big(quantity), from, to);
        if (exact === undefined) return;
        expect(rounded?.eq(exact)).toBe(true);
        expect(isDecimalText(exact)).toBe(true);
        expect(convertExactly(exact, to, from)).toBe(quantity);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['1.5', 'TNE', 'KGM', '1500'],
    ['1500', 'KGM#G', 'TNE', '1.5'],
    ['25', 'NAR', 'DZN', undefined],
    ['1', 'KGM', 'LBR', undefined],
    ['0.0005', 'KGM', 'TNE', undefined],
    ['999999999999999999', 'TNE', 'KGM', undefined],
    ['1', 'XYZ', 'KGM', undefined],
    ['1', 'XYZ', 'XYZ', '1'],
  ])('given %s %s, when it is stated exactly in %s, then it is %s', (quantity, from, to, expected) => {
    expect(convertExactly(decimal(quantity), from, to)).toBe(expected);
  });

  test('given units of which one is not listed, then it is not known whether they measure different things', () => {
    expect(incomparableUnits('KGM', 'NAR')).toBe(true);
    expect(incomparableUnits('KGM', 'TNE')).toBe(false);
    expect(incomparableUnits('XYZ', 'KGM')).toBe(false);
  });
});
