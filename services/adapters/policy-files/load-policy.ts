import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { checkPolicy, checkPolicyByRule, compilePolicy, reopenPolicy } from '../../risk/policy/compile-policy.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import { PolicyRejected } from '../../risk/policy/policy-problems.ts';
import { celConditionCompiler } from '../cel/cel-condition-compiler.ts';
import { inTurns } from '../turns/in-turns.ts';
import type { AcceptedPolicies } from './accepted-policies.ts';
import { type LocatedProblem, parsePolicyTexts, readPolicyTexts } from './read-policy.ts';

/** What `tidewaiter rules check` answers. */
export interface RulesChecked {
  /** Every mistake with file (relative to the folder), line and cause; empty where the policy would be accepted. */
  readonly problems: readonly LocatedProblem[];
  /** What could be said better, and is accepted all the same: "item.tellingWords is now item.salientWords". */
  readonly notes: readonly LocatedProblem[];
  readonly rules: number;
  readonly cases: number;
  /** The policy's hash, where it would be accepted. */
  readonly hash?: string;
}

/**
 * The policy of a folder (lanes.yaml, families.yaml, lists.yaml, rules/*.yaml), checked and compiled, every case run: now, or before by this
 * very program on these very files.
 * @param accepted policies that this program found right before
 * @throws TDW_POLICY_UNREADABLE, TDW_POLICY_REJECTED
 */
export function loadPolicy(folder: string, accepted?: AcceptedPolicies): Policy {
  const texts = readPolicyTexts(folder);
  const known = accepted?.find(texts);
  if (known !== undefined) return reopenPolicy(known, celConditionCompiler);
  const files = parsePolicyTexts(texts);
  const checked = checkPolicy(files.source, celConditionCompiler);
  if (checked.ok) {
    accepted?.keep(texts, checked.policy);
    return checked.policy;
  }
  const listed = checked.problems.map(files.locate).map(({ file, line, cause }) => `${file}:${line}: ${cause}`);
  throw new TidewaiterError(
    'TDW_POLICY_REJECTED',
    `The policy in ${folder} has ${listed.length} ${listed.length === 1 ? 'mistake' : 'mistakes'}:\n${listed.join('\n')}`,
  );
}

/** The policy of a stored document: what a replay runs with. @throws PolicyRejected (TDW_POLICY_REJECTED) */
export function policyFromDocument(document: unknown): Policy {
  return compilePolicy(document, celConditionCompiler);
}

/** The same beside other work, which has its turn between two rules: checked with all their cases they take a tenth of a second. */
export async function policyFromDocumentInTurns(document: unknown): Promise<Policy> {
  const checked = await inTurns(checkPolicyByRule(document, celConditionCompiler));
  if (!checked.ok) throw new PolicyRejected(checked.problems);
  return checked.policy;
}

/** Checks the policy of a folder, or rules alone with the lanes, families and lists of `frame`, and runs every case, without using it. Never throws for what is wrong with the policy. */
export function rulesCheck(folder: string, frame?: string): RulesChecked {
  try {
    const files = parsePolicyTexts(readPolicyTexts(folder, frame));
    const checked = checkPolicy(files.source, celConditionCompiler);
    if (!checked.ok) return { problems: checked.problems.map(files.locate), notes: [], rules: 0, cases: 0 };
    const { rules, hash } = checked.policy;
    return {
      problems: [],
      notes: checked.notes.map(files.locate),
      rules: rules.length,
      cases: rules.reduce((sum, { document }) => sum + document.cases.length, 0),
      hash,
    };
  } catch (error) {
    if (!(error instanceof TidewaiterError) || error.code !== 'TDW_POLICY_UNREADABLE') throw error;
    return {
      problems: [{ file: error.location?.file ?? folder, line: error.location?.line ?? 1, cause: error.message }],
      notes: [],
      rules: 0,
      cases: 0,
    };
  }
}
