import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../../services/risk/assess/assess.ts';
import { assessmentJson } from '../../../services/risk/audience/assessment-json.ts';
import { inspectorView, viewFor } from '../../../services/risk/audience/view.ts';
import { featureNamed } from '../../../services/risk/features/catalogue.ts';
import type { Finding, Tier } from '../../../services/risk/findings/finding.ts';
import { LANES } from '../../../services/risk/lanes/lane.ts';
import type { Assessment } from '../../../services/risk/messages/assessment.ts';
import { buildNotice } from '../../../services/risk/referral/build-notice.ts';
import { buildReferral } from '../../../services/risk/referral/build-referral.ts';
import { ordinaryFacts } from './ordinary-facts.ts';

const policy = loadPolicy('config/policy');
const MARK: Record<Tier, string> = { analyst: 'ANALYST-WORDS', inspector: 'INSPECTOR-WORDS', trader: 'TRADER-WORDS' };

/** Every rule of the policy as a hit, with values and reasons that carry the mark of the lowest tier that may know them. */
const everything: Finding[] = policy.rules.map(({ document }) => ({
  id: document.id,
  version: document.version,
  family: document.family,
  scope: document.appliesTo.scope,
  result: 'hit',
  weight: document.weight,
  tier: document.tier,
  points: document.points,
  counted: document.points,
  values: Object.fromEntries(
    [...document.needs, ...document.shows].map((name) => [name, `${MARK[featureNamed(name)!.feature.tier]} ${name}`]),
  ),
  basis: document.legalBasis,
  reason: MARK,
  sources: ['ANALYST-WORDS source@1'],
  runbook: document.runbook,
}));
const analystOnly = policy.rules
  .filter(({ document }) => document.tier === 'analyst')
  .map(({ document }) => document.id);
const inspectorOnly = policy.rules
  .filter(({ document }) => document.tier === 'inspector')
  .map(({ document }) => document.id);

const withEverything: Assessment = {
  ...assess(ordinaryFacts, policy),
  lane: 'yellow',
  findings: everything,
  items: [{ sequenceNumber: 1, commodityCode: '84198120', score: 200, findings: everything }],
};
/** The same rules, none of which found anything. */
const withNothing: Assessment = {
  ...withEverything,
  checks: { declaration: [...analystOnly, ...inspectorOnly], item: analystOnly },
  findings: [],
  items: withEverything.items.map((item) => ({ ...item, findings: [] })),
};

describe('what is for analysts', () => {
  const told = [withEverything, withNothing]
    .flatMap((one) => [
      viewFor('inspector', one, policy),
      assessmentJson('inspector', one, policy),
      buildReferral(ordinaryFacts, one, policy)!,
    ])
    .map((one) => JSON.stringify(one));

  it('stays there: no words, no values, no sources and no check by name reach an inspector', () => {
    expect(analystOnly.length).toBeGreaterThan(1);
    for (const text of told) {
      expect(text).not.toContain(MARK.analyst);
      for (const id of analystOnly) expect(text).not.toContain(id);
    }
  });

  it('is not even hinted at where it had no part in score or lane', () => {
    const idle = {
      ...withEverything,
      findings: withEverything.findings
        .map((finding) => ({ ...finding, counted: 0, result: 'unknown' as const, weight: 'advisory' as const }))
        .map(({ forces: _forces, ...finding }) => finding),
      items: [],
    };
    expect(inspectorView(idle, policy).furtherReasons).toBeUndefined();
  });

  it('shows an inspector that there is more, and what it weighs together', () => {
    const points = policy.rules
      .filter(({ document }) => document.tier === 'analyst')
      .reduce((sum, { document }) => sum + document.points, 0);
    expect(inspectorView(withEverything, policy).furtherReasons).toEqual({
      points,
      reason: 'Further reasons are held by risk analysis.',
    });
  });
});

describe('what is for the authority', () => {
  const told = [withEverything, withNothing]
    .flatMap((one) => [
      viewFor('trader', one, policy),
      assessmentJson('trader', one, policy),
      buildNotice(ordinaryFacts, one, policy)!,
    ])
    .map((one) => JSON.stringify(one));

  it("stays there: the trader gets reasons of the trader's tier, and no points, scores, lanes or checks by name", () => {
    expect(told.filter((text) => text.includes(MARK.trader))).toHaveLength(3);
    for (const text of told) {
      for (const secret of [
        MARK.analyst,
        MARK.inspector,
        ...analystOnly,
        ...inspectorOnly,
        '"points"',
        '"score"',
        '"lane"',
        '"counted"',
        '"missed"',
        '"required"',
      ])
        expect(text).not.toContain(secret);
    }
  });

  it('says nothing at all where a notice would warn', () => {
    for (const lane of LANES) {
      const silent = policy.document.lanes.notices[lane] === 'none';
      expect(buildNotice(ordinaryFacts, { ...withEverything, lane }, policy) === undefined).toBe(silent);
      if (silent)
        expect(JSON.stringify(viewFor('trader', { ...withEverything, lane }, policy))).not.toContain(MARK.trader);
    }
  });

  it("never holds a number of the rule itself in a trader's reason", () => {
    for (const { document } of policy.rules)
      expect(document.reasons.trader?.replace(/\{[^}]*\}/g, '') ?? '').not.toMatch(/\d/);
  });
});
