import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../../services/risk/assess/assess.ts';
import { canonicalJson } from '../../../services/risk/assess/canonical.ts';
import { factsWhere, ordinaryFacts } from './ordinary-facts.ts';

const policy = loadPolicy('config/policy');

describe('an assessment', () => {
  it('lets ordinary trade pass, and names every check that was made', () => {
    const assessment = assess(ordinaryFacts, policy);
    expect(assessment).toMatchObject({ kind: 'risk', lane: 'green', score: 0, selection: { reason: 'none', probability: 1 }, findings: [] });
    expect(assessment.items[0]).toMatchObject({ sequenceNumber: 1, commodityCode: '84198120', score: 0, findings: [] });
    expect(assessment.checks.item).toContain('net-mass-above-gross-mass');
    expect(assessment.items[0]!.findings.map(({ id }) => id)).not.toContain('net-mass-above-gross-mass');
  });

  it('names cause, values, basis and version of every point', () => {
    const facts = factsWhere({ commodity: { netNetWeightMeasure: { value: '1200.001' } } });
    const finding = assess(facts, policy).items[0]!.findings.find(({ id }) => id === 'net-mass-above-gross-mass')!;
    expect(finding).toMatchObject({ result: 'hit', version: '1.0.0', family: 'mass', values: { 'item.netExceedsGross': true, 'item.netMass': 1200.001, 'item.grossMass': 1200 } });
    expect(finding.reason.inspector).toContain('Net mass 1200.001 kg is above gross mass 1200 kg');
  });

  it('comes out the same to the last byte', () => {
    expect(canonicalJson(assess(ordinaryFacts, policy))).toBe(canonicalJson(assess(JSON.parse(JSON.stringify(ordinaryFacts)) as typeof ordinaryFacts, policy)));
  });
});
