import type { Scope, SeenValue, Tier } from '../../findings/finding.ts';
import type { DeclarationContext, ItemContext } from './context.ts';

/** The types a feature can have; the names are CEL's. */
export type FeatureType = 'double' | 'string' | 'bool' | 'list<string>';

export interface ValueOf {
  readonly double: number;
  readonly string: string;
  readonly bool: boolean;
  readonly 'list<string>': readonly string[];
}

/** No value, and why: in an analyst's words. Never stands for "nothing found": that is an empty list or `false`. */
export interface Missing {
  readonly missing: string;
}

export const missing = (why: string): Missing => ({ missing: why });

export const isMissing = (value: SeenValue | Missing): value is Missing =>
  typeof value === 'object' && 'missing' in value;

/** What a feature of a scope is computed from. */
export interface ContextOf {
  readonly item: ItemContext;
  readonly declaration: DeclarationContext;
}

/** How a feature is described: everything but its name, scope and type. */
export interface FeatureBody<S extends Scope, T extends FeatureType> {
  /** What it is called in a sentence: "net mass". */
  readonly label: string;
  /** What it says, with its unit and its source where there is one. */
  readonly doc: string;
  /** Lowest tier that may know its value. */
  readonly tier: Tier;
  /**
   * `stated`: rests only on fields that are there, so it can be read from a change set too.
   * `whole`: also takes a field's absence for an answer, so it is missing while only a change set is known.
   */
  readonly rests: 'stated' | 'whole';
  /** The value, or why there is none. Pure; a thrown error makes the rules that need it end as `error`. */
  of(context: ContextOf[S]): ValueOf[T] | Missing;
  /** Sources (with their version or age) that the value came from, besides the declaration. */
  from?(context: ContextOf[S]): readonly string[];
}

export interface Feature<S extends Scope = Scope, T extends FeatureType = FeatureType> extends FeatureBody<S, T> {
  /** "item.netMass": the name rules know it by. */
  readonly name: string;
  readonly scope: S;
  readonly type: T;
}

/** A feature of one goods item. */
export const itemFeature = <T extends FeatureType>(
  name: `item.${string}`,
  type: T,
  body: FeatureBody<'item', T>,
): Feature<'item'> => ({ name, type, scope: 'item', ...body });

/** A feature of the declaration as a whole; rules about an item may read it too. */
export const declarationFeature = <T extends FeatureType>(
  name: `declaration.${string}`,
  type: T,
  body: FeatureBody<'declaration', T>,
): Feature<'declaration'> => ({ name, type, scope: 'declaration', ...body });
