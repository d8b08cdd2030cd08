import { celConditionCompiler } from '../../services/adapters/cel/cel-condition-compiler.ts';
import { textTable } from '../../services/cli/output/text-table.ts';
import { assess } from '../../services/risk/assess/assess.ts';
import { reopenPolicy } from '../../services/risk/policy/compile-policy.ts';
import type { Policy } from '../../services/risk/policy/policy.ts';
import { answerOf, type Answers, isAsExpected, type TrialAnswer } from './answers.ts';
import { shippedPolicy } from './judge.ts';

type Kind = 'wrong' | 'honest' | 'ordinary';

interface TrialOfKind extends TrialAnswer {
  readonly kind: Kind;
}

/** By rule that hits any filing: how many of each kind, and what would change without it. */
export function ruleTable({ trials }: Answers): string {
  const all = [...trials].flatMap(([file, answers]) =>
    answers.map((answer) => ({ ...answer, kind: kindOf(file, answer) })),
  );
  const policy = shippedPolicy();
  const rows = policy.rules
    .map(({ document: { id } }) => ({ id, hit: all.filter(({ hits }) => id in hits) }))
    .filter(({ hit }) => hit.length > 0)
    .map(({ id, hit }) => [id, ...counts(hit), ...changes(hit, without(policy, id))]);
  const head = ['rule', 'wrong', 'honest', 'ordinary', 'missed without', 'mended without'];
  return textTable([head, ...rows]);
}

const kindOf = (file: string, { trial }: TrialAnswer): Kind =>
  file === 'ordinary' ? 'ordinary' : trial.atLeast === undefined ? 'honest' : 'wrong';

const counts = (hit: readonly TrialOfKind[]): readonly string[] =>
  (['wrong', 'honest', 'ordinary'] as const).map((kind) => String(hit.filter((one) => one.kind === kind).length));

/** Filings as expected now and not without the rule, and the other way round. */
function changes(hit: readonly TrialOfKind[], policy: Policy): readonly string[] {
  const after = hit.map((answer) => ({
    before: isAsExpected(answer),
    after: isAsExpected(judgedAgain(answer, policy)),
  }));
  return [
    String(after.filter((one) => one.before && !one.after).length),
    String(after.filter((one) => !one.before && one.after).length),
  ];
}

const judgedAgain = (answer: TrialOfKind, policy: Policy): TrialAnswer => ({
  ...answer,
  ...answerOf(answer.judged && assess(answer.judged.facts, policy)),
});

const without = ({ hash, document }: Policy, id: string): Policy =>
  reopenPolicy(
    {
      hash: `${hash} without ${id}`,
      document: { ...document, rules: document.rules.filter((rule) => rule.id !== id) },
    },
    celConditionCompiler,
  );
