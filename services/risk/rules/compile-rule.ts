import { featureNamed, type FeatureRef } from '../features/catalogue.ts';
import { currentName } from '../features/renamed.ts';
import { type Tier, tierMayRead, TIERS } from '../findings/finding.ts';
import type { Condition, ConditionCompiler } from './condition.ts';
import { parseTemplate } from './reasons.ts';
import type { Rule } from './rule.ts';
import { type PolicyProblem, problem, type RuleDocument } from './rule-document.ts';
export type RuleCompiled = { readonly rule: Rule } | { readonly problems: readonly PolicyProblem[] };

type Lists = Readonly<Record<string, string[]>>;

/** What the policy around a rule gives all its rules. */
export interface SharedByRules {
  /** Lists that several rules read. */
  readonly lists?: Lists | undefined;
  readonly lanes: { readonly unknown: { readonly points: number } };
}

/** Compiles one rule with what the policy around it gives all rules, or says all that is wrong with it; paths are relative to the rule. */
export function compileRule(
  document: RuleDocument,
  compiler: ConditionCompiler,
  { lanes, lists = {} }: SharedByRules,
): RuleCompiled {
  const own = compileCondition(document, document.when, compiler, lists);
  const added = (document.adds ?? []).map(({ when }) => compileCondition(document, when, compiler, lists));
  const conditions = [own, ...added].flatMap(({ condition }) => condition ?? []);
  const all = [
    ...checkFeatures(document),
    ...own.problems.map((cause) => problem(['when'], cause)),
    ...added.flatMap(({ problems }, index) => problems.map((cause) => problem(['adds', index, 'when'], cause))),
    ...checkReasons(document),
    ...(own.condition === undefined ? [] : checkUse(document, conditions)),
    ...checkWeight(document),
  ];
  const [condition, ...adds] = conditions;
  if (all.length > 0 || condition === undefined) return { problems: all };
  return { rule: makeRule(document, condition, adds, lanes) };
}

/** A rule that was compiled before from the same document and policy; its condition is compiled anew when it is first asked. */
export function reopenRule(
  document: RuleDocument,
  compiler: ConditionCompiler,
  { lanes, lists = {} }: SharedByRules,
): Rule {
  const [condition, ...adds] = [document.when, ...(document.adds ?? []).map(({ when }) => when)].map((when) =>
    compiledWhenAsked(() => compiledBefore(document, when, compiler, lists)),
  );
  return makeRule(document, condition as Condition, adds, lanes);
}

function compiledWhenAsked(compile: () => Condition): Condition {
  let compiled: Condition | undefined;
  const condition = (): Condition => (compiled ??= compile());
  return {
    get reads() {
      return condition().reads;
    },
    holds: (values) => condition().holds(values),
  };
}

function makeRule(
  document: RuleDocument,
  condition: Condition,
  adds: readonly Condition[],
  lanes: SharedByRules['lanes'],
): Rule {
  return {
    document,
    condition,
    adds: (document.adds ?? []).map(({ points }, index) => ({ condition: adds[index] as Condition, points })),
    needs: document.needs.map((name) => featureNamed(name) as FeatureRef),
    shows: document.shows.map((name) => featureNamed(name) as FeatureRef),
    reasons: Object.fromEntries(
      Object.entries(document.reasons).flatMap(([tier, text]) =>
        text === undefined ? [] : [[tier, parseTemplate(text)]],
      ),
    ),
    unknownPoints: document.weight === 'required' ? 0 : (document.unknown?.points ?? lanes.unknown.points),
  };
}

function compiledBefore(document: RuleDocument, when: string, compiler: ConditionCompiler, lists: Lists): Condition {
  const { condition, problems } = compileCondition(document, when, compiler, lists);
  if (condition === undefined)
    throw new Error(`a condition of ${document.id} was accepted and does not compile: ${problems.join('; ')}`);
  return condition;
}

function compileCondition(
  document: RuleDocument,
  expression: string,
  compiler: ConditionCompiler,
  shared: Lists,
): { condition?: Condition; problems: readonly string[] } {
  const variables = document.needs.flatMap((name) => featureNamed(name)?.feature ?? []);
  if (variables.length < document.needs.length) return { problems: [] };
  const compiled = compiler.compile({ expression, variables, lists: { ...shared, ...document.lists } });
  return compiled.ok ? { condition: compiled.condition, problems: [] } : { problems: compiled.problems };
}

function checkFeatures(document: RuleDocument): PolicyProblem[] {
  const needed = document.needs.map(currentName);
  return (['needs', 'shows'] as const).flatMap((field) =>
    document[field].flatMap((name, index) => {
      const ref = featureNamed(name);
      if (ref === undefined) return [problem([field, index], `there is no feature "${name}"`)];
      if (ref.scope === 'item' && document.appliesTo.scope === 'declaration')
        return [
          problem([field, index], `a rule about the declaration cannot read "${name}", which each item has of its own`),
        ];
      const isRepeated = needed.indexOf(currentName(name)) !== (field === 'needs' ? index : -1);
      return isRepeated ? [problem([field, index], `"${name}" is listed twice`)] : [];
    }),
  );
}

/** Features that the rule asks for by a name that they had before; paths are relative to the rule. Nothing that keeps it from being used. */
export function formerNames(document: RuleDocument): readonly PolicyProblem[] {
  return (['needs', 'shows'] as const).flatMap((field) =>
    document[field].flatMap((name, index) => {
      const now = currentName(name);
      return now === name ? [] : [problem([field, index], `${name} is now ${now}`)];
    }),
  );
}

function checkReasons(document: RuleDocument): PolicyProblem[] {
  return TIERS.flatMap((tier) => {
    const text = document.reasons[tier];
    if (!tierMayRead(tier, document.tier))
      return text === undefined
        ? []
        : [problem(['reasons', tier], `the rule is of tier ${document.tier}: no reason may be given to the ${tier}`)];
    if (text === undefined)
      return [problem(['reasons'], `a rule of tier ${document.tier} needs a reason for the ${tier}`)];
    return checkTemplate(document, tier, text);
  });
}

function checkTemplate(document: RuleDocument, tier: Tier, text: string): PolicyProblem[] {
  const { names, texts } = parseTemplate(text);
  const known = new Set([...document.needs, ...document.shows]);
  const found = names.flatMap((name) => {
    if (!known.has(name)) return [problem(['reasons', tier], `{${name}} is neither in needs nor in shows`)];
    const feature = featureNamed(name)?.feature;
    return feature === undefined || tierMayRead(tier, feature.tier)
      ? []
      : [problem(['reasons', tier], `{${name}} is of tier ${feature.tier} and may not be told to the ${tier}`)];
  });
  const number = tier === 'trader' && texts.some((part) => /\d/.test(part));
  return number
    ? [
        ...found,
        problem(
          ['reasons', tier],
          'a reason for the trader holds no numbers of its own: they would tell where the rule begins to hit',
        ),
      ]
    : found;
}

function checkUse(document: RuleDocument, conditions: readonly Condition[]): PolicyProblem[] {
  return document.needs.flatMap((name, index) =>
    conditions.some(({ reads }) => reads.has(name))
      ? []
      : [
          problem(
            ['needs', index],
            `the condition does not read "${name}"; list it under shows if it is only to be shown`,
          ),
        ],
  );
}

function checkWeight(document: RuleDocument): PolicyProblem[] {
  return document.weight === 'required' && document.unknown !== undefined
    ? [problem(['unknown'], 'a required check that could not be made asks for a person; it earns no points')]
    : [];
}
