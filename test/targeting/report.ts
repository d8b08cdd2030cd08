import { textTable } from '../../services/cli/output/text-table.ts';
import { type Answer, type Answers, expectedLane, isAsExpected } from './answers.ts';
import type { Figures } from './figures.ts';
import { isReached, measured } from './goals.ts';

/** The figures for people, each beside its goal. */
export function figuresTable(figures: Figures): string {
  const rows = measured(figures).map((one) => [
    one.what,
    `${String(one.found)} of ${String(one.of)}`,
    'atLeast' in one.goal ? `≥ ${String(one.goal.atLeast)}` : `≤ ${String(one.goal.atMost)}`,
    isReached(one) ? 'reached' : '',
  ]);
  return textTable([['', 'found', 'goal', ''], ...rows]);
}

/** A line a filing, tab-separated: id, lane, lane expected, score, hits with their counted points. */
export function caseLines({ trials, names }: Answers): readonly string[] {
  const judged = [...trials.values()]
    .flat()
    .map((answer) => line(answer.trial.filing.id, expectedLane(answer.trial), isAsExpected(answer), answer));
  const called = names.map((answer) => {
    const { name, isForwarder } = answer.named;
    const expected = isForwarder ? 'forwarder' : 'no forwarder';
    return line(name, expected, answer.isCalledForwarder === isForwarder, answer);
  });
  return [...judged, ...called];
}

function line(id: string, expected: string, isMet: boolean, { lane, score, hits }: Answer): string {
  const points = Object.entries(hits).map(([finding, counted]) => `${finding} ${String(counted)}`);
  const wanted = isMet ? expected : `${expected} MISSED`;
  return [id, lane ?? 'error', wanted, String(score), points.join(', ')].join('\t');
}
