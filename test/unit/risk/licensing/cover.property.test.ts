import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Licence, LicenceLine } from '../../../../services/risk/facts/facts.ts';
import { cover, coveringLines } from '../../../../services/risk/licensing/cover.ts';
import type { DeclaredItem } from '../../../../services/risk/licensing/declared-item.ts';
import { commodityCode, country, day, decimal } from '../../../harness/checked.ts';

const codes = ['84', '8419', '84198120', '8419812000', '8413', '93033000'];
const countries = ['JP', 'KR', 'TR'];
const units = ['KGM', 'TNE', 'NAR', 'DZN', 'XYZ'];
const days = ['2026-11-19', '2026-11-20', '2026-11-21'].map(day);
const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

const line: fc.Arbitrary<Omit<LicenceLine, 'line'>> = fc
  .record({
    commodityCode: optional(fc.constantFrom(...codes)),
    controlEntry: optional(fc.constantFrom('2B350', '5A002')),
    destinations: fc.subarray(countries),
    quantity: optional(fc.constantFrom('0.5', '10', '1000')),
    unit: optional(fc.constantFrom(...units)),
  })
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never);

const licence: fc.Arbitrary<Licence> = fc
  .record({
    status: fc.constantFrom<Licence['status']>('issued', 'issued', 'issued', 'revoked', 'unrecognised'),
    holderId: optional(fc.constantFrom('GB1', 'XI1', 'GB2')),
    validFrom: optional(fc.constantFrom(...days)),
    validTo: optional(fc.constantFrom(...days)),
    lines: fc.array(line, { maxLength: 4 }),
  })
  .map(
    ({ lines, ...fields }) =>
      ({
        ...fields,
        id: 'L',
        revision: 1,
        lines: lines.map((of, index) => ({ ...of, line: index + 1 })),
      }) as Licence,
  );

const item: fc.Arbitrary<DeclaredItem> = fc.record({
  day: fc.constant(day('2026-11-20')),
  commodityCode: optional(fc.constantFrom(...codes.map(commodityCode))),
  destination: optional(fc.constantFrom(...countries.map(country))),
  parties: fc.record({
    identifiers: fc.constant(new Set(['1'])),
    names: fc.constant(new Set<string>()),
    completeness: fc.constantFrom('whole' as const, 'partial' as const),
  }),
  quantity: optional(
    fc.record({
      value: fc.constantFrom(...['1', '25', '0.0005'].map(decimal)),
      unitCode: fc.constantFrom(...units, 'KGM#G'),
    }),
  ),
});

describe('which lines of a licence cover a goods item', () => {
  test('a line covers it if, and only if, each of its rows and of those of the whole licence is satisfied', () => {
    fc.assert(
      fc.property(licence, item, (held, declared) => {
        const says = cover(held, declared);
        const covering = coveringLines(says).map(({ line: number }) => number);
        for (const { line: of, rows } of says.lines) {
          const satisfied = [...says.whole, ...rows].every(({ result }) => result === 'satisfied');
          expect(covering.includes(of.line)).toBe(satisfied);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('the order in which a licence lists its lines changes nothing: they are taken by their numbers', () => {
    const shuffled = licence.chain((held) =>
      fc
        .shuffledSubarray([...held.lines], { minLength: held.lines.length })
        .map((lines) => [held, { ...held, lines }] as const),
    );
    fc.assert(
      fc.property(shuffled, item, ([held, other], declared) => {
        expect(coveringLines(cover(other, declared))).toEqual(coveringLines(cover(held, declared)));
      }),
      { numRuns: 1_000 },
    );
  });

  test('a line that covers is for these goods, for this destination, on this day and in a unit of the same kind', () => {
    fc.assert(
      fc.property(licence, item, (held, declared) => {
        for (const of of coveringLines(cover(held, declared))) {
          expect(held.validFrom === undefined || held.validFrom <= declared.day).toBe(true);
          expect(held.validTo === undefined || held.validTo >= declared.day).toBe(true);
          expect(of.destinations.length === 0 || of.destinations.includes(declared.destination!)).toBe(true);
          const { commodityCode: code } = of;
          const coarser = Math.min(code?.length ?? 0, declared.commodityCode?.length ?? 0);
          expect(code?.slice(0, coarser) ?? '').toBe(
            code === undefined ? '' : declared.commodityCode!.slice(0, coarser),
          );
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('what is not declared, and a condition lays down, is unknown; without it nothing is', () => {
    fc.assert(
      fc.property(licence, item, (held, declared) => {
        const nothing = { ...declared, commodityCode: undefined, destination: undefined };
        for (const { rows } of cover(held, nothing).lines)
          for (const row of rows.filter(({ condition }) => condition !== 'unit'))
            expect(row.result).toBe(row.licenceSays === undefined ? 'satisfied' : 'unknown');
      }),
    );
  });
});
