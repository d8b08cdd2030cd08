import type { FeatureType } from '../features/definition/feature.ts';
import type { SeenValue } from '../findings/finding.ts';

/** A name that a condition may read, and its type. */
export interface ConditionVariable {
  /** "item.netMass", or the plain name of a list. */
  readonly name: string;
  readonly type: FeatureType;
}

export interface ConditionSource {
  readonly expression: string;
  /** All it may read; their order is the order of the values given on evaluation. */
  readonly variables: readonly ConditionVariable[];
  /** Named lists of the rule itself and of the policy around it, constant. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

export interface Condition {
  /** Names among the variables that the expression reads. */
  readonly reads: ReadonlySet<string>;
  /**
   * Whether the condition holds for the values, given in the order of the variables; the list is not kept, and what it holds beyond them is not looked at.
   * @throws where the expression fails on these values
   */
  holds(values: readonly SeenValue[]): boolean;
}

export type ConditionCompiled =
  { readonly ok: true; readonly condition: Condition } | { readonly ok: false; readonly problems: readonly string[] };

/** Compiles and type-checks the condition of a rule. Pure: the same source always gives a condition that says the same. */
export interface ConditionCompiler {
  compile(source: ConditionSource): ConditionCompiled;
}
