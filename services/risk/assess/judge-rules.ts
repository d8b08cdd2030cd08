import { featureNamed, type FeatureRef } from '../features/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { type Scored, scoreFindings } from '../findings/score.ts';
import type { SelectedRules } from '../policy/policy.ts';
import type { FamiliesDocument } from '../policy/policy-document.ts';
import { evaluateRule, type RuleOutcome, type Subject } from '../rules/evaluate-rule.ts';
import { makeFinding } from '../rules/make-finding.ts';

/** What the rules said of one item or one declaration. */
export type Judged = Scored;

const DIRECTION = featureNamed('declaration.direction') as FeatureRef;
const NO_DIRECTION: RuleOutcome = {
  result: 'unknown',
  gaps: [{ ref: DIRECTION, why: 'the declaration does not say whether it is for import or for export' }],
};

/** Runs the rules on a subject and adds up what they found. */
export function judgeRules({ rules }: SelectedRules, subject: Subject, families: FamiliesDocument): Judged {
  const findings: Finding[] = [];
  for (const { rule, applies } of rules) {
    const outcome = applies === 'yes' ? evaluateRule(rule, subject) : NO_DIRECTION;
    if (outcome.result !== 'miss') findings.push(makeFinding(rule, outcome, subject));
  }
  return scoreFindings(findings, families);
}
