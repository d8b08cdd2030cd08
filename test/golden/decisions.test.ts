import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadPolicy } from '../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../services/risk/assess/assess.ts';
import { explained } from '../../services/risk/audience/reason.ts';
import type { ExplainedFinding } from '../../services/risk/findings/finding.ts';
import type { ExplainedAssessment } from '../../services/risk/messages/assessment.ts';
import { decisions } from './decisions.ts';

const policy = loadPolicy('config/policy');

/** A decision as a page: a declaration that changes its lane shows up as a line of the diff. */
function page({ lane, score, selection, findings, items }: ExplainedAssessment): string {
  return stringify(
    {
      lane: lane ?? 'none',
      score,
      selected: selection.reason,
      declaration: findings.map(line),
      items: items.map((item) => ({
        sequenceNumber: item.sequenceNumber,
        commodityCode: item.commodityCode ?? 'none',
        score: item.score,
        ...(item.dutyAtStake === undefined ? {} : { dutyAtStake: item.dutyAtStake.value }),
        findings: item.findings.map(line),
      })),
    },
    { lineWidth: 0 },
  );
}

const line = ({ id, result, points, counted, forces, reason }: ExplainedFinding): string =>
  `${id}: ${result}, ${counted} of ${points}${forces === undefined ? '' : `, forces ${forces}`} | ${reason.inspector ?? reason.analyst ?? ''}`;

describe('decisions on hand-written facts', () => {
  it.each(Object.entries(decisions))('%s', async (name, { facts, lane }) => {
    const assessment = explained(assess(facts, policy), policy);
    expect(assessment.lane).toBe(lane);
    await expect(page(assessment)).toMatchFileSnapshot(`decisions/${name}.yaml`);
  });

  it('has no page that no decision stands behind', () => {
    expect(readdirSync('test/golden/decisions').sort()).toEqual(
      Object.keys(decisions)
        .map((name) => `${name}.yaml`)
        .sort(),
    );
  });
});
