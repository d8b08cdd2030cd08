import type { Facts } from '../facts/facts.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Policy } from '../policy/policy.ts';
import type { ConditionCompiler } from '../rules/condition.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import { canonicalJson } from './canonical.ts';
import { type Difference, firstDifference } from './first-difference.ts';

export type Replayed = { readonly equal: true } | { readonly equal: false; readonly firstDifference: Difference };

/** What was recorded of a decision. */
export interface RecordedDecision {
  readonly facts: Facts;
  /** The assessment as it was made, without what the record adds to it. */
  readonly assessment: Assessment;
}

/**
 * Makes a recorded decision again from its facts and the stored policy, and compares the canonical bytes of the two assessments.
 * @throws PolicyRejected (TDW_POLICY_REJECTED) where the stored document no longer compiles
 */
export function replay(recorded: RecordedDecision, policyDocument: unknown, compiler: ConditionCompiler): Replayed {
  return replayWith(recorded, compilePolicy(policyDocument, compiler));
}

/** The same with a policy that is compiled already: for many decisions that were made with it. */
export function replayWith({ facts, assessment }: RecordedDecision, policy: Policy): Replayed {
  const expected = canonicalJson(assessment);
  const actual = canonicalJson(assess(facts, policy));
  const difference = firstDifference(expected, actual);
  return difference === undefined ? { equal: true } : { equal: false, firstDifference: difference };
}
