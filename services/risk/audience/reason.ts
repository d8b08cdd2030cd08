import { featureNamed } from '../features/catalogue.ts';
import { missing } from '../features/definition/feature.ts';
import { type ExplainedFinding, type Finding, type Tier, tierMayRead, TIERS } from '../findings/finding.ts';
import type { Assessment, ExplainedAssessment } from '../messages/assessment.ts';
import type { Policy } from '../policy/policy.ts';
import { renderReason, undecidedReason } from '../rules/reasons.ts';
import type { Rule } from '../rules/rule.ts';

const NOT_SHOWN = missing('not shown');

/**
 * The reason of a finding in the words of a tier, rendered from the rule that made it; undefined where the tier may not know it.
 * @param policy the one by which it was judged
 */
export function reasonFor(tier: Tier, finding: Finding, policy: Policy): string | undefined {
  if (finding.reason !== undefined) return finding.reason[tier];
  const rule = policy.ruleNamed(finding.id);
  return rule === undefined || !tierMayRead(tier, rule.document.tier) ? undefined : rendered(tier, finding, rule);
}

function rendered(
  tier: Tier,
  { result, values, gaps, failure }: Finding,
  { document, reasons }: Rule,
): string | undefined {
  switch (result) {
    case 'hit': {
      const template = reasons[tier];
      return template && renderReason(template, (name) => values[name] ?? NOT_SHOWN);
    }
    case 'unknown':
      return undecidedReason(tier, document.title, gapsIn(gaps));
    case 'error':
      return failedReason(tier, document.title, failure ?? '');
    case 'miss':
      return undefined;
  }
}

function gapsIn(gaps: Finding['gaps'] = {}): Parameters<typeof undecidedReason>[2] {
  return Object.entries(gaps).flatMap(([name, why]) => {
    const ref = featureNamed(name);
    return ref === undefined ? [] : [{ ref, why }];
  });
}

function failedReason(tier: Tier, title: string, message: string): string | undefined {
  switch (tier) {
    case 'analyst':
      return `The check "${title}" failed: ${message}`;
    case 'inspector':
      return `The check "${title}" failed, so a person must look.`;
    case 'trader':
      return undefined;
  }
}

/** The assessment with the reason of every finding in words: all that anybody may read of it. */
export function explained(assessment: Assessment, policy: Policy): ExplainedAssessment {
  const all = (findings: readonly Finding[]): readonly ExplainedFinding[] =>
    findings.map((finding) => explainedFinding(finding, policy));
  return {
    ...assessment,
    findings: all(assessment.findings),
    items: assessment.items.map((item) => ({ ...item, findings: all(item.findings) })),
  };
}

function explainedFinding(finding: Finding, policy: Policy): ExplainedFinding {
  return { ...withoutGaps(finding), reason: finding.reason ?? reasonsOf(finding, policy) };
}

/** What the words say already. */
const withoutGaps = ({ gaps: _gaps, failure: _failure, ...finding }: Finding): Finding => finding;

function reasonsOf(finding: Finding, policy: Policy): ExplainedFinding['reason'] {
  const reasons: Partial<Record<Tier, string>> = {};
  for (const tier of TIERS) {
    const text = reasonFor(tier, finding, policy);
    if (text !== undefined) reasons[tier] = text;
  }
  return reasons;
}
