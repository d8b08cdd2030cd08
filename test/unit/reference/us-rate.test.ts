import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRate, writeRate } from '../../../services/reference/kinds/tariff/rate-notation.ts';
import { parseUsRate } from '../../../services/reference/kinds/tariff/us-rate.ts';
import type { DutyRate } from '../../../services/risk/facts/facts.ts';

const usd = (value: string) => ({ value, currencyId: 'USD' });

describe('a rate of duty as the US tariff writes it', () => {
  test.each<[string, DutyRate]>([
    ['Free', { kind: 'free' }],
    ['6.8%', { kind: 'adValorem', percent: '6.8' }],
    ['4.4¢/kg', { kind: 'specific', amount: usd('0.044'), per: 'KGM' }],
    ['$1.035/kg', { kind: 'specific', amount: usd('1.035'), per: 'KGM' }],
    ['6.1¢/kg + 2%', { kind: 'compound', percent: '2', amount: usd('0.061'), per: 'KGM' }],
    ['$1.50/kg +8.5%', { kind: 'compound', percent: '8.5', amount: usd('1.5'), per: 'KGM' }],
    ['37.2¢ each', { kind: 'specific', amount: usd('0.372'), per: 'NAR' }],
    ['90¢/pr. + 37.5%', { kind: 'compound', percent: '37.5', amount: usd('0.9'), per: 'NPR' }],
    ['52.5¢/bbl', { kind: 'specific', amount: usd('0.525'), per: 'BLL' }],
    ['22.8¢/ liter', { kind: 'specific', amount: usd('0.228'), per: 'LTR' }],
    ['18.9¢/pf.liter', { kind: 'specific', amount: usd('0.189'), per: 'PFL' }],
    ['89.6¢/1000', { kind: 'specific', amount: usd('0.896'), per: 'MIL' }],
    ['0.9¢ each', { kind: 'specific', amount: usd('0.009'), per: 'NAR' }],
  ])('given "%s", then it is understood', (text, rate) => {
    expect(parseUsRate(text)).toEqual(rate);
  });

  test.each([
    '2.8¢/kg on lead content',
    '40¢ each + 6% on the case',
    'The duty provided in the applicable subheading + 25%',
    '3.6606¢/kg less 0.020668¢/kg for each degree under 100 degrees',
    '',
  ])('given "%s", then it is kept as its own text and nothing is made of it', (text) => {
    expect(parseUsRate(text)).toEqual({ kind: 'other', text });
  });

  test('given any amount of cents and percent, then no digit is lost and what is written is read back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.integer({ min: 0, max: 99_999 }),
        fc.constantFrom('kg', 'liter', 'doz.', 'm2'),
        (cents, percent, unit) => {
          const rate = parseUsRate(`${cents / 1000}¢/${unit} + ${percent / 100}%`);
          expect(rate).toMatchObject({ kind: 'compound' });
          if (rate.kind !== 'compound') return;
          expect(Number(rate.amount.value) * 100_000).toBeCloseTo(cents, 3);
          expect(Number(rate.percent) * 100).toBeCloseTo(percent, 6);
          expect(readRate(writeRate(rate))).toEqual(rate);
        },
      ),
    );
  });
});

describe('the notation of rates in a snapshot', () => {
  test('given a rate of any kind, then it is read back as it was written', () => {
    const number = fc.integer({ min: 0, max: 10_000_000 }).map((n) => String(n / 1000));
    const amount = number.map(usd);
    const per = fc.constantFrom('KGM', 'NAR', 'LTR', 'R9');
    const rate: fc.Arbitrary<DutyRate> = fc.oneof(
      fc.constant({ kind: 'free' } as const),
      fc.record({ kind: fc.constant('adValorem' as const), percent: number }),
      fc.record({ kind: fc.constant('specific' as const), amount, per }),
      fc.record({ kind: fc.constant('compound' as const), percent: number, amount, per }),
      fc.record({ kind: fc.constant('other' as const), text: fc.string() }),
    );
    fc.assert(
      fc.property(rate, (given) => {
        expect(readRate(writeRate(given))).toEqual(given);
      }),
    );
  });

  test.each(['', '6.8', 'Free', '1 USD', '1 usd/KGM'])('given "%s", then it is no rate', (text) => {
    expect(readRate(text)).toBeUndefined();
  });
});
