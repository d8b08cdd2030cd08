import { MISMATCH_FEATURES } from '../../serve/calibration/mismatch-features.ts';
import { DISTANCES } from '../../serve/codes/label-set.ts';
import type { Case } from './cases.ts';

const KINDS = ['right', ...DISTANCES] as const;
const HEAD = 4;
const WIDTH = HEAD + MISMATCH_FEATURES.length;

/** Cases as one row of numbers each: text, kind, words, whether hard, features. */
export function packCases(cases: readonly Case[]): Float32Array {
  const packed = new Float32Array(cases.length * WIDTH);
  cases.forEach(({ text, kind, words, isHard, features }, index) => {
    packed.set([text, KINDS.indexOf(kind), words, Number(isHard)], index * WIDTH);
    packed.set(features, index * WIDTH + HEAD);
  });
  return packed;
}

export function unpackCases(packed: Float32Array): readonly Case[] {
  return Array.from({ length: packed.length / WIDTH }, (_, index) => {
    const [text, kind, words, isHard] = packed.subarray(index * WIDTH, index * WIDTH + HEAD);
    return {
      text: text!,
      kind: KINDS[kind!]!,
      words: words!,
      isHard: isHard === 1,
      features: packed.slice(index * WIDTH + HEAD, (index + 1) * WIDTH),
    };
  });
}
