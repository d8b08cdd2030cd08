import { describe, expect, it } from 'vitest';
import { loadPolicy, rulesCheck } from '../../../services/adapters/policy-files/load-policy.ts';
import {
  loadShippedReference,
  readShippedSnapshots,
} from '../../../services/adapters/reference-files/shipped-reference.ts';
import { isOf } from '../../../services/reference/snapshot/snapshot.ts';
import { featureNamed } from '../../../services/risk/features/catalogue.ts';
import { evaluateOn } from '../../../services/risk/rules/evaluate-rule.ts';
import { runCases } from '../../../services/risk/rules/run-cases.ts';

const policy = loadPolicy('config/policy');

describe('the shipped policy', () => {
  it('is accepted as it stands', () => {
    expect(rulesCheck('config/policy')).toMatchObject({ problems: [], hash: policy.hash });
  });

  it('holds at least twenty rules, each of a family and under its own name', () => {
    expect(policy.rules.length).toBeGreaterThanOrEqual(20);
    expect(new Set(policy.rules.map(({ document }) => document.id)).size).toBe(policy.rules.length);
  });
});

describe('a document that a rule asks for', () => {
  const reference = loadShippedReference({ country: 'GB', currency: 'GBP' });
  const asked = policy.rules.flatMap(({ document: { id, documents } }) =>
    documents.map(({ code, title }) => [id, code, title] as const),
  );

  it.each(asked)('goes by the title that its code has on the list of document types: %s, %s', (_id, code, title) => {
    expect(reference.documentKind(code)).toMatchObject({ state: 'found', value: { title } });
  });
});

describe('the destinations under an arms embargo', () => {
  const snapshots = readShippedSnapshots().map(({ snapshot }) => snapshot);
  const control = snapshots.flatMap((snapshot) =>
    isOf('controls', snapshot) ? snapshot.content.measures.filter(({ id }) => id === 'arms-embargo') : [],
  );
  const destinations = control.flatMap((measure) => measure.destinations ?? []).sort();
  const listOf = (rule: string, list: string) => policy.ruleNamed(rule)?.document.lists[list] ?? [];

  it('are the same for the rules and for the shipped control', () => {
    const whole = listOf('embargoed-destination-controlled-goods', 'embargoed');
    expect([...whole, ...listOf('controlled-goods-for-arms-embargo', 'armsEmbargo')].sort()).toEqual(destinations);
  });

  it('are places whose embargo names arms', () => {
    const measures = snapshots.flatMap((snapshot) => (isOf('embargoes', snapshot) ? snapshot.content.measures : []));
    const naming = measures.filter(({ goods }) => goods !== 'all' && goods.some((id) => /^(arms|firearms)$/.test(id)));
    const places = new Set(naming.filter(({ place }) => place.within === undefined).map(({ place }) => place.country));
    expect([...places].sort()).toEqual(destinations);
  });
});

describe('the basis of a rule that is told below the analyst', () => {
  it.each(
    policy.rules
      .filter(({ document }) => document.tier !== 'analyst')
      .map(({ document }) => [document.id, document.legalBasis] as const),
  )('gives no threshold away: %s', (_id, basis) => {
    expect(basis).not.toMatch(/\b(below|above|beyond|under|over|than)\s+-?[\d.]|z-score|p-value/);
  });
});

describe.each(policy.rules.map((rule) => [rule.document.id, rule] as const))('rule %s', (_id, rule) => {
  it.each(rule.document.cases.map((one) => [one.title, one.expect, one] as const))('%s: %s', (_title, _expect, one) => {
    expect(
      runCases({
        ...rule,
        document: { ...rule.document, cases: [one, ...rule.document.cases.filter((other) => other !== one)] },
      }),
    ).toEqual([]);
  });

  it('is never a miss while something it needs is missing', () => {
    for (const { feature } of rule.needs) {
      const without = rule.document.cases.filter(
        ({ given, expect: expected }) => expected !== 'unknown' && feature.name in given,
      );
      for (const one of without) {
        const given = Object.fromEntries(Object.entries(one.given).filter(([name]) => name !== feature.name));
        const changed = {
          ...rule,
          document: { ...rule.document, cases: [{ ...one, given, expect: 'unknown' as const }] },
        };
        expect(runCases(changed).filter(({ path }) => path.length > 1)).toEqual([]);
      }
    }
  });

  it('does not fail on extreme values', () => {
    const extremes = {
      double: [0, -1, 1e300, -1e300],
      string: ['', 'x'.repeat(10_000)],
      bool: [true, false],
      'list<string>': [[], new Array<string>(1000).fill('x')],
    } as const;
    for (const which of [0, 1]) {
      const values = rule.needs.map(({ feature }) => extremes[feature.type][which]!);
      expect(['hit', 'miss']).toContain(evaluateOn(rule, values).result);
    }
  });

  it('names only features that exist', () => {
    expect([...rule.document.needs, ...rule.document.shows].filter((name) => featureNamed(name) === undefined)).toEqual(
      [],
    );
  });
});
