import type { Finding } from '../findings/finding.ts';
import type { FamiliesDocument } from '../policy/policy-document.ts';
import type { SelectedRules } from '../policy/policy.ts';
import { scoreFindings, type Scored } from '../findings/score.ts';
import { featureNamed, type FeatureRef } from '../features/catalogue.ts';
import { evaluateRule, type RuleOutcome, type Subject } from '../rules/evaluate-rule.ts';
import { constant } from './constant.ts';
import { makeFinding } from '../rules/make-finding.ts';

/** What the rules said of one item or one declaration. */
export interface Judged extends Scored {
  /** Rules that ran and did not hit. */
  readonly missed: readonly string[];
}

const DIRECTION = featureNamed('declaration.direction') as FeatureRef;
const NO_DIRECTION: RuleOutcome = { result: 'unknown', gaps: [{ ref: DIRECTION, why: 'the declaration does not say whether it is for import or for export' }] };

/** Runs the rules on a subject and adds up what they found. */
export function judgeRules({ rules, ids }: SelectedRules, subject: Subject, families: FamiliesDocument): Judged {
  const findings: Finding[] = [];
  for (const { rule, applies } of rules) {
    const outcome = applies === 'yes' ? evaluateRule(rule, subject) : NO_DIRECTION;
    if (outcome.result !== 'miss') findings.push(makeFinding(rule, outcome, subject));
  }
  return { ...scoreFindings(findings, families), missed: missedOf(ids, findings) };
}

/** Lists without what was found, by the list and by what was found: most goods of a day share a few of them. */
const known = new WeakMap<readonly string[], Map<string, readonly string[]>>();
const MOST_LISTS = 2_000;

function missedOf(ids: readonly string[], findings: readonly Finding[]): readonly string[] {
  const lists = known.get(ids) ?? new Map<string, readonly string[]>();
  known.set(ids, lists);
  const found = findings.map(({ id }) => id);
  const key = found.join(' ');
  const list = lists.get(key);
  if (list !== undefined) return list;
  if (lists.size >= MOST_LISTS) lists.clear();
  const missed = constant(ids.filter((id) => !found.includes(id)));
  lists.set(key, missed);
  return missed;
}
