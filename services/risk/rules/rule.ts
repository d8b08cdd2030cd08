import type { EventType } from '../declaration/declaration-event.ts';
import type { Direction } from '../declaration/direction.ts';
import type { FeatureRef } from '../features/catalogue.ts';
import type { Tier } from '../findings/finding.ts';
import type { Condition } from './condition.ts';
import type { ReasonTemplate } from './reasons.ts';
import type { RuleDocument } from './rule-document.ts';

/** A rule that was checked and compiled. */
export interface Rule {
  readonly document: RuleDocument;
  /** In the order in which the condition takes their values. */
  readonly needs: readonly FeatureRef[];
  /** Shown with a finding where they have a value; they decide nothing. */
  readonly shows: readonly FeatureRef[];
  readonly condition: Condition;
  /** What adds to the points of a hit, each by itself. */
  readonly adds: readonly AddedPoints[];
  readonly reasons: Readonly<Partial<Record<Tier, ReasonTemplate>>>;
  /** Points of a finding that could not be decided. */
  readonly unknownPoints: number;
}

export interface AddedPoints {
  /** On the same values as the rule's own condition. */
  readonly condition: Condition;
  readonly points: number;
}

/** Whether a rule is about this kind of event at all. */
export const concerns = (rule: Rule, eventType: EventType): boolean =>
  rule.document.appliesTo.events.includes(eventType);

/** `yes`, `no`, or `undecidable` where the rule is about one direction and the declaration's is not known. */
export function appliesToDirection(rule: Rule, direction: Direction | undefined): 'yes' | 'no' | 'undecidable' {
  const directions = rule.document.appliesTo.direction;
  if (direction !== undefined) return directions.includes(direction) ? 'yes' : 'no';
  return directions.includes('import') && directions.includes('export') ? 'yes' : 'undecidable';
}
