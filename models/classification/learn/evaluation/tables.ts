import { mostAlarms } from '../../../statistics/binomial.ts';
import type { Interval } from '../../../statistics/interval.ts';
import { wilson } from '../../../statistics/wilson.ts';
import { DISTANCES } from '../../serve/codes/label-set.ts';
import type { CodeFigures } from './code-figures.ts';
import type { ClassificationEvaluation, SetFigures } from './evaluate-classification.ts';
import { goalsReached } from './goals.ts';

/** "43.0 % (36.3–49.9)" */
export function percent({ value, low, high }: Interval): string {
  const of = (share: number): string => (100 * share).toFixed(1);
  return Number.isNaN(value) ? '–' : `${of(value)} % (${of(low)}–${of(high)})`;
}

/** ".988 (.975–.997)" */
export function auc({ value, low, high }: Interval): string {
  const of = (share: number): string => share.toFixed(3).replace(/^0/, '');
  return Number.isNaN(value) ? '–' : `${of(value)} (${of(low)}–${of(high)})`;
}

type Table = readonly (readonly string[])[];

/** Codes found, the model above its baselines, set by set. */
export function figureTable({ sets }: Pick<ClassificationEvaluation, 'sets'>): Table {
  const cells = (figures: CodeFigures): readonly string[] =>
    [figures.chapterTop1, figures.headingTop1, figures.headingTop5, figures.subheadingTop1, figures.subheadingTop5].map(
      percent,
    );
  return [
    ['set', 'by', 'chapter', 'heading', 'heading in 5', 'subheading', 'subheading in 5'],
    ...sets.flatMap(({ set, texts, model, baselines }) => [
      [`${set} (${texts})`, 'model', ...cells(model)],
      ...Object.entries(baselines).map(([name, figures]) => ['', name, ...cells(figures)]),
    ]),
  ];
}

/** Wrong codes as a cheat chooses them, told at the p-values that rules ask for. */
export function plausibleTable({ sets }: Pick<ClassificationEvaluation, 'sets'>): Table {
  return [
    ['set', 'texts', 'that spare duty or control', 'p ≤', 'wrong codes told', 'alarms on their right codes'],
    ...sets.flatMap(({ set, plausible: { texts, sparing, at } }) =>
      at.map(({ pValue, told, alarms }) => [
        set,
        String(texts),
        String(sparing),
        String(pValue),
        percent(told),
        percent(alarms),
      ]),
    ),
  ];
}

/** Wrong codes told from right ones. */
export function mismatchTable({ sets }: Pick<ClassificationEvaluation, 'sets'>): Table {
  const where = {
    chapter: 'other chapter',
    heading: 'other heading of the chapter',
    subheading: 'other subheading of the heading',
  };
  return [
    ['set', 'wrong code', 'AUC, own level', 'recall at 1 %', 'AUC, evidence', 'recall at 1 %', 'p ≤ 1 %'],
    ...sets.flatMap(({ set, mismatch: { ownLevel, combined } }) =>
      DISTANCES.map((distance) => [
        set,
        where[distance],
        auc(ownLevel[distance].auc),
        percent(ownLevel[distance].recallAt1Percent),
        auc(combined[distance].auc),
        percent(combined[distance].recallAt1Percent),
        percent(combined[distance].stated1Percent),
      ]),
    ),
  ];
}

/** False alarms at the stated rates. */
export function rateTable({ sets }: Pick<ClassificationEvaluation, 'sets'>): Table {
  const heldOut = sets.filter(({ set }) => set !== 'rulings');
  return [
    ['set', 'stated', 'realised', 'alarms', 'most by chance', 'vague', 'unknown'],
    ...sets.flatMap(({ set, mismatch, vague, unknown }) =>
      mismatch.rates.map(({ stated, realised, alarms, mostAlarms }) => [
        set,
        `${100 * stated} %`,
        percent(realised),
        String(alarms),
        String(mostAlarms),
        percent(vague),
        percent(unknown),
      ]),
    ),
    ...(heldOut.length < 2 ? [] : ratesTogether(heldOut)),
  ];
}

/** Several sets as one. */
function ratesTogether(sets: readonly SetFigures[]): Table {
  const total = (of: (set: SetFigures) => number): number => sets.reduce((sum, set) => sum + of(set), 0);
  const texts = total((set) => set.texts);
  return (sets[0]?.mismatch.rates ?? []).map(({ stated }, at) => {
    const alarms = total(({ mismatch }) => mismatch.rates[at]!.alarms);
    return [
      'all held out',
      `${100 * stated} %`,
      percent(wilson(alarms, texts)),
      String(alarms),
      String(mostAlarms(texts, stated)),
      '',
      '',
    ];
  });
}

export function goalTable(evaluation: Pick<ClassificationEvaluation, 'sets'>): Table {
  return [
    ['set', 'measure', 'figure', 'goal', 'met'],
    ...goalsReached(evaluation).map(({ set, measure, figure, goal, met }) =>
      measure.includes('AUC')
        ? [set, measure, auc(figure), auc({ value: goal, low: goal, high: goal }).slice(0, 5), met ? 'yes' : 'no']
        : [set, measure, percent(figure), `${(100 * goal).toFixed(0)} %`, met ? 'yes' : 'no'],
    ),
  ];
}

export function markdown([head = [], ...rows]: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
