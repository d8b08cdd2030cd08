import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../models/classification/learn/calibration/calibrate.ts';
import type { Case, CaseKind } from '../../../../models/classification/learn/calibration/cases.ts';
import { plausibleCode } from '../../../../models/classification/learn/calibration/plausible-codes.ts';
import { createCalibrator } from '../../../../models/classification/serve/calibration/calibrator.ts';
import { MISMATCH_FEATURES } from '../../../../models/classification/serve/calibration/mismatch-features.ts';
import { labelSet } from '../../../../models/classification/serve/codes/label-set.ts';
import { createRng } from '../../../../models/statistics/rng.ts';

const TEXTS = 1500;
const rng = createRng(5);
const AT = MISMATCH_FEATURES.indexOf('mean-heading');

function featuresOf(likely: number): Float32Array {
  const features = Float32Array.from(MISMATCH_FEATURES, () => rng());
  features[AT] = likely + rng();
  return features;
}

/** A text whose right code is likelier than plausible wrong ones, and those likelier than strangers; three in ten long texts speak for no code. */
function casesOfText(text: number): readonly Case[] {
  const words = 1 + (text % 10);
  const one = (kind: CaseKind, likely: number): Case => ({
    text,
    kind,
    words,
    isApart: false,
    features: featuresOf(likely),
  });
  return [
    one('right', words > 5 && rng() < 0.3 ? -1 : 1),
    one('plausible', -1),
    one('chapter', -4),
    one('heading', -2),
    one('subheading', -0.5),
  ];
}

describe('p-values of descriptions', () => {
  const calibration = calibrate(
    Array.from({ length: TEXTS }, (_, text) => casesOfText(text)).flat(),
    (text) => text % 3,
    3,
  );
  const judge = createCalibrator(calibration);

  it('given a code that a cheat would choose, then it is evidence although a stranger would fit far worse', () => {
    const { pValue, levels } = judge(featuresOf(-1), 3);
    expect(pValue).toBeLessThan(0.02);
    expect(levels.chapter!.pValue).toBeGreaterThan(pValue);
  });

  it('given longer texts that speak less clearly, then the same evidence is less odd among them', () => {
    expect(judge(featuresOf(-1), 8).pValue).toBeGreaterThan(5 * judge(featuresOf(-1), 3).pValue);
  });

  it('given texts of a length, then each judgement has p-values from them', () => {
    for (const of of Object.values(calibration.tables))
      expect(of.tables.get('up to five words')?.count).toBe(TEXTS / 2);
  });
});

describe('plausible wrong codes', () => {
  const labels = labelSet(['820790', '901310', '930520', '930591', '950300', '950699']);
  const mean = Float32Array.from(labels.headings, (code) => (code === '9305' ? 0.7 : code === '9013' ? 0.2 : 0.03));
  const right = { heading: labels.headingIndex('9305')!, subheading: labels.subheadingIndex('930520')! };
  const drawn = Array.from({ length: 400 }, () => plausibleCode(labels, mean, right, rng));

  it('given a right code, then none is the right one, each subheading is of its heading, and some are of the right heading', () => {
    for (const { heading, subheading } of drawn) {
      expect(subheading).not.toBe(right.subheading);
      expect(labels.headingOf[subheading]).toBe(heading);
    }
    const beside = drawn.filter(({ heading }) => heading === right.heading).length;
    expect(beside).toBeGreaterThan(20);
    expect(beside).toBeLessThan(150);
  });

  it('given a right code of four digits, then the wrong ones have as many', () => {
    const [heading] = [labels.headingIndex('9305')!];
    const found = Array.from({ length: 50 }, () => plausibleCode(labels, mean, { heading, subheading: -1 }, rng));
    expect(found.every((one) => one.subheading === -1 && one.heading !== heading)).toBe(true);
  });

  it('given a heading that the words speak for, then it is drawn more often than one that they do not', () => {
    const count = (code: string): number => drawn.filter(({ heading }) => heading === labels.headingIndex(code)).length;
    expect(count('9013')).toBeGreaterThan(count('8207'));
  });
});
