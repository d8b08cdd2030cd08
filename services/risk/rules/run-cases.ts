import { featureNamed } from '../features/catalogue.ts';
import type { FeatureType } from '../features/definition/feature.ts';
import type { SeenValue } from '../findings/finding.ts';
import { evaluateOn, type RuleResult } from './evaluate-rule.ts';
import type { Rule } from './rule.ts';
import { type PolicyProblem, problem, type RuleDocument } from './rule-document.ts';
type RuleCase = RuleDocument['cases'][number];

/** Runs every case of a rule; a rule without a hit, a miss and a case of missing data is not accepted. Paths are relative to the rule. */
export function runCases(rule: Rule): readonly PolicyProblem[] {
  const { cases } = rule.document;
  const absent = (['hit', 'miss', 'unknown'] as const).filter(
    (expected) => !cases.some(({ expect }) => expect === expected),
  );
  return [
    ...absent.map((expected) =>
      problem(['cases'], `no case expects ${expected === 'unknown' ? 'unknown (missing data)' : `a ${expected}`}`),
    ),
    ...cases.flatMap((one, index) =>
      runCase(rule, one).map((cause) => problem(['cases', index], `case "${one.title}": ${cause}`)),
    ),
  ];
}

function runCase(rule: Rule, one: RuleCase): string[] {
  const wrong = Object.entries(one.given).flatMap(([name, value]) => wrongValue(rule, name, value));
  if (wrong.length > 0) return wrong;
  const evaluated = resultOf(rule, one);
  if (evaluated.result === 'hit' && evaluated.result === one.expect)
    return one.points === undefined || one.points === evaluated.points
      ? []
      : [`expected ${one.points} points, got ${evaluated.points}`];
  if (evaluated.result === one.expect) return [];
  return [
    `expected ${one.expect}, got ${evaluated.result}${evaluated.result === 'error' ? `: ${evaluated.message}` : ''}`,
  ];
}

function resultOf(rule: Rule, one: RuleCase): RuleResult {
  const gaps = rule.needs
    .filter(({ feature }) => !(feature.name in one.given))
    .map((ref) => ({ ref, why: 'left out of the case' }));
  if (gaps.length > 0) return { result: 'unknown', gaps };
  return evaluateOn(
    rule,
    rule.needs.map(({ feature }) => one.given[feature.name] as SeenValue),
  );
}

function wrongValue(rule: Rule, name: string, value: SeenValue): string[] {
  const ref =
    rule.needs.find(({ feature }) => feature.name === name) ?? rule.shows.find(({ feature }) => feature.name === name);
  if (ref === undefined)
    return [
      featureNamed(name) === undefined ? `there is no feature "${name}"` : `"${name}" is not among the rule's needs`,
    ];
  return typeOf(value) === ref.feature.type ? [] : [`"${name}" is a ${ref.feature.type}, not ${JSON.stringify(value)}`];
}

function typeOf(value: SeenValue): FeatureType {
  if (typeof value === 'number') return 'double';
  if (typeof value === 'string') return 'string';
  return typeof value === 'boolean' ? 'bool' : 'list<string>';
}
