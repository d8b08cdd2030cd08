import type { Settings } from '../../../config/settings.ts';
import { programHash } from '../../adapters/config/program-hash.ts';
import { createAcceptedPolicies } from '../../adapters/policy-files/accepted-policies.ts';
import { loadPolicy } from '../../adapters/policy-files/load-policy.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Policy } from '../../risk/policy/policy.ts';

/** What is wrong with the policy that is set does not matter where another part or another policy is what counts. */
export function policyOrNothing(compose: () => Policy): Policy | undefined {
  try {
    return compose();
  } catch (error) {
    if (error instanceof TidewaiterError) return undefined;
    throw error;
  }
}

/** The policy that the settings name; what this program has found right before is not checked again. @throws as loadPolicy */
export function composePolicy({ policyDir, dataDir }: Pick<Settings, 'policyDir' | 'dataDir'>): Policy {
  const program = programHash();
  return loadPolicy(policyDir, program === undefined ? undefined : createAcceptedPolicies(dataDir, program));
}
