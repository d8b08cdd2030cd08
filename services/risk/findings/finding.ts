import type { Lane } from '../lanes/lane.ts';
/** Who may read: each tier also reads what the tiers after it may. */
export type Tier = 'analyst' | 'inspector' | 'trader';
export const TIERS = ['analyst', 'inspector', 'trader'] as const satisfies readonly Tier[];

export type FindingResult = 'hit' | 'miss' | 'unknown' | 'error';
export type Weight = 'required' | 'advisory';
export type Scope = 'item' | 'declaration';

/** A value as a finding shows it: what was seen in the declaration or in the facts. */
export type SeenValue = string | number | boolean | readonly string[];

/** What one check said about one goods item or one declaration: the only thing that carries points. */
export interface Finding {
  /** Id of the rule or of the model that made it. */
  readonly id: string;
  readonly version: string;
  readonly family: string;
  readonly scope: Scope;
  readonly result: FindingResult;
  readonly weight: Weight;
  /** Lowest tier that may know of this finding at all. */
  readonly tier: Tier;
  /** Weight of evidence before correlated findings are discounted; whole number, 20 points double the odds. */
  readonly points: number;
  /** The share of the points that counts in the score, after the family's discount; whole number. */
  readonly counted: number;
  /** The lane that this finding forces at least, where policy makes it mandatory. */
  readonly forces?: Lane;
  /** The values seen, by feature name. */
  readonly values: Readonly<Record<string, SeenValue>>;
  /** Legal or statistical basis. */
  readonly basis: string;
  /** Needed features without a value, by name, and why: of a check that could not be made. */
  readonly gaps?: Readonly<Record<string, string>>;
  /** What went wrong in a check that failed. */
  readonly failure?: string;
  /** The reason in the words of each tier that may read it; only on records that hold their texts, else `reasonFor` renders it. */
  readonly reason?: Readonly<Partial<Record<Tier, string>>>;
  /** Which facts the values came from: source and its version or age. */
  readonly sources: readonly string[];
  /** What the inspector should do, where the rule says so. */
  readonly runbook?: string;
}

/** A finding with its reason in the words of every tier that may read it. */
export interface ExplainedFinding extends Finding {
  readonly reason: Readonly<Partial<Record<Tier, string>>>;
}

/** Whether a reader of tier `reader` may read what is marked as for `lowest` and the tiers above it. */
export const tierMayRead = (reader: Tier, lowest: Tier): boolean => TIERS.indexOf(reader) <= TIERS.indexOf(lowest);
