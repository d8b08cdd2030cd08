import type { Settings } from '../../../config/settings.ts';
import { programHash } from '../../adapters/config/program-hash.ts';
import { createAcceptedPolicies } from '../../adapters/policy-files/accepted-policies.ts';
import { loadPolicy } from '../../adapters/policy-files/load-policy.ts';
import type { Policy } from '../../risk/policy/policy.ts';

/** The policy that the settings name; what this program has found right before is not checked again. @throws as loadPolicy */
export function composePolicy({ policyDir, dataDir }: Pick<Settings, 'policyDir' | 'dataDir'>): Policy {
  const program = programHash();
  return loadPolicy(policyDir, program === undefined ? undefined : createAcceptedPolicies(dataDir, program));
}
