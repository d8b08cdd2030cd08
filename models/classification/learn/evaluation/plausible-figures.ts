import { type Interval, roundedInterval } from '../../../statistics/interval.ts';
import { wilson } from '../../../statistics/wilson.ts';
import type { Classifier } from '../../serve/classifier.ts';
import type { LabelSet } from '../../serve/codes/label-set.ts';
import type { Ranking } from './code-figures.ts';
import type { Measured } from './evaluate-classification.ts';

/** Whether a wrong subheading spares duty or a control that the right one carries (six digits each). */
export type Spares = (right: string, wrong: string) => boolean;

/** Plausible wrong codes told, and alarms on the right codes of the same texts, at the p-values that rules ask for. */
export interface PlausibleFigures {
  /** Texts for which a plausible wrong code was found. */
  readonly texts: number;
  /** Of those wrong codes, how many spare something. */
  readonly sparing: number;
  readonly at: readonly PlausibleRate[];
}

export interface PlausibleRate {
  readonly pValue: number;
  /** Vague and unknown texts count as not told. */
  readonly told: Interval;
  readonly alarms: Interval;
}

const AT = [0.003, 0.01, 0.03, 0.1];

/**
 * A wrong code as a cheat chooses it: of the headings that the tariff texts nearest by words belong to, the first wrong one that spares duty or a
 * control, else the first wrong one. The nearest texts know nothing of the model.
 */
export function plausibleFigures(
  texts: readonly Measured[],
  classify: Classifier,
  nearest: Ranking,
  labels: LabelSet,
  spares: Spares = () => false,
): PlausibleFigures {
  const asked = texts.flatMap(({ description, code }) => {
    const wrong = labels.headingIndex(code) === undefined ? undefined : chosen(nearest(description), code, spares);
    return wrong === undefined ? [] : [{ description, code, wrong }];
  });
  const pValues = (codeOf: (one: (typeof asked)[number]) => string): readonly number[] =>
    classify(asked.map((one) => ({ description: one.description, commodityCode: codeOf(one) }))).map(
      ({ mismatch }) => mismatch?.pValue ?? 1,
    );
  const [wrong, right] = [pValues((one) => one.wrong), pValues(({ code }) => code)];
  const share = (of: readonly number[], most: number): Interval =>
    roundedInterval(wilson(of.filter((pValue) => pValue <= most).length, of.length));
  return {
    texts: asked.length,
    sparing: asked.filter((one) => spares(one.code.slice(0, 6), one.wrong)).length,
    at: AT.map((pValue) => ({ pValue, told: share(wrong, pValue), alarms: share(right, pValue) })),
  };
}

function chosen({ subheadings }: ReturnType<Ranking>, right: string, spares: Spares): string | undefined {
  const wrong = subheadings.filter((code) => code.slice(0, 4) !== right.slice(0, 4));
  return wrong.find((code) => spares(right.slice(0, 6), code)) ?? wrong[0];
}
