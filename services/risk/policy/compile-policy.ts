import type { ZodError } from 'zod';
import { constant } from '../assess/constant.ts';
import type { EventType } from '../declaration/declaration-event.ts';
import type { Direction } from '../declaration/direction.ts';
import type { Scope } from '../findings/finding.ts';
import { compileRule, reopenRule } from '../rules/compile-rule.ts';
import type { ConditionCompiler } from '../rules/condition.ts';
import { appliesToDirection, concerns, type Rule } from '../rules/rule.ts';
import { runCases } from '../rules/run-cases.ts';
import { checkConsistency } from './check-consistency.ts';
import type { Policy, SelectedRule, SelectedRules } from './policy.ts';
import { type PolicyDocument, policyDocument } from './policy-document.ts';
import { policyHash } from './policy-hash.ts';
import { PolicyRejected } from './policy-rejected.ts';
import { type PolicyProblem, problem } from './problem.ts';

export type PolicyChecked =
  { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

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
  return { ok: true, policy: makePolicy(policyHash(document), document, rules) };
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
  return found.map(({ path, cause }) => problem(['rules', index, ...path], cause));
}

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
      const selected = { rules: chosen, ids: constant(chosen.map(({ rule }) => rule.document.id)) };
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

/** Each named by its field: an unknown one stands where it is written, a missing one where it should be. */
function problemsOfIssue(issue: ZodError['issues'][number]): PolicyProblem[] {
  const path = issue.path.map(pathPart);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => problem([...path, key], `there is no field "${key}"`));
  const fields = path[0] === 'rules' ? path.slice(2) : path.slice(1);
  const said = inWords(issue);
  return [problem(path, fields.length === 0 ? said : `${fields.join('.')}: ${said}`)];
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of named fields',
  record: 'a set of named fields',
};

/** What is wrong, in the words of somebody who writes a policy; those of the shape itself where it has some. */
function inWords(issue: ZodError['issues'][number]): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive ?? true);
    case 'too_big':
      return `must be at most ${Number(issue.maximum)}`;
    case 'invalid_value':
      return `must be ${issue.values
        .map(String)
        .join(', ')
        .replace(/, ([^,]*)$/, ' or $1')}`;
    case 'invalid_union':
      return 'must be a number, a text, true or false, or a list of texts';
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'is no name that can be used here';
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return issue.message;
  }
}

function tooSmall(origin: string, least: number, inclusive: boolean): string {
  if (origin === 'string') return 'must not be empty';
  if (origin === 'array') return `must have at least ${least} ${least === 1 ? 'entry' : 'entries'}`;
  return inclusive ? `must be at least ${least}` : `must be above ${least}`;
}

const pathPart = (part: PropertyKey): string | number => (typeof part === 'symbol' ? part.toString() : part);
