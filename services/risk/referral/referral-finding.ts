import type { InspectorFinding } from '../assess/view/told-finding.ts';
import type { ReferralFinding } from './referral.ts';

/** Field by field: what a referral's finding holds is decided here. */
export function referralFinding({
  id,
  version,
  family,
  result,
  required,
  points,
  forces,
  values,
  basis,
  reason,
  runbook,
}: InspectorFinding): ReferralFinding {
  return {
    id,
    version,
    family,
    result,
    weight: required ? 'required' : 'advisory',
    points,
    ...(forces === undefined ? {} : { forces }),
    values,
    basis,
    reason,
    ...(runbook === undefined ? {} : { runbook }),
  };
}
