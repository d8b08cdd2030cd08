import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceVersions } from '../../../services/risk/assess/source-versions.ts';
import type { Facts } from '../../../services/risk/facts/facts.ts';
import { absent } from '../../../services/risk/facts/known.ts';
import { ordinaryFacts } from './ordinary-facts.ts';

const part = fc.stringMatching(/^[a-z\n,]{1,3}$/);
const name = fc.oneof(
  part,
  fc.tuple(part, part).map(([source, version]) => `${source}@${version}`),
);

/** Facts of a declaration without goods, from the sources of these names. */
function factsFrom([prior = 'events', trader = 'history', business = 'lines', ...countries]: readonly string[]): Facts {
  const known = countries.map((from, index) => [String(index), absent(from)] as const);
  return {
    ...ordinaryFacts,
    items: [],
    prior: absent(prior),
    trader: absent(trader),
    parties: [{ role: 'consignee', name: 'Aoyama Coffee KK', business: absent(business) }],
    countries: Object.fromEntries(known),
  };
}

/** What the versions are, computed anew and in another way. */
function expected(names: readonly string[]): Record<string, string> {
  const parts = [...new Set(names)].sort().map((one) => {
    const [source, ...version] = one.split('@');
    return [source ?? '', version.join('@')] as const;
  });
  return Object.fromEntries(
    parts.map(([source]) => [
      source,
      parts
        .filter(([other]) => other === source)
        .map(([, version]) => version)
        .join(','),
    ]),
  );
}

describe('versions of the sources of facts', () => {
  test('given any declarations one after the other, more than are remembered, then each answer is as if it were the first', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 3, maxLength: 6 }), (names) => {
        const answer = sourceVersions(factsFrom(names));
        expect(answer).toEqual(expected(names));
        expect(Object.keys(answer)).toEqual(Object.keys(expected(names)));
      }),
      { numRuns: 3_000 },
    );
  });

  test('given an answer that others will get too, then nobody can change it', () => {
    const answer = sourceVersions(ordinaryFacts) as Record<string, string>;
    expect(() => (answer['tariff/GB'] = 'another')).toThrow(TypeError);
    expect(sourceVersions(ordinaryFacts)).toBe(answer);
  });
});
