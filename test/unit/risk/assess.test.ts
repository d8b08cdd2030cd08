import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../../services/risk/assess/assess.ts';
import { explained } from '../../../services/risk/audience/reason.ts';
import type { UsualRatios } from '../../../services/risk/facts/facts.ts';
import { absent, found } from '../../../services/risk/facts/known.ts';
import { canonicalJson } from '../../../services/risk/json/canonical.ts';
import { decimal } from '../../harness/checked.ts';
import { factsWhere, ordinaryFacts } from './ordinary-facts.ts';

const policy = loadPolicy('config/policy');

describe('an assessment', () => {
  it('lets ordinary trade pass, and names every check that was made', () => {
    const assessment = assess(ordinaryFacts, policy);
    expect(assessment).toMatchObject({
      kind: 'risk',
      lane: 'green',
      score: 0,
      selection: { reason: 'none', probability: 1 },
      findings: [],
    });
    expect(assessment.items[0]).toMatchObject({ sequenceNumber: 1, commodityCode: '84198120', score: 0, findings: [] });
    expect(assessment.checks.item).toContain('net-mass-above-gross-mass');
    expect(assessment.items[0]!.findings.map(({ id }) => id)).not.toContain('net-mass-above-gross-mass');
  });

  it('names cause, values, basis and version of every point', () => {
    const facts = factsWhere({ commodity: { netNetWeightMeasure: { value: decimal('1200.001') } } });
    const finding = explained(assess(facts, policy), policy).items[0]!.findings.find(
      ({ id }) => id === 'net-mass-above-gross-mass',
    )!;
    expect(finding).toMatchObject({
      result: 'hit',
      version: '1.0.0',
      family: 'mass',
      values: { 'item.netExceedsGross': true, 'item.netMass': 1200.001, 'item.grossMass': 1200 },
    });
    expect(finding.reason.inspector).toContain('Net mass 1200.001 kg is above gross mass 1200 kg');
  });

  it('compares the mass of a piece with what was learned; where that was never learned there is nothing to find, where too little was it is unknown', () => {
    const resultWith = (massPerUnit: UsualRatios['massPerUnit']): string | undefined =>
      assess(
        factsWhere({ item: { usual: found({ unitValue: absent('usual@e5'), massPerUnit }, 'usual@e5') } }),
        policy,
      ).items[0]!.findings.find(({ id }) => id === 'mass-per-unit-unusual')?.result;
    const ratio = (medianKg: number, count: number): UsualRatios['massPerUnit'] =>
      found(
        [{ unit: 'KGM/NAR', level: 'HS6', code: '841981', medianLog: Math.log(medianKg), madLog: 0.1, count }],
        'usual@e5',
      );
    expect(resultWith(ratio(5_000, 150))).toBe('hit');
    expect(resultWith(ratio(5_000, 2))).toBe('unknown');
    expect(resultWith(absent('usual@e5'))).toBeUndefined();
  });

  it('comes out the same to the last byte', () => {
    expect(canonicalJson(assess(ordinaryFacts, policy))).toBe(
      canonicalJson(assess(JSON.parse(JSON.stringify(ordinaryFacts)) as typeof ordinaryFacts, policy)),
    );
  });
});
