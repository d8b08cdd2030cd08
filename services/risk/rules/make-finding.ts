import type { FeatureRef } from '../features/catalogue.ts';
import { isFailed } from '../features/cells.ts';
import { isMissing } from '../features/feature.ts';
import { TIERS, type Finding, type SeenValue, type Tier } from '../findings/finding.ts';
import { tierMayRead } from '../findings/tiers.ts';
import { cellOf, sourcesOf, type Gap, type RuleOutcome, type Subject } from './evaluate-rule.ts';
import { renderReason } from './reasons.ts';
import type { Rule } from './rule.ts';

export type Outcome = Exclude<RuleOutcome, { readonly result: 'miss' }>;

/** The finding that a rule's outcome makes; `counted` is the points until the family's discount is taken. */
export function makeFinding(rule: Rule, outcome: Outcome, subject: Subject): Finding {
  const { document } = rule;
  const points = outcome.result === 'hit' ? document.points : rule.unknownPoints;
  return {
    id: document.id,
    version: document.version,
    family: document.family,
    scope: document.appliesTo.scope,
    result: outcome.result,
    weight: document.weight,
    tier: document.tier,
    points,
    counted: points,
    ...(document.forces !== undefined && outcome.result === 'hit' ? { forces: document.forces } : {}),
    values: valuesOf(rule, subject),
    basis: document.legalBasis,
    reason: reasonsOf(rule, outcome, subject),
    sources: sourcesFor(rule, subject),
    runbook: document.runbook,
  };
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

function reasonsOf(rule: Rule, outcome: Outcome, subject: Subject): Finding['reason'] {
  const reasons: Partial<Record<Tier, string>> = {};
  for (const tier of TIERS) {
    const text = tierMayRead(tier, rule.document.tier) ? reasonFor(tier, rule, outcome, subject) : undefined;
    if (text !== undefined) reasons[tier] = text;
  }
  return reasons;
}

function reasonFor(tier: Tier, rule: Rule, outcome: Outcome, subject: Subject): string | undefined {
  switch (outcome.result) {
    case 'hit': {
      const template = rule.reasons[tier];
      return template === undefined ? undefined : renderReason(template, (name) => cellOf(shownRef(rule, name), subject));
    }
    case 'unknown':
      return undecided(tier, rule.document.title, outcome.gaps);
    case 'error':
      return tier === 'analyst' ? `Not decided (${rule.document.title}): the check failed: ${outcome.message}` : tier === 'inspector' ? `Not decided (${rule.document.title}): the check failed, a person must look.` : undefined;
  }
}

/** Why a check could not be made; a lower tier hears only of what it may know, and a trader nothing else. */
function undecided(tier: Tier, title: string, gaps: readonly Gap[]): string | undefined {
  if (tier === 'analyst') return `Not decided (${title}): ${[...new Set(gaps.map(({ ref, why }) => `${ref.feature.label}: ${why}`))].join('; ')}.`;
  const told = gaps.every(({ ref }) => tierMayRead(tier, ref.feature.tier));
  if (tier === 'trader') return told ? `Could not be checked: ${labels(gaps)}.` : undefined;
  return told ? `Not decided (${title}): not known: ${labels(gaps)}.` : `Not decided (${title}) on what is known.`;
}

const labels = (gaps: readonly Gap[]): string => [...new Set(gaps.map(({ ref }) => ref.feature.label))].join(', ');

function shownRef(rule: Rule, name: string): FeatureRef {
  const ref = [...rule.needs, ...rule.shows].find(({ feature }) => feature.name === name);
  if (ref === undefined) throw new RangeError(`rule ${rule.document.id} does not show ${name}`);
  return ref;
}
