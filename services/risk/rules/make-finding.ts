import { isFailed } from '../features/definition/cells.ts';
import { isMissing } from '../features/definition/feature.ts';
import type { Finding, SeenValue } from '../findings/finding.ts';
import { cellOf, type RuleResult, sourcesOf, type Subject } from './evaluate-rule.ts';
import type { Rule } from './rule.ts';

export type ReportableResult = Exclude<RuleResult, { readonly result: 'miss' }>;

/** The finding that a rule's outcome makes; `counted` is the points until the family's discount is taken. */
export function makeFinding(rule: Rule, evaluated: ReportableResult, subject: Subject): Finding {
  const { document } = rule;
  const points = evaluated.result === 'hit' ? document.points : rule.unknownPoints;
  const finding: Finding = {
    id: document.id,
    version: document.version,
    family: document.family,
    scope: document.appliesTo.scope,
    result: evaluated.result,
    weight: document.weight,
    tier: document.tier,
    points,
    counted: points,
    values: valuesOf(rule, subject),
    basis: document.legalBasis,
    sources: sourcesFor(rule, subject),
    runbook: document.runbook,
  };
  switch (evaluated.result) {
    case 'hit':
      return document.forces === undefined ? finding : { ...finding, forces: document.forces };
    case 'unknown':
      return { ...finding, gaps: Object.fromEntries(evaluated.gaps.map(({ ref, why }) => [ref.feature.name, why])) };
    case 'error':
      return { ...finding, failure: evaluated.message };
  }
}

function valuesOf(rule: Rule, subject: Subject): Record<string, SeenValue> {
  const values: Record<string, SeenValue> = {};
  for (const ref of [...rule.needs, ...rule.shows]) {
    const cell = cellOf(ref, subject);
    if (!isFailed(cell) && !isMissing(cell)) values[ref.feature.name] = cell;
  }
  return values;
}

function sourcesFor(rule: Rule, subject: Subject): string[] {
  return [...new Set(rule.needs.flatMap((ref) => sourcesOf(ref, subject)))].sort();
}
