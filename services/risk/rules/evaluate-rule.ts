import type { FeatureRef } from '../features/catalogue.ts';
import { type Cell, type Failed, type FeatureCells, isFailed } from '../features/definition/cells.ts';
import { isMissing, type Missing } from '../features/definition/feature.ts';
import type { SeenValue } from '../findings/finding.ts';
import type { Rule } from './rule.ts';

/** What a rule is evaluated on: the declaration's features, and an item's where the rule is about an item. */
export interface Subject {
  readonly declaration: FeatureCells<'declaration'>;
  readonly item: FeatureCells<'item'> | undefined;
}

/** A needed feature that has no value. */
export interface Gap {
  readonly ref: FeatureRef;
  readonly why: string;
}

export type RuleResult =
  | { readonly result: 'hit'; readonly points: number }
  | { readonly result: 'miss' }
  | { readonly result: 'unknown'; readonly gaps: readonly Gap[] }
  | { readonly result: 'error'; readonly message: string };

const MISS: RuleResult = { result: 'miss' };

/**
 * Says whether a rule hits. A missing feature makes it `unknown` before the condition is tried; a failure makes it `error`.
 * @param values a list to put the rule's values into, for a caller with many rules: each would leave one behind. Conditions keep none of it.
 */
export function evaluateRule(rule: Rule, subject: Subject, values: SeenValue[] = []): RuleResult {
  const { needs } = rule;
  for (let index = 0; index < needs.length; index += 1) {
    const ref = needs[index] as FeatureRef;
    const cell = cellOf(ref, subject);
    if (typeof cell !== 'object' || isList(cell)) values[index] = cell;
    else if (isFailed(cell)) return { result: 'error', message: `${ref.feature.name}: ${cell.failed}` };
    else return { result: 'unknown', gaps: gapsOf(rule, subject) };
  }
  return evaluateOn(rule, values);
}

const isList = (cell: Cell): cell is readonly string[] => Array.isArray(cell);

/** The condition on values that are all there; more than the rule needs are not looked at. */
export function evaluateOn(rule: Rule, values: readonly SeenValue[]): RuleResult {
  try {
    return rule.condition.holds(values) ? { result: 'hit', points: pointsOf(rule, values) } : MISS;
  } catch (error) {
    return { result: 'error', message: error instanceof Error ? error.message : String(error) };
  }
}

/** A rule's own points and those of every characteristic that the values have. */
function pointsOf({ document, adds }: Rule, values: readonly SeenValue[]): number {
  let sum = document.points;
  for (const { condition, points } of adds) if (condition.holds(values)) sum += points;
  return sum;
}

/** The value of a feature for a subject. */
export function cellOf(ref: FeatureRef, subject: Subject): Cell {
  if (ref.scope === 'declaration') return subject.declaration.at(ref.index);
  return subject.item === undefined ? ({ failed: 'asked of no item' } satisfies Failed) : subject.item.at(ref.index);
}

/** Sources of a feature's value, besides the declaration. */
export function sourcesOf(ref: FeatureRef, subject: Subject): readonly string[] {
  return (ref.scope === 'declaration' ? subject.declaration : subject.item)?.sources(ref.index) ?? [];
}

function gapsOf(rule: Rule, subject: Subject): Gap[] {
  return rule.needs.flatMap((ref) => {
    const cell = cellOf(ref, subject);
    return typeof cell === 'object' && !isFailed(cell) && isMissing(cell)
      ? [{ ref, why: (cell satisfies Missing).missing }]
      : [];
  });
}
