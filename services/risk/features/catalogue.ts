import type { Scope } from '../findings/finding.ts';
import type { Feature } from './feature.ts';
import { codeFeatures } from './item/code.ts';
import { massFeatures } from './item/mass.ts';
import { movementFeatures } from './declaration/movement.ts';

/** Every feature of a goods item that rules may name. */
export const ITEM_FEATURES: readonly Feature<'item'>[] = [...codeFeatures, ...massFeatures];

/** Every feature of a declaration that rules may name. */
export const DECLARATION_FEATURES: readonly Feature<'declaration'>[] = [...movementFeatures];

/** Where a feature stands: its scope and its place in that scope's list. */
export interface FeatureRef {
  readonly scope: Scope;
  readonly index: number;
  readonly feature: Feature;
}

const refs = (features: readonly Feature[]): [string, FeatureRef][] => features.map((feature, index) => [feature.name, { scope: feature.scope, index, feature }]);
const BY_NAME: ReadonlyMap<string, FeatureRef> = new Map([...refs(ITEM_FEATURES), ...refs(DECLARATION_FEATURES)]);

/** The feature of a name ("item.netMass"), or undefined where there is none. */
export const featureNamed = (name: string): FeatureRef | undefined => BY_NAME.get(name);

export const FEATURE_NAMES: readonly string[] = [...BY_NAME.keys()];
