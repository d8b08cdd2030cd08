import { createRng } from '../../../statistics/rng.ts';
import { confidenceFeatures, MISMATCH_FEATURES, mismatchFeatures } from '../../serve/calibration/mismatch-features.ts';
import type { Distance, LabelSet } from '../../serve/codes/label-set.ts';
import { type Declared, DISTANCES } from '../../serve/codes/label-set.ts';
import type { Reader, Reading } from '../../serve/heads/reader.ts';
import { wrongCode } from './wrong-codes.ts';

/** A text with its right code or a wrong one, as the calibration sees it. */
export interface Case {
  /** Of the text among those given. */
  readonly text: number;
  readonly kind: 'right' | Distance;
  readonly words: number;
  /** Of the hardest texts: what longer descriptions are measured by, of which calibration has none. */
  readonly isHard: boolean;
  readonly features: Float32Array;
}

/** Each text with its right code once, and with `wrong` drawn wrong codes at each distance. */
export function casesOf(
  texts: readonly (Pick<Reading, 'phrases'> & Declared & Pick<Case, 'isHard'>)[],
  read: Reader,
  labels: LabelSet,
  wrong: number,
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
        cases.push({ text: index, kind, words: confidence.words, isHard: right.isHard, features });
      };
      add('right', right);
      for (const distance of DISTANCES) {
        for (let time = 0; time < wrong; time += 1) {
          const declared = wrongCode(labels, right, distance, rng);
          if (declared !== undefined) add(distance, declared);
        }
      }
    },
  );
  return cases;
}
