import type { Interval } from '../../../statistics/interval.ts';
import type { ClassificationEvaluation, SetFigures } from './evaluate-classification.ts';

/** What a figure should reach; met where the figure is not significantly below, that is where its interval reaches it. */
export interface Goal {
  readonly set: string;
  readonly measure: string;
  readonly goal: number;
  readonly of: (figures: SetFigures) => Interval;
}

const RULINGS = 'rulings';
const RANDOM = 'search references, random tenth';
const CODES = 'search references, whole subheadings';

/** The goals that the model was built for. */
export const GOALS: readonly Goal[] = [
  { set: RULINGS, measure: 'chapter top-1', goal: 0.7, of: ({ model }) => model.chapterTop1 },
  { set: RULINGS, measure: 'heading top-1', goal: 0.45, of: ({ model }) => model.headingTop1 },
  { set: RULINGS, measure: 'heading top-5', goal: 0.71, of: ({ model }) => model.headingTop5 },
  { set: RULINGS, measure: 'subheading top-1', goal: 0.28, of: ({ model }) => model.subheadingTop1 },
  { set: RULINGS, measure: 'subheading top-5', goal: 0.48, of: ({ model }) => model.subheadingTop5 },
  {
    set: RULINGS,
    measure: 'mismatch AUC, other chapter',
    goal: 0.99,
    of: ({ mismatch }) => mismatch.ownLevel.chapter.auc,
  },
  {
    set: RULINGS,
    measure: 'mismatch AUC, same chapter',
    goal: 0.92,
    of: ({ mismatch }) => mismatch.ownLevel.heading.auc,
  },
  {
    set: RULINGS,
    measure: 'mismatch AUC, same heading',
    goal: 0.81,
    of: ({ mismatch }) => mismatch.ownLevel.subheading.auc,
  },
  {
    set: RULINGS,
    measure: 'recall at 1 %, other chapter',
    goal: 0.82,
    of: ({ mismatch }) => mismatch.ownLevel.chapter.recallAt1Percent,
  },
  {
    set: RULINGS,
    measure: 'recall at 1 %, same chapter',
    goal: 0.36,
    of: ({ mismatch }) => mismatch.ownLevel.heading.recallAt1Percent,
  },
  { set: RANDOM, measure: 'heading top-1', goal: 0.7, of: ({ model }) => model.headingTop1 },
  { set: RANDOM, measure: 'heading top-5', goal: 0.88, of: ({ model }) => model.headingTop5 },
  { set: CODES, measure: 'heading top-1', goal: 0.62, of: ({ model }) => model.headingTop1 },
  { set: CODES, measure: 'heading top-5', goal: 0.83, of: ({ model }) => model.headingTop5 },
];

export interface GoalReached extends Omit<Goal, 'of'> {
  readonly figure: Interval;
  readonly met: boolean;
}

export function goalsReached({ sets }: Pick<ClassificationEvaluation, 'sets'>): readonly GoalReached[] {
  return GOALS.flatMap(({ of, ...goal }) => {
    const figures = sets.find(({ set }) => set === goal.set);
    if (figures === undefined) return [];
    const figure = of(figures);
    return [{ ...goal, figure, met: figure.high >= goal.goal }];
  });
}
