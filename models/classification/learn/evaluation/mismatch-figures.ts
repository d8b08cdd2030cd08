import { mostAlarms } from '../../../statistics/binomial.ts';
import { recallAt } from '../../../statistics/false-alarms.ts';
import { type Interval, roundedInterval } from '../../../statistics/interval.ts';
import { rocAuc } from '../../../statistics/ranking.ts';
import { createRng } from '../../../statistics/rng.ts';
import { wilson } from '../../../statistics/wilson.ts';
import type { LevelScore } from '../../serve/calibration/calibrator.ts';
import type { Classified } from '../../serve/classified.ts';
import type { Classifier } from '../../serve/classifier.ts';
import { type Distance, DISTANCES, type LabelSet } from '../../serve/codes/label-set.ts';
import { wrongCode } from '../calibration/wrong-codes.ts';
import type { Measured } from './evaluate-classification.ts';

export interface Separation {
  readonly auc: Interval;
  /** Of wrong codes, at the threshold that 1 % of right ones exceed. */
  readonly recallAt1Percent: Interval;
  /** Of wrong codes, at a p-value of 1 %: what is found in use. */
  readonly stated1Percent: Interval;
}

export interface RealisedRate {
  readonly stated: number;
  readonly realised: Interval;
  /** Most alarms that so many texts like those of the calibration could give by chance (one in a hundred). */
  readonly mostAlarms: number;
  readonly alarms: number;
}

export interface MismatchFigures {
  /** By how far the wrong code is away: with the one combined score, and with the level's own. */
  readonly combined: Readonly<Record<Distance, Separation>>;
  readonly ownLevel: Readonly<Record<Distance, Separation>>;
  readonly rates: readonly RealisedRate[];
}

/** Wrong codes drawn for each text and distance. */
const DRAWS = 5;
const STATED = [0.01, 0.05];

export function mismatchFigures(
  texts: readonly Measured[],
  classify: Classifier,
  labels: LabelSet,
  seed: number,
): MismatchFigures {
  const rng = createRng(seed);
  const judged = texts.flatMap(({ description, code }) => {
    const heading = labels.headingIndex(code);
    return heading === undefined
      ? []
      : [{ description, code, declared: { heading, subheading: labels.subheadingIndex(code) ?? -1 } }];
  });
  const right = classify(judged.map(({ description, code }) => ({ description, commodityCode: code })));
  const separations = DISTANCES.map((distance) => {
    const wrong = judged.flatMap(({ description, declared }) =>
      Array.from({ length: DRAWS }, () => wrongCode(labels, declared, distance, rng)).flatMap((one) =>
        one === undefined ? [] : [{ description, commodityCode: labels.subheadings[one.subheading]! }],
      ),
    );
    const answers = classify(wrong);
    return {
      distance,
      combined: separation(right, answers, ({ mismatch }) => mismatch),
      own: separation(right, answers, ({ mismatch }) => mismatch?.levels[distance]),
    };
  });
  const by = (kind: 'combined' | 'own'): Readonly<Record<Distance, Separation>> =>
    Object.fromEntries(separations.map((one) => [one.distance, one[kind]])) as Record<Distance, Separation>;
  return { combined: by('combined'), ownLevel: by('own'), rates: STATED.map((stated) => realised(right, stated)) };
}

/**
 * Among the texts that are judged at all: how many are not (vague, unknown) is told beside it. The wrong codes of one text are no
 * independent trials: figures are of all, their ranges as wide as one wrong code a text gives.
 */
function separation(
  right: readonly Classified[],
  wrong: readonly Classified[],
  judged: (one: Classified) => LevelScore | undefined,
): Separation {
  const found = wrong.flatMap((one) => judged(one) ?? []);
  const [legitimate, odd] = [right.flatMap((one) => judged(one)?.score ?? []), found.map(({ score }) => score)];
  const auc = (positives: readonly number[]): Interval =>
    rocAuc([...positives, ...legitimate], [...positives.map(() => 1), ...legitimate.map(() => 0)]);
  const [all, single] = [auc(odd), auc(odd.filter((_, index) => index % DRAWS === 0))];
  const half = (single.high - single.low) / 2;
  const recall = recallAt(legitimate, odd, 0.01).recall.value;
  const stated = found.filter(({ pValue }) => pValue <= 0.01).length / Math.max(1, found.length);
  const texts = Math.max(1, Math.round(odd.length / DRAWS));
  const share = (value: number): Interval => roundedInterval({ ...wilson(Math.round(value * texts), texts), value });
  return {
    auc: roundedInterval({ value: all.value, low: Math.max(0, all.value - half), high: Math.min(1, all.value + half) }),
    recallAt1Percent: share(recall),
    stated1Percent: share(stated),
  };
}

function realised(right: readonly Classified[], stated: number): RealisedRate {
  const alarms = right.filter(({ mismatch }) => mismatch !== undefined && mismatch.pValue <= stated).length;
  return {
    stated,
    realised: roundedInterval(wilson(alarms, right.length)),
    mostAlarms: mostAlarms(right.length, stated),
    alarms,
  };
}
