import { asksForAPerson, type Lane, LANES } from '../../services/risk/lanes/lane.ts';
import type { Assessment } from '../../services/risk/messages/assessment.ts';
import type { Trial } from './filing.ts';
import { judge, type Judged } from './judge.ts';
import { type NamedFiling, readAllTrials, readNames } from './read-trials.ts';

/** What a filing was judged as; without a lane it could not be. */
export interface Answer {
  readonly lane: Lane | undefined;
  readonly score: number;
  /** Counted points by the finding that hit. */
  readonly hits: Readonly<Record<string, number>>;
}

export interface TrialAnswer extends Answer {
  readonly trial: Trial;
  /** What it was judged from; none where it could not be. */
  readonly judged: Judged | undefined;
}

export interface NameAnswer extends Answer {
  readonly named: NamedFiling;
  /** Whether a finding calls the consignee a forwarder, at any points. */
  readonly isCalledForwarder: boolean;
}

export interface Answers {
  /** By the file that the filings stand in. */
  readonly trials: ReadonlyMap<string, readonly TrialAnswer[]>;
  readonly names: readonly NameAnswer[];
}

/** Every filing of this folder, judged. */
export async function judgeAll(): Promise<Answers> {
  const [files, names] = [readAllTrials(), readNames()];
  const filings = [...files.values()].flat().map(({ filing }) => filing);
  const assessed = await judge([...filings, ...names.map(({ filing }) => filing)]);
  const judgedAs = ({ filing }: Pick<Trial, 'filing'>): Judged | undefined => assessed.get(filing.id);
  return {
    trials: new Map(
      [...files].map(([file, trials]) => [
        file,
        trials.map((trial) => ({ trial, judged: judgedAs(trial), ...answerOf(judgedAs(trial)?.assessment) })),
      ]),
    ),
    names: names.map((named) => {
      const answer = answerOf(judgedAs(named)?.assessment);
      return { named, ...answer, isCalledForwarder: Object.keys(answer.hits).some((id) => id.includes('forwarder')) };
    }),
  };
}

/** What people read of an assessment. */
export function answerOf(assessment: Assessment | undefined): Answer {
  if (assessment === undefined) return { lane: undefined, score: 0, hits: {} };
  const found = [...assessment.findings, ...assessment.items.flatMap(({ findings }) => findings)];
  const hits = found.filter(({ result }) => result === 'hit').map(({ id, counted }) => [id, counted] as const);
  return { lane: assessment.lane, score: assessment.score, hits: Object.fromEntries(hits) };
}

/** The lane expected, for people. */
export const expectedLane = ({ atLeast, atMost }: Trial): string =>
  atLeast === undefined ? `at most ${atMost!}` : `at least ${atLeast}`;

/** Whether a filing is in the lane expected. */
export function isAsExpected({ lane, trial: { atLeast, atMost } }: TrialAnswer): boolean {
  if (lane === undefined) return false;
  const strictness = (one: Lane): number => -LANES.indexOf(one);
  return atLeast === undefined ? strictness(lane) <= strictness(atMost!) : strictness(lane) >= strictness(atLeast);
}

/** Put before a person before it is released. */
export const isReferred = ({ lane }: Answer): boolean => lane !== undefined && asksForAPerson(lane);
