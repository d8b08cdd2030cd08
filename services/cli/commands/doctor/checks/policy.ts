import type { Settings } from '../../../../../config/settings.ts';
import { rulesCheck } from '../../../../adapters/policy-files/load-policy.ts';
import { type Check, failure, fine } from './check.ts';

/** Whether the policy compiles and all its cases hold. */
export function policyCheck({ policyDir }: Settings): Check {
  return {
    name: 'policy',
    examine: () => {
      const { problems, rules, cases, hash } = rulesCheck(policyDir);
      const [first] = problems;
      if (first === undefined) return Promise.resolve(fine(`${rules} rules, ${cases} cases, ${hash?.slice(0, 12)}`));
      return Promise.resolve(
        failure(
          `${problems.length} mistakes, the first in ${first.file}:${first.line}: ${first.cause}`,
          'Run `tidewaiter rules check` and correct them.',
        ),
      );
    },
  };
}
