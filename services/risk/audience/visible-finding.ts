import { featureNamed } from '../features/catalogue.ts';
import { type Finding, type FindingResult, type SeenValue, tierMayRead } from '../findings/finding.ts';
import type { ReferralFinding } from '../messages/referral.ts';
import type { Policy } from '../policy/policy.ts';
import { reasonFor } from './reason.ts';

/** A finding in an inspector's words, with nothing of the analyst tier in it. */
export type InspectorFinding = ReferralFinding;

/** A finding in words that the trader may read: no points, no weight, no threshold. */
export interface TraderFinding {
  readonly id: string;
  readonly version: string;
  readonly family: string;
  readonly result: FindingResult;
  readonly values: Readonly<Record<string, SeenValue>>;
  readonly basis: string;
  readonly reason: string;
}

/** The finding as an inspector may know it; undefined where it is for analysts alone. Field by field, so that a new field is told to nobody until it stands here. */
export function inspectorFinding(finding: Finding, policy: Policy): InspectorFinding | undefined {
  const reason = tierMayRead('inspector', finding.tier) ? reasonFor('inspector', finding, policy) : undefined;
  if (reason === undefined) return undefined;
  const { id, version, family, result, weight, points, forces, basis, runbook } = finding;
  return {
    id,
    version,
    family,
    result,
    weight,
    points,
    ...(forces === undefined ? {} : { forces }),
    values: valuesFor('inspector', finding.values),
    basis,
    reason,
    ...(runbook === undefined ? {} : { runbook }),
  };
}

/** The finding as the trader may know it; undefined where it is not for the trader. */
export function traderFinding(finding: Finding, policy: Policy): TraderFinding | undefined {
  const reason = tierMayRead('trader', finding.tier) ? reasonFor('trader', finding, policy) : undefined;
  if (reason === undefined) return undefined;
  const { id, version, family, result, basis } = finding;
  return { id, version, family, result, values: valuesFor('trader', finding.values), basis, reason };
}

/** Values of features that the tier may know; a feature that no longer exists is told to nobody below the analyst. */
function valuesFor(tier: 'inspector' | 'trader', values: Finding['values']): Record<string, SeenValue> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => {
      const feature = featureNamed(name)?.feature;
      return feature !== undefined && tierMayRead(tier, feature.tier);
    }),
  );
}
