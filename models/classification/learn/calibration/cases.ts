import { createRng } from '../../../statistics/rng.ts';
import { confidenceFeatures, MISMATCH_FEATURES, mismatchFeatures } from '../../serve/calibration/mismatch-features.ts';
import type { Distance, LabelSet } from '../../serve/codes/label-set.ts';
import { type Declared, DISTANCES } from '../../serve/codes/label-set.ts';
import type { Reader, Reading } from '../../serve/heads/reader.ts';
import { plausibleCode } from './plausible-codes.ts';
import { wrongCode } from './wrong-codes.ts';

/** A text with its right code or a wrong one, as the calibration sees it. */
export interface Case {
  /** Of the text among those given. */
  readonly text: number;
  readonly kind: CaseKind;
  readonly words: number;
  /** No other description of its subheading was learnt by the heads that judged it. */
  readonly isApart: boolean;
  readonly features: Float32Array;
}

/** With its right code, with one that a cheat would choose, or with one drawn evenly at a distance. */
export type CaseKind = 'right' | 'plausible' | Distance;

/** How many wrong codes are drawn for a text: plausible ones, and at each distance. */
export interface Draws {
  readonly plausible: number;
  readonly distant: number;
}

/** Each text with its right code once, and with wrong ones. */
export function casesOf(
  texts: readonly (Pick<Reading, 'phrases'> & Declared & Pick<Case, 'isApart'>)[],
  read: Reader,
  labels: LabelSet,
  draws: Draws,
  seed: number,
): readonly Case[] {
  const rng = createRng(seed);
  const cases: Case[] = [];
  read(
    texts.map(({ phrases }) => phrases),
    (reading, index) => {
      const right = texts[index]!;
      const confidence = confidenceFeatures(reading);
      const add = (kind: Case['kind'], declared: Declared): void => {
        const features = new Float32Array(MISMATCH_FEATURES.length);
        mismatchFeatures(reading, confidence, declared, labels, features, 0);
        cases.push({ text: index, kind, words: confidence.words, isApart: right.isApart, features });
      };
      add('right', right);
      for (let time = 0; time < draws.plausible; time += 1)
        add('plausible', plausibleCode(labels, reading.mean, right, rng));
      for (const distance of DISTANCES) {
        for (let time = 0; time < draws.distant; time += 1) {
          const declared = wrongCode(labels, right, distance, rng);
          if (declared !== undefined) add(distance, declared);
        }
      }
    },
  );
  return cases;
}
