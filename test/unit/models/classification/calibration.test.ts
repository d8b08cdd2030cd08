import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../models/classification/learn/calibration/calibrate.ts';
import type { Case } from '../../../../models/classification/learn/calibration/cases.ts';
import { MISMATCH_FEATURES } from '../../../../models/classification/serve/calibration/mismatch-features.ts';
import { levelTable } from '../../../../models/classification/serve/calibration/surprisal.ts';
import { tablePValue } from '../../../../models/statistics/conformal.ts';
import { createRng } from '../../../../models/statistics/rng.ts';

const TEXTS = 1500;
const rng = createRng(5);
const AT = MISMATCH_FEATURES.indexOf('mean-heading');

/** A short text whose right code is likelier than wrong ones; a hard one's is hardly likelier. */
function casesOfText(text: number): readonly Case[] {
  const isHard = text % 2 === 0;
  const one = (kind: Case['kind'], likely: number): Case => {
    const features = Float32Array.from(MISMATCH_FEATURES, () => rng());
    features[AT] = likely + rng();
    return { text, kind, words: 1 + (text % 5), isHard, features };
  };
  return [
    one('right', isHard && rng() < 0.3 ? -1 : 1),
    one('chapter', -1),
    one('heading', -1),
    one('subheading', -0.5),
  ];
}

describe('p-values of descriptions by their length', () => {
  const { tables } = calibrate(
    Array.from({ length: TEXTS }, (_, text) => casesOfText(text)).flat(),
    (text) => text % 3,
    3,
  );

  it('given no long text to calibrate by, then long ones are measured by the hardest: the same score is less odd', () => {
    const [short, long] = (['up to five words', 'six words or more'] as const).map(
      (bucket) => levelTable(tables.chapter, bucket).table,
    );
    expect([short!.count, long!.count]).toEqual([TEXTS, TEXTS / 2]);
    const odd = short!.edges[Math.floor(short!.edges.length * 0.8)]!;
    expect(tablePValue(long!, odd)).toBeGreaterThan(1.5 * tablePValue(short!, odd));
  });

  it('given texts of one length, then each level and their combination have p-values from them', () => {
    for (const of of Object.values(tables)) expect(of.tables.get('up to five words')?.count).toBe(TEXTS);
  });
});
