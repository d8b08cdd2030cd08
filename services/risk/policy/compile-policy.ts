import type { EventType } from '../declaration/declaration-event.ts';
import type { Direction } from '../declaration/direction.ts';
import type { Scope } from '../findings/finding.ts';
import { canonicalJson, sha256Hex } from '../json/canonical.ts';
import { compileRule, formerNames, reopenRule } from '../rules/compile-rule.ts';
import type { ConditionCompiler } from '../rules/condition.ts';
import { appliesToDirection, concerns, type Rule } from '../rules/rule.ts';
import { type PolicyProblem, problem } from '../rules/rule-document.ts';
import { runCases } from '../rules/run-cases.ts';
import type { Policy, SelectedRule, SelectedRules } from './policy.ts';
import { type PolicyDocument, policyDocument } from './policy-document.ts';
import { PolicyRejected, problemsOfIssue } from './policy-problems.ts';

export type PolicyChecked =
  | {
      readonly ok: true;
      readonly policy: Policy;
      /** What could be said better, and is accepted all the same: names that features had before. */
      readonly notes: readonly PolicyProblem[];
    }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

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
  const checking = checkPolicyByRule(source, compiler);
  let step = checking.next();
  while (!step.done) step = checking.next();
  return step.value;
}

/** The same with a pause after each rule, for whoever has other work to let through meanwhile. */
export function* checkPolicyByRule(
  source: unknown,
  compiler: ConditionCompiler,
): Generator<undefined, PolicyChecked, undefined> {
  const parsed = policyDocument.safeParse(source);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(problemsOfIssue) };
  const document = parsed.data;
  const [rules, problems]: [Rule[], PolicyProblem[]] = [[], [...checkConsistency(document)]];
  for (const [index, rule] of document.rules.entries()) {
    const compiled = compileRule(rule, compiler, document);
    problems.push(...ruleProblems(compiled, index));
    if ('rule' in compiled) rules.push(compiled.rule);
    yield;
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    policy: makePolicy(policyHash(document), document, rules),
    notes: document.rules.flatMap((rule, index) => ofRule(formerNames(rule), index)),
  };
}

/**
 * A policy out of one that this release has checked before: nothing is checked again, and a condition is compiled when it is first asked.
 * Whoever calls it answers for document and hash being that policy's.
 */
export function reopenPolicy(
  { hash, document }: Pick<Policy, 'hash' | 'document'>,
  compiler: ConditionCompiler,
): Policy {
  return makePolicy(
    hash,
    document,
    document.rules.map((rule) => reopenRule(rule, compiler, document)),
  );
}

function ruleProblems(compiled: ReturnType<typeof compileRule>, index: number): PolicyProblem[] {
  const found = 'rule' in compiled ? runCases(compiled.rule) : compiled.problems;
  return ofRule(found, index);
}

/** Problems of a rule as those of its policy. */
const ofRule = (problems: readonly PolicyProblem[], index: number): PolicyProblem[] =>
  problems.map(({ path, cause }) => problem(['rules', index, ...path], cause));

function makePolicy(hash: string, document: PolicyDocument, rules: readonly Rule[]): Policy {
  const byId = new Map(rules.map((rule) => [rule.document.id, rule]));
  const ordered = [...byId.values()].sort((a, b) => (a.document.id < b.document.id ? -1 : 1));
  const selections = new Map<string, SelectedRules>();
  return {
    hash,
    document,
    rules: ordered,
    ruleNamed: (id) => byId.get(id),
    rulesFor: (scope, eventType, direction) => {
      const key = `${scope} ${eventType} ${direction ?? ''}`;
      const known = selections.get(key);
      if (known !== undefined) return known;
      const chosen = selectRules(ordered, scope, eventType, direction);
      const selected = { rules: chosen, ids: Object.freeze(chosen.map(({ rule }) => rule.document.id)) };
      selections.set(key, selected);
      return selected;
    },
  };
}

function selectRules(
  rules: readonly Rule[],
  scope: Scope,
  eventType: EventType,
  direction: Direction | undefined,
): readonly SelectedRule[] {
  return rules.flatMap((rule) => {
    if (rule.document.appliesTo.scope !== scope || !concerns(rule, eventType)) return [];
    const applies = appliesToDirection(rule, direction);
    return applies === 'no' ? [] : [{ rule, applies }];
  });
}

/** What is wrong between the parts of a policy, each of which is well formed. */
export function checkConsistency({ lanes, families, lists = {}, rules }: PolicyDocument): readonly PolicyProblem[] {
  const { red, yellow, blue } = lanes.thresholds;
  return [
    ...(red > yellow && yellow > blue
      ? []
      : [problem(['lanes', 'thresholds'], 'red must begin above yellow, and yellow above blue')]),
    ...rules.flatMap(({ id, family, lists: own }, index) => [
      ...(family in families
        ? []
        : [problem(['rules', index, 'family'], `there is no family "${family}" in families.yaml`)]),
      ...(rules.findIndex((other) => other.id === id) === index
        ? []
        : [problem(['rules', index, 'id'], `another rule has the id "${id}" too`)]),
      ...Object.keys(own).flatMap((name) =>
        name in lists ? [problem(['rules', index, 'lists', name], `lists.yaml has a list "${name}" already`)] : [],
      ),
    ]),
  ];
}

/** The name of a policy: SHA-256 over its canonical JSON (RFC 8785), lowercase hexadecimal. */
export const policyHash = (document: PolicyDocument): string => sha256Hex(canonicalJson(document));
