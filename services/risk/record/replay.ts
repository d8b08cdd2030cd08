import { assess, ENGINE } from '../assess/assess.ts';
import { explained } from '../audience/reason.ts';
import type { Facts } from '../facts/facts.ts';
import { canonicalJson } from '../json/canonical.ts';
import type { Assessment } from '../messages/assessment.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Policy } from '../policy/policy.ts';
import type { ConditionCompiler } from '../rules/condition.ts';

export type ReplayResult = { readonly equal: true } | { readonly equal: false; readonly firstDifference: Difference };

/** What was recorded of a decision. */
export interface RecordedDecision {
  readonly facts: Facts;
  /** The assessment as it was made (`readAssessment`), without what the record adds to it. */
  readonly assessment: Assessment;
}

/**
 * Makes a recorded decision again from its facts and the stored policy, and compares the canonical bytes of the two assessments, reasons
 * in words and all.
 * @throws PolicyRejected (TDW_POLICY_REJECTED) where the stored document no longer compiles
 */
export function replay(recorded: RecordedDecision, policyDocument: unknown, compiler: ConditionCompiler): ReplayResult {
  return replayWith(recorded, compilePolicy(policyDocument, compiler));
}

/** The same with a policy that is compiled already: for many decisions that were made with it. */
export function replayWith({ facts, assessment }: RecordedDecision, policy: Policy): ReplayResult {
  const expected = canonicalJson(byThisEngine(explained(assessment, policy)));
  const actual = canonicalJson(explained(assess(facts, policy), policy));
  const difference = firstDifference(expected, actual);
  return difference === undefined ? { equal: true } : { equal: false, firstDifference: difference };
}

/** Which engine judged is not compared: what a later one judges alike has been replayed. */
function byThisEngine(assessment: Assessment): Assessment {
  return { ...assessment, versions: { ...assessment.versions, engine: ENGINE } };
}

/** Where two canonical texts begin to differ. */
export interface Difference {
  /** First byte (UTF-8) that differs, from 0. */
  readonly offset: number;
  /** The texts from there on, shortened. */
  readonly expected: string;
  readonly actual: string;
  /** The member that differs: "items[0].findings[2].points"; "" where the texts themselves do. */
  readonly path: string;
}

const SHOWN = 60;

/** The first difference of two canonical JSON texts, or undefined where they are the same to the last byte. */
export function firstDifference(expected: string, actual: string): Difference | undefined {
  if (expected === actual) return undefined;
  let index = 0;
  while (index < expected.length && expected[index] === actual[index]) index += 1;
  return {
    offset: Buffer.byteLength(expected.slice(0, index), 'utf8'),
    expected: expected.slice(index, index + SHOWN),
    actual: actual.slice(index, index + SHOWN),
    path: differingPath(JSON.parse(expected), JSON.parse(actual)) ?? '',
  };
}

/** Path of the first member (in canonical order) that differs; undefined where the values are equal. */
function differingPath(a: unknown, b: unknown, path = ''): string | undefined {
  if (Object.is(a, b)) return undefined;
  if (
    typeof a !== 'object' ||
    typeof b !== 'object' ||
    a === null ||
    b === null ||
    Array.isArray(a) !== Array.isArray(b)
  )
    return path;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  for (const key of [...new Set([...Object.keys(left), ...Object.keys(right)])].sort()) {
    const inner = Array.isArray(a) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const found = differingPath(left[key], right[key], inner);
    if (found !== undefined) return found;
  }
  return undefined;
}
