import { type Answer, type Answers, isAsExpected, isReferred, type NameAnswer, type TrialAnswer } from './answers.ts';
import type { DescribedAnswer } from './described.ts';

/** How filings of one kind fared; `error`: could not be judged. */
export interface LaneCounts {
  readonly n: number;
  readonly referred: number;
  readonly blue: number;
  readonly green: number;
  readonly error: number;
}

export interface AsExpectedCounts {
  readonly wrong: number;
  readonly ofWrong: number;
  readonly honest: number;
  readonly ofHonest: number;
}

export interface ForwarderCounts {
  readonly right: number;
  readonly of: number;
  readonly wrong: number;
  readonly ofOthers: number;
}

/** How many descriptions have the right heading first and among five, and how many codes are said not to fit them. */
export interface DescriptionCounts {
  readonly n: number;
  readonly top1: number;
  readonly top5: number;
  readonly vague: number;
  readonly unknown: number;
  readonly 'falseAlarms<=0.01': number;
  readonly 'recall<=0.01': number;
  readonly 'falseAlarms<=0.03': number;
  readonly 'recall<=0.03': number;
}

export interface Figures {
  /** Wrong filings at least in the lane that is expected of them. */
  readonly asExpected: number;
  readonly bad: LaneCounts;
  readonly honest: LaneCounts;
  readonly ordinary: LaneCounts;
  /** Of further cases, which the figures above leave out: those that fare as expected, wrong and honest. */
  readonly further: AsExpectedCounts;
  readonly forwarders: ForwarderCounts;
  readonly descriptions: DescriptionCounts;
}

/** Wrong filings have a lane to reach, ordinary ones stand in the file of that name, the others are honest. Files named `further-…` are counted by themselves. */
export function figuresOf({ trials, names }: Answers, described: readonly DescribedAnswer[]): Figures {
  const ordinary = trials.get('ordinary') ?? [];
  const filesWhere = (is: (file: string) => boolean): readonly TrialAnswer[] =>
    [...trials].filter(([file]) => is(file)).flatMap(([, answers]) => answers);
  const others = filesWhere((file) => file !== 'ordinary' && !isFurther(file));
  const bad = others.filter(({ trial }) => trial.atLeast !== undefined);
  return {
    asExpected: count(bad, isAsExpected),
    bad: lanesOf(bad),
    honest: lanesOf(others.filter(({ trial }) => trial.atLeast === undefined)),
    ordinary: lanesOf(ordinary),
    further: asExpectedOf(filesWhere(isFurther)),
    forwarders: forwardersOf(names),
    descriptions: descriptionsOf(described),
  };
}

const isFurther = (file: string): boolean => file.startsWith('further-');

function asExpectedOf(answers: readonly TrialAnswer[]): AsExpectedCounts {
  const wrong = answers.filter(({ trial }) => trial.atLeast !== undefined);
  const honest = answers.filter(({ trial }) => trial.atLeast === undefined);
  return {
    wrong: count(wrong, isAsExpected),
    ofWrong: wrong.length,
    honest: count(honest, isAsExpected),
    ofHonest: honest.length,
  };
}

const lanesOf = (answers: readonly Answer[]): LaneCounts => ({
  n: answers.length,
  referred: count(answers, isReferred),
  blue: count(answers, ({ lane }) => lane === 'blue'),
  green: count(answers, ({ lane }) => lane === 'green'),
  error: count(answers, ({ lane }) => lane === undefined),
});

function forwardersOf(names: readonly NameAnswer[]): ForwarderCounts {
  const forwarders = names.filter(({ named }) => named.isForwarder);
  const others = names.filter(({ named }) => !named.isForwarder);
  return {
    right: count(forwarders, ({ isCalledForwarder }) => isCalledForwarder),
    of: forwarders.length,
    wrong: count(others, ({ isCalledForwarder }) => isCalledForwarder),
    ofOthers: others.length,
  };
}

function descriptionsOf(described: readonly DescribedAnswer[]): DescriptionCounts {
  const rightHeading = ({ goods }: DescribedAnswer): string => goods.right.slice(0, 4);
  return {
    n: described.length,
    top1: count(described, (answer) => answer.headings[0] === rightHeading(answer)),
    top5: count(described, (answer) => answer.headings.includes(rightHeading(answer))),
    vague: count(described, ({ status }) => status === 'vague'),
    unknown: count(described, ({ status }) => status === 'unknown'),
    'falseAlarms<=0.01': count(described, ({ right }) => right <= 0.01),
    'recall<=0.01': count(described, ({ wrong }) => wrong <= 0.01),
    'falseAlarms<=0.03': count(described, ({ right }) => right <= 0.03),
    'recall<=0.03': count(described, ({ wrong }) => wrong <= 0.03),
  };
}

const count = <One>(all: readonly One[], is: (one: One) => boolean): number => all.filter(is).length;
