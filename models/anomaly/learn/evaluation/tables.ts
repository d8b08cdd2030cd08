import type { Interval } from '../../../statistics/interval.ts';
import { BIAS_DIMENSIONS, type BiasGroup, type BiasReport } from './bias.ts';
import { type InjectionTable, type Method, METHODS } from './injection-table.ts';
import type { OutcomeFigures, RankingFigures } from './outcome-figures.ts';

/** A table for people: first row the headings. */
export type TextTable = readonly (readonly string[])[];

const METHOD_TITLES: Readonly<Record<Method, string>> = {
  robustZ: 'robust z per code',
  isolationForest: 'isolation forest',
  autoencoder: 'autoencoder alone',
  similarGoods: 'similar goods alone',
  model: 'model',
};

/** "44.0 % (41.0–47.1)". */
export const percentText = ({ value, low, high }: Interval): string =>
  Number.isNaN(value) ? 'none' : `${(100 * value).toFixed(1)} % (${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;
/** "0.653 (0.619–0.687)". */
export const aucText = ({ value, low, high }: Interval): string =>
  Number.isNaN(value) ? 'none' : `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;

export function injectionText({ rows }: InjectionTable): TextTable {
  return [
    ['planted', 'goods', ...METHODS.map((method) => METHOD_TITLES[method]), 'model at its own p ≤ 0.01'],
    ...rows.map(({ title, planted: injected, recall, atOwnPValue }) => [
      title,
      String(injected),
      ...METHODS.map((method) => percentText(recall[method])),
      percentText(atOwnPValue),
    ]),
  ];
}

export function outcomeText(named: Readonly<Record<string, OutcomeFigures>>): TextTable {
  const row = (name: string, who: string, { auc, precisionTop5 }: RankingFigures): string[] => [
    name,
    who,
    aucText(auc),
    percentText(precisionTop5),
  ];
  return [
    ['rows', 'score', 'ROC AUC', 'precision in the top 5 %'],
    ...Object.entries(named).flatMap(([name, figures]) => [
      row(
        `${name} (${String(figures.rows)}, ${(100 * figures.findings).toFixed(1)} % findings)`,
        'outcome model',
        figures.outcomeModel,
      ),
      row('', 'anomaly model', figures.anomalyModel),
      row('', 'unit-value z', figures.unitValueZ),
      row('', 'isolation forest', figures.isolationForest),
    ]),
  ];
}

const DIMENSION_TITLES = {
  origin: 'origin',
  dispatch: 'country of dispatch',
  destination: 'destination',
  chapter: 'chapter',
  traderSize: 'trader size',
} as const;

/** The largest groups of each dimension, and all that raise too many alarms. */
export function biasText({ dimensions }: BiasReport, most = 8): TextTable {
  const shown = (groups: readonly BiasGroup[]): readonly BiasGroup[] =>
    groups.filter(({ tooMany }, at) => at < most || tooMany === 'yes');
  return [
    ['by', 'value', 'honest goods', 'false alarms at 1 %', 'more than chance'],
    ...BIAS_DIMENSIONS.flatMap((dimension) =>
      shown(dimensions[dimension]).map(({ value, honest: legitimate, falseAlarms, tooMany }) => [
        DIMENSION_TITLES[dimension],
        value,
        String(legitimate),
        percentText(falseAlarms),
        tooMany,
      ]),
    ),
  ];
}

/** A table in Markdown. */
export function markdown(table: TextTable): string {
  const [head = [], ...rows] = table.map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
