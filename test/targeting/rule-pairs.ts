import type { Answer } from './answers.ts';

/** Two rules, and how often they say the same. */
export interface RulePair {
  readonly rules: readonly [string, string];
  /** Filings that both hit. */
  readonly both: number;
  /** Of the filings that either hits, the share that both hit (Jaccard index). */
  readonly agreement: number;
}

/** Every pair of rules that hit a filing together, the most agreeing first. */
export function rulePairs(answers: readonly Pick<Answer, 'hits'>[]): readonly RulePair[] {
  const [single, together] = [new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { hits } of answers) {
    const ids = Object.keys(hits).sort();
    for (const [at, id] of ids.entries()) {
      count(single, id);
      for (const other of ids.slice(at + 1)) count(together, `${id} ${other}`);
    }
  }
  return [...together]
    .map(([key, both]): RulePair => {
      const [one, other] = key.split(' ') as [string, string];
      const either = single.get(one)! + single.get(other)! - both;
      return { rules: [one, other], both, agreement: Math.round((100 * both) / either) / 100 };
    })
    .sort((a, b) => b.agreement - a.agreement || b.both - a.both || (a.rules.join() < b.rules.join() ? -1 : 1));
}
