import type { FeatureRef } from '../features/catalogue.ts';
import { isFailed } from '../features/definition/cells.ts';
import { isMissing } from '../features/definition/feature.ts';
import { type Finding, type SeenValue, type Tier, tierMayRead, TIERS } from '../findings/finding.ts';
import { cellOf, type RuleResult, sourcesOf, type Subject } from './evaluate-rule.ts';
import { renderReason, undecidedReason } from './reasons.ts';
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
    reason: reasonsOf(rule, evaluated, subject),
    sources: sourcesFor(rule, subject),
    runbook: document.runbook,
  };
  return document.forces !== undefined && evaluated.result === 'hit'
    ? { ...finding, forces: document.forces }
    : finding;
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

function reasonsOf(rule: Rule, evaluated: ReportableResult, subject: Subject): Finding['reason'] {
  const reasons: Partial<Record<Tier, string>> = {};
  for (const tier of TIERS) {
    const text = tierMayRead(tier, rule.document.tier) ? reasonFor(tier, rule, evaluated, subject) : undefined;
    if (text !== undefined) reasons[tier] = text;
  }
  return reasons;
}

function reasonFor(tier: Tier, rule: Rule, evaluated: ReportableResult, subject: Subject): string | undefined {
  switch (evaluated.result) {
    case 'hit': {
      const template = rule.reasons[tier];
      return template === undefined
        ? undefined
        : renderReason(template, (name) => cellOf(shownRef(rule, name), subject));
    }
    case 'unknown':
      return undecidedReason(tier, rule.document.title, evaluated.gaps);
    case 'error':
      return failedReason(tier, rule.document.title, evaluated.message);
  }
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

function shownRef(rule: Rule, name: string): FeatureRef {
  const ref = [...rule.needs, ...rule.shows].find(({ feature }) => feature.name === name);
  if (ref === undefined) throw new RangeError(`rule ${rule.document.id} does not show ${name}`);
  return ref;
}
