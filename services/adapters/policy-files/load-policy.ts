import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { checkPolicy, compilePolicy } from '../../risk/policy/compile-policy.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import { celConditionCompiler } from '../cel/cel-condition-compiler.ts';
import { readPolicyFiles, type LocatedProblem } from './read-policy.ts';

/** What `tidewaiter rules check` answers. */
export interface RulesChecked {
  /** Every mistake with file (relative to the folder), line and cause; empty where the policy would be accepted. */
  readonly problems: readonly LocatedProblem[];
  readonly rules: number;
  readonly cases: number;
  /** The policy's hash, where it would be accepted. */
  readonly hash?: string;
}

/**
 * The policy of a folder (lanes.yaml, families.yaml, lists.yaml, rules/*.yaml), checked and compiled, every case run.
 * @throws TDW_POLICY_UNREADABLE, TDW_POLICY_REJECTED
 */
export function loadPolicy(folder: string): Policy {
  const files = readPolicyFiles(folder);
  const checked = checkPolicy(files.source, celConditionCompiler);
  if (checked.ok) return checked.policy;
  const listed = checked.problems.map(files.locate).map(({ file, line, cause }) => `${file}:${line}: ${cause}`);
  throw new TidewaiterError('TDW_POLICY_REJECTED', `The policy in ${folder} has ${listed.length} ${listed.length === 1 ? 'mistake' : 'mistakes'}:\n${listed.join('\n')}`);
}

/** The policy of a stored document: what a replay runs with. @throws PolicyRejected (TDW_POLICY_REJECTED) */
export function policyFromDocument(document: unknown): Policy {
  return compilePolicy(document, celConditionCompiler);
}

/** Checks the policy of a folder, or rules alone with the lanes, families and lists of `frame`, and runs every case, without using it. Never throws for what is wrong with the policy. */
export function rulesCheck(folder: string, frame?: string): RulesChecked {
  try {
    const files = readPolicyFiles(folder, frame);
    const checked = checkPolicy(files.source, celConditionCompiler);
    if (!checked.ok) return { problems: checked.problems.map(files.locate), rules: 0, cases: 0 };
    const { rules, hash } = checked.policy;
    return { problems: [], rules: rules.length, cases: rules.reduce((sum, { document }) => sum + document.cases.length, 0), hash };
  } catch (error) {
    if (!(error instanceof TidewaiterError) || error.code !== 'TDW_POLICY_UNREADABLE') throw error;
    return { problems: [{ file: error.place?.file ?? folder, line: error.place?.line ?? 1, cause: error.message }], rules: 0, cases: 0 };
  }
}
