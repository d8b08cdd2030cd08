import { assess as judge } from '../../risk/assess/assess.ts';
import type { Assessment } from '../../risk/assess/assessment.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import { ok, type Step } from '../flow/step.ts';
import type { Gathered } from './gather.ts';

export interface Assessed extends Gathered {
  readonly assessment: Assessment;
}

/** The decision: a pure function of the facts and the policy. */
export function createAssessStep(deps: { readonly policy: Policy }): Step<Gathered, Assessed> {
  return function assess(entries) {
    return entries.map((entry) => ok({ ...entry, assessment: judge(entry.facts, deps.policy) }));
  };
}
