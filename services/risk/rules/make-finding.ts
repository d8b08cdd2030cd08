import type { FeatureRef } from '../features/catalogue.ts';
import { isFailed } from '../features/definition/cells.ts';
import { isMissing } from '../features/definition/feature.ts';
import type { Finding, SeenValue } from '../findings/finding.ts';
import { cellOf, type RuleResult, sourcesOf, type Subject } from './evaluate-rule.ts';
import type { Rule } from './rule.ts';

export type ReportableResult = Exclude<RuleResult, { readonly result: 'miss' }>;

/** The finding that a rule's outcome makes; `counted` is the points until the family's discount is taken. */
export function makeFinding(rule: Rule, evaluated: ReportableResult, subject: Subject): Finding {
  const { document } = rule;
  const points = evaluated.result === 'hit' ? evaluated.points : rule.unknownPoints;
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

function valuesOf({ needs, shows }: Rule, subject: Subject): Record<string, SeenValue> {
  const values: Record<string, SeenValue> = {};
  addValues(values, needs, subject);
  addValues(values, shows, subject);
  return values;
}

function addValues(values: Record<string, SeenValue>, refs: readonly FeatureRef[], subject: Subject): void {
  for (const ref of refs) {
    const cell = cellOf(ref, subject);
    if (!isFailed(cell) && !isMissing(cell)) values[ref.feature.name] = cell;
  }
}

const NO_SOURCES: readonly string[] = Object.freeze([]);

/** Sorted, each once. Most rules rest on one source or on the declaration alone. */
function sourcesFor({ needs }: Rule, subject: Subject): readonly string[] {
  const sources = needs.flatMap((ref) => (ref.feature.from === undefined ? NO_SOURCES : sourcesOf(ref, subject)));
  if (sources.length === 0) return NO_SOURCES;
  return sources.length === 1 ? sources : [...new Set(sources)].sort();
}
