import type { ZodError } from 'zod';
import { constant } from '../assess/constant.ts';
import type { EventType } from '../declaration/declaration-event.ts';
import type { Direction } from '../declaration/direction.ts';
import type { Scope } from '../findings/finding.ts';
import { compileRule } from '../rules/compile-rule.ts';
import type { ConditionCompiler } from '../rules/condition.ts';
import { appliesToDirection, concerns, type Rule } from '../rules/rule.ts';
import { runCases } from '../rules/run-cases.ts';
import { checkConsistency } from './check-consistency.ts';
import { policyDocument, type PolicyDocument } from './policy-document.ts';
import { policyHash } from './policy-hash.ts';
import { PolicyRejected } from './policy-rejected.ts';
import type { Policy, SelectedRule, SelectedRules } from './policy.ts';
import { problem, type PolicyProblem } from './problem.ts';

export type PolicyChecked = { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/**
 * Compiles a policy from its document alone, as written or as stored.
 * @throws PolicyRejected (TDW_POLICY_REJECTED) with everything that is wrong with it
 */
export function compilePolicy(document: unknown, compiler: ConditionCompiler): Policy {
  const checked = checkPolicy(document, compiler);
  if (!checked.ok) throw new PolicyRejected(checked.problems);
  return checked.policy;
}

/** Like `compilePolicy`, with the mistakes as an answer. Every case of every rule is run. */
export function checkPolicy(source: unknown, compiler: ConditionCompiler): PolicyChecked {
  const parsed = policyDocument.safeParse(source);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(problemsOfIssue) };
  const document = parsed.data;
  const compiled = document.rules.map((rule) => compileRule(rule, compiler, document));
  const problems = [...checkConsistency(document), ...compiled.flatMap((one, index) => ruleProblems(one, index))];
  if (problems.length > 0) return { ok: false, problems };
  const rules = compiled.flatMap((one) => ('rule' in one ? [one.rule] : []));
  return { ok: true, policy: makePolicy(document, rules) };
}

function ruleProblems(compiled: ReturnType<typeof compileRule>, index: number): PolicyProblem[] {
  const found = 'rule' in compiled ? runCases(compiled.rule) : compiled.problems;
  return found.map(({ path, cause }) => problem(['rules', index, ...path], cause));
}

function makePolicy(document: PolicyDocument, rules: readonly Rule[]): Policy {
  const byId = new Map(rules.map((rule) => [rule.document.id, rule]));
  const ordered = [...byId.values()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const selections = new Map<string, SelectedRules>();
  return {
    hash: policyHash(document),
    document,
    rules: ordered,
    ruleNamed: (id) => byId.get(id),
    rulesFor: (scope, eventType, direction) => {
      const key = `${scope} ${eventType} ${direction ?? ''}`;
      const known = selections.get(key);
      if (known !== undefined) return known;
      const chosen = selectRules(ordered, scope, eventType, direction);
      const selected = { rules: chosen, ids: constant(chosen.map(({ rule }) => rule.document.id)) };
      selections.set(key, selected);
      return selected;
    },
  };
}

function selectRules(rules: readonly Rule[], scope: Scope, eventType: EventType, direction: Direction | undefined): readonly SelectedRule[] {
  return rules.flatMap((rule) => {
    if (rule.document.appliesTo.scope !== scope || !concerns(rule, eventType)) return [];
    const applies = appliesToDirection(rule, direction);
    return applies === 'no' ? [] : [{ rule, applies }];
  });
}

/** Each named by its field: an unknown one stands where it is written, a missing one where it should be. */
function problemsOfIssue(issue: ZodError['issues'][number]): PolicyProblem[] {
  const path = issue.path.map(pathPart);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => problem([...path, key], `there is no field "${key}"`));
  const fields = path[0] === 'rules' ? path.slice(2) : path.slice(1);
  const said = issue.message.endsWith('received undefined') ? 'is missing' : issue.message;
  return [problem(path, fields.length === 0 ? said : `${fields.join('.')}: ${said}`)];
}

const pathPart = (part: PropertyKey): string | number => (typeof part === 'symbol' ? part.toString() : part);
