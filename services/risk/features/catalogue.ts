import type { Scope } from '../findings/finding.ts';
import { businessFeatures } from './declaration/business.ts';
import { formalityFeatures } from './declaration/formality.ts';
import { historyFeatures } from './declaration/history.ts';
import { movementFeatures } from './declaration/movement.ts';
import { partyFeatures } from './declaration/party.ts';
import { recordFeatures } from './declaration/record.ts';
import { routeFeatures } from './declaration/route.ts';
import { totalFeatures } from './declaration/total.ts';
import type { Feature } from './definition/feature.ts';
import { anomalyModelFeatures } from './item/anomaly-model.ts';
import { belowZeroFeatures } from './item/below-zero.ts';
import { classificationModelFeatures } from './item/classification-model.ts';
import { codeFeatures } from './item/code.ts';
import { conditionFeatures } from './item/condition.ts';
import { controlFeatures } from './item/control.ts';
import { countedFeatures } from './item/counted.ts';
import { descriptionFeatures } from './item/description.ts';
import { embargoFeatures } from './item/embargo.ts';
import { licenceFeatures } from './item/licence.ts';
import { massFeatures } from './item/mass.ts';
import { originDutyFeatures } from './item/origin-duty.ts';
import { originSignFeatures } from './item/origin-signs.ts';
import { procedureFeatures } from './item/procedure.ts';
import { recipientFeatures } from './item/recipient.ts';
import { supplementaryUnitFeatures } from './item/supplementary-unit.ts';
import { usualValueFeatures } from './item/usual-value.ts';
import { valueFeatures } from './item/value.ts';
import { RENAMED_FEATURES } from './renamed.ts';

/** Every feature of a goods item that rules may name. */
export const ITEM_FEATURES: readonly Feature<'item'>[] = [
  ...codeFeatures,
  ...supplementaryUnitFeatures,
  ...massFeatures,
  ...belowZeroFeatures,
  ...valueFeatures,
  ...usualValueFeatures,
  ...anomalyModelFeatures,
  ...classificationModelFeatures,
  ...controlFeatures,
  ...embargoFeatures,
  ...licenceFeatures,
  ...descriptionFeatures,
  ...conditionFeatures,
  ...countedFeatures,
  ...procedureFeatures,
  ...recipientFeatures,
  ...originSignFeatures,
  ...originDutyFeatures,
];

/** Every feature of a declaration that rules may name. */
export const DECLARATION_FEATURES: readonly Feature<'declaration'>[] = [
  ...movementFeatures,
  ...recordFeatures,
  ...partyFeatures,
  ...businessFeatures,
  ...routeFeatures,
  ...historyFeatures,
  ...totalFeatures,
  ...formalityFeatures,
];

/** Where a feature stands: its scope and its place in that scope's list. */
export interface FeatureRef {
  readonly scope: Scope;
  readonly index: number;
  readonly feature: Feature;
}

const refs = (features: readonly Feature[]): [string, FeatureRef][] =>
  features.map((feature, index) => [feature.name, { scope: feature.scope, index, feature }]);
const BY_NAME: ReadonlyMap<string, FeatureRef> = new Map([...refs(ITEM_FEATURES), ...refs(DECLARATION_FEATURES)]);

/** Under the names that they had before, and by those names. */
const BY_FORMER_NAME: ReadonlyMap<string, FeatureRef> = new Map(
  [...RENAMED_FEATURES].flatMap(([before, now]) => {
    const ref = BY_NAME.get(now);
    return ref === undefined ? [] : [[before, { ...ref, feature: { ...ref.feature, name: before } }] as const];
  }),
);

/** The feature of a name ("item.netMass") that it has or had before, by the name that is asked for; undefined where there is none. */
export const featureNamed = (name: string): FeatureRef | undefined => BY_NAME.get(name) ?? BY_FORMER_NAME.get(name);

export const FEATURE_NAMES: readonly string[] = [...BY_NAME.keys()];
