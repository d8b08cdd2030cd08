import { median, quantile } from '../measure/quantile.ts';
import type { Change, Step } from './make-change.ts';
import type { Answer } from './measured-stream.ts';
import type { Part } from './messages.ts';

/** How long answers took. */
export interface AnswerTimes {
  readonly answers: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export interface Spread {
  readonly median: number;
  readonly max: number;
}

/** One kind of change, of the times that it was made. */
export interface ChangeFigures {
  readonly part: Part;
  readonly step: Step;
  readonly times: number;
  /** From when the topic named the edition until the last process had it. */
  readonly seconds: Spread;
  /** For so long nothing else could run in a process. */
  readonly longestBlockMs: Spread;
  /** As much of it as was the process's own work. */
  readonly longestOwnMs: Spread;
}

/** The same under traffic. */
export interface ChangeUnderTraffic extends ChangeFigures, AnswerTimes {
  /** p99 of what was due from then on until a second after, to p99 in steady state. */
  readonly p99ToSteady: number;
  /** Until every partition had an answer by the new edition that a reader could see; not of what is only announced. */
  readonly judgedSeconds?: Spread;
}

export interface Steady extends AnswerTimes {
  readonly longestBlockMs: number;
  readonly longestOwnMs: number;
}

export function answerTimes(answers: readonly Answer[]): AnswerTimes {
  const took = answers.map(({ due, at }) => at - due);
  return { answers: took.length, p50Ms: quantile(took, 0.5), p99Ms: quantile(took, 0.99), maxMs: quantile(took, 1) };
}

export const dueWithin = (
  answers: readonly Answer[],
  spans: readonly (readonly [number, number])[],
): readonly Answer[] => answers.filter(({ due }) => spans.some(([from, to]) => from <= due && due < to));

/** Figures of every kind of change, in the order in which each was first made. */
export function changeFigures(changes: readonly Change[]): readonly ChangeFigures[] {
  return [...kindsOf(changes)].map(figuresOf);
}

export function underTraffic(
  changes: readonly Change[],
  answers: readonly Answer[],
  steady: AnswerTimes,
): readonly ChangeUnderTraffic[] {
  return [...kindsOf(changes)].map((alike) => {
    const times = answerTimes(
      dueWithin(
        answers,
        alike.map(({ publishedAt, endedAt }) => [publishedAt, endedAt] as const),
      ),
    );
    const judged = alike[0]!.step === 'announced' ? undefined : alike.map((change) => judgedAfter(change, answers));
    return {
      ...figuresOf(alike),
      ...times,
      p99ToSteady: times.p99Ms / steady.p99Ms,
      ...(judged && { judgedSeconds: spread(judged) }),
    };
  });
}

function kindsOf(changes: readonly Change[]): Iterable<readonly Change[]> {
  const kinds = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.part} ${change.step}`;
    kinds.set(key, [...(kinds.get(key) ?? []), change]);
  }
  return kinds.values();
}

function figuresOf(alike: readonly Change[]): ChangeFigures {
  const { part, step } = alike[0]!;
  const blocks = alike.map(({ longestBlock }) => longestBlock);
  return {
    ...{ part, step, times: alike.length },
    seconds: spread(alike.map(({ publishedAt, doneAt }) => (doneAt - publishedAt) / 1000)),
    longestBlockMs: spread(blocks.map(({ ms }) => ms)),
    longestOwnMs: spread(blocks.map(({ ownMs }) => ownMs)),
  };
}

function judgedAfter({ edition, publishedAt }: Change, answers: readonly Answer[]): number {
  const first = new Map<number, number>();
  for (const answer of answers)
    if (answer.edition === edition && !first.has(answer.partition)) first.set(answer.partition, answer.at);
  const partitions = new Set(answers.map(({ partition }) => partition));
  if (first.size < partitions.size)
    throw new RangeError(`of ${partitions.size} partitions ${first.size} had an answer by ${edition.slice(0, 12)}`);
  return (Math.max(...first.values()) - publishedAt) / 1000;
}

const spread = (values: readonly number[]): Spread => ({ median: median(values), max: Math.max(...values) });
