import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualProblem, type UsualRow } from '../../../services/reference/kinds/usual-ratios/content.ts';
import { besideStatistics } from '../../../services/reference/learning/beside-statistics.ts';
import { observeDeclaration } from '../../../services/reference/learning/declared-items.ts';
import { type LearnOptions, learnUsual } from '../../../services/reference/learning/learn-usual.ts';
import type { Observation } from '../../../services/reference/learning/observation.ts';
import { median, summarise } from '../../../services/reference/learning/robust-statistics.ts';
import { usualSnapshot } from '../../../services/reference/learning/usual-snapshot.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { day } from '../../harness/checked.ts';
import { snapshotOf } from './snapshots.ts';

const DAY = day('2026-11-22');
const options: LearnOptions = {
  currency: 'USD',
  rate: (currency) => (currency === 'USD' ? 1 : currency === 'EUR' ? 1.1 : undefined),
  minimumCount: 3,
};
const worth = (code: string, perKilogram: number, netMass = 10): Observation => ({
  code,
  day: DAY,
  netMass,
  value: { amount: perKilogram * netMass, currency: 'USD' },
});
const row = (rows: ReturnType<typeof learnUsual>['content']['rows'], code: string, unit = 'USD/KGM') =>
  rows.find(([c, u]) => c === code && u === unit);

describe('learning what goods usually cost', () => {
  test('given different prices of one code, then median and spread of the logarithm at every level of the code', () => {
    const { content } = learnUsual(
      [2, 4, 8].map((price) => worth('85423100', price)),
      options,
    );
    expect(content.rows.map(([code]) => code)).toEqual(['8542', '854231', '85423100']);
    expect(row(content.rows, '8542')).toEqual([
      '8542',
      'USD/KGM',
      Number(Math.log(4).toFixed(4)),
      Number(Math.log(2).toFixed(4)),
      3,
    ]);
  });

  test('given a price that is copied a thousand times, then it counts once', () => {
    const copies = Array.from({ length: 1000 }, (_, n) => worth('854231', 100, n + 1));
    const learned = learnUsual([...copies, worth('854231', 1), worth('854231', 2), worth('854231', 4)], options);
    expect(learned.repeated).toBe(999);
    expect(row(learned.content.rows, '854231')?.[4]).toBe(4);
  });

  test('given a code with too few prices, then only the wider levels say something', () => {
    const { content } = learnUsual([worth('854231', 1), worth('854231', 2), worth('854239', 3)], options);
    expect(content.rows.map(([code]) => code)).toEqual(['8542']);
  });

  test('given few prices of a code that happen to agree, then their spread is drawn to that of the wider level', () => {
    const agreeing = [100, 100.1, 100.2].map((price) => worth('854231', price));
    const spread = Array.from({ length: 40 }, (_, n) => worth('854239', 1.5 ** (n % 20) + n / 1000));
    const { content } = learnUsual([...agreeing, ...spread], options);
    expect(row(content.rows, '854231')![3]).toBeGreaterThan(0.5);
    expect(row(content.rows, '854231')![3]).toBeLessThan(row(content.rows, '8542')![3]);
  });

  test('given other currencies, then dated rates convert them; one without a rate is counted as such', () => {
    const inEuro = [1, 2, 3].map((amount): Observation => ({
      code: '220421',
      day: DAY,
      netMass: 1,
      value: { amount, currency: 'EUR' },
    }));
    const learned = learnUsual([...inEuro, { ...inEuro[0]!, value: { amount: 5, currency: 'XXX' } }], options);
    expect(learned.withoutRate).toBe(1);
    expect(row(learned.content.rows, '2204')![2]).toBeCloseTo(Math.log(2.2), 4);
  });

  test('given supplementary quantities, then kilograms per unit, each unit of its own', () => {
    const each = [0.15, 0.2, 0.25].map((mass, n): Observation => ({
      code: '851713',
      day: DAY,
      netMass: mass * (n + 1),
      quantity: { amount: n + 1, unit: 'NAR#X' },
    }));
    expect(row(learnUsual(each, options).content.rows, '851713', 'KGM/NAR')).toEqual([
      '851713',
      'KGM/NAR',
      Number(Math.log(0.2).toFixed(4)),
      Number(Math.log(1.25).toFixed(4)),
      3,
    ]);
  });

  test('given masses and values of zero, then they teach nothing, and nothing at all is refused', () => {
    const nothing = [worth('854231', 0), { ...worth('854231', 1), netMass: 0 }];
    expect(() => learnUsual(nothing, options)).toThrow(
      expect.objectContaining({ code: 'TDW_REFERENCE_TOO_FEW' }) as Error,
    );
    expect(learnUsual([...nothing, worth('8542', 1), worth('8542', 2), worth('8542', 3)], options).unusable).toBe(2);
  });

  test('given prices in another unit of money, then medians shift by its logarithm and spreads stay', () => {
    const prices = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(prices, fc.integer({ min: 2, max: 5000 }), (given, factor) => {
        const [plain, scaled] = [1, factor].map(
          (rate) =>
            learnUsual(
              given.map((price) => worth('854231', price, 1)),
              { ...options, rate: () => rate, minimumCount: 1 },
            ).content.rows,
        );
        for (const [code, , medianLog, madLog, count] of plain!) {
          const other = row(scaled!, code)!;
          expect(other[2] - medianLog).toBeCloseTo(Math.log(factor), 3);
          expect(other[3]).toBeCloseTo(madLog, 3);
          expect(other[4]).toBe(count);
        }
      }),
    );
  });
});

describe('median and median absolute deviation', () => {
  test('given any sample, then half of it lies on each side, and the sample is left as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), (sample) => {
        const before = [...sample];
        const middle = median(sample);
        expect(sample.filter((value) => value < middle).length).toBeLessThanOrEqual(sample.length / 2);
        expect(sample.filter((value) => value > middle).length).toBeLessThanOrEqual(sample.length / 2);
        expect(sample).toEqual(before);
      }),
    );
    expect(summarise([1, 2, 3, 4, 100])).toEqual({ median: 3, mad: 1, count: 5 });
  });
});

describe('what is learned beside statistics in force', () => {
  const learned = learnUsual(
    [2, 4, 8].map((price) => worth('85423100', price)),
    options,
  ).content;
  const statistics: UsualRow = ['620462', 'EUR/KGM', 3, 0.6, 67, 'lines', 2, 4];
  const inForce = snapshotOf('usual-ratios', {
    currency: 'EUR',
    minimumCount: 20,
    sources: { lines: { inWords: 'old statistics', uncertainty: 0.6 } },
    rows: [['6204', 'EUR/KGM', 3, 0.5, 40], statistics],
  });

  test('given a rate, then statistics go on holding in its currency, and what was learned before does not', () => {
    const beside = besideStatistics(learned, [inForce], (currency) => (currency === 'EUR' ? 1.1 : undefined));
    const moved = (log: number) => Number((log + Math.log(1.1)).toFixed(4));
    expect(beside.rows.slice(learned.rows.length)).toEqual([
      ['620462', 'USD/KGM', moved(3), 0.6, 67, 'lines', moved(2), moved(4)],
    ]);
    expect(usualProblem(beside)).toBeUndefined();
  });

  test('given no rate, then what was learned stands alone', () => {
    expect(besideStatistics(learned, [inForce], () => undefined)).toEqual(learned);
  });
});

describe('where observations come from', () => {
  test("given a declaration of one's own, then its items by tariff code; change sets and cancellations teach nothing", () => {
    const item = {
      sequenceNumber: 1,
      statisticalValueAmount: { value: '100', currencyId: 'GBP' },
      commodity: {
        classifications: [
          { id: '10', identificationTypeCode: 'TRC' },
          { id: '85171300', identificationTypeCode: 'TSP' },
        ],
        netNetWeightMeasure: { value: '20', unitCode: 'KGM' },
        tariffQuantity: { value: '100', unitCode: 'NAR' },
      },
    };
    const event = {
      eventType: 'lodged',
      completeness: 'whole',
      goodsItems: [item, { sequenceNumber: 2 }],
    } as unknown as DeclarationEvent;
    expect([...observeDeclaration(event, DAY)]).toEqual([
      {
        code: '85171300',
        day: DAY,
        netMass: 20,
        value: { amount: 100, currency: 'GBP' },
        quantity: { amount: 100, unit: 'NAR' },
      },
    ]);
    expect([
      ...observeDeclaration({ ...event, completeness: 'partial' }, DAY),
      ...observeDeclaration({ ...event, eventType: 'cancelled' }, DAY),
    ]).toEqual([]);
  });

  test('given an item that states two values, its mass in tonnes and its code with dots, then it is learned from as it is judged: customs value, kilograms, digits', () => {
    const item = {
      sequenceNumber: 1,
      statisticalValueAmount: { value: '100', currencyId: 'GBP' },
      customsValueAmount: { value: '120', currencyId: 'GBP' },
      commodity: {
        classifications: [{ id: '8517.13.00', identificationTypeCode: 'TSP' }],
        netNetWeightMeasure: { value: '0.02', unitCode: 'TNE' },
      },
    };
    const event = { eventType: 'lodged', completeness: 'whole', goodsItems: [item] } as unknown as DeclarationEvent;
    expect([...observeDeclaration(event, DAY)]).toEqual([
      { code: '85171300', day: DAY, netMass: 20, value: { amount: 120, currency: 'GBP' } },
    ]);
  });
});

test('given declarations that say that they are of a day to come, then the source is of today, and says so', () => {
  const learned = {
    content: { currency: 'GBP', minimumCount: 20, rows: [] },
    observations: 1,
    unusable: 0,
    withoutRate: 0,
    repeated: 0,
  };
  const from = { source: 'declarations on record', licence: 'own records', madeBy: 'a test', today: day('2026-11-30') };
  const provenance = (lastDay: string): object =>
    usualSnapshot(learned, { ...from, lastDay: day(lastDay) }).snapshot.provenance;
  expect(provenance('2027-03-01')).toMatchObject({
    sourceDay: '2026-11-30',
    notes: [expect.any(String), 'the last of the declarations says that it is of 2027-03-01'],
  });
  expect(provenance('2026-11-02')).toMatchObject({ sourceDay: '2026-11-02', notes: [expect.any(String)] });
});
