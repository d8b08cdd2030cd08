import { MISMATCH_FEATURES } from '../../serve/calibration/mismatch-features.ts';
import { DISTANCES } from '../../serve/codes/label-set.ts';
import type { Case } from './cases.ts';

const KINDS = ['right', 'plausible', ...DISTANCES] as const;
const HEAD = 4;
const WIDTH = HEAD + MISMATCH_FEATURES.length;

/** Cases as one row of numbers each: text, kind, words, whether apart, features. */
export function packCases(cases: readonly Case[]): Float32Array {
  const packed = new Float32Array(cases.length * WIDTH);
  cases.forEach(({ text, kind, words, isApart, features }, index) => {
    packed.set([text, KINDS.indexOf(kind), words, Number(isApart)], index * WIDTH);
    packed.set(features, index * WIDTH + HEAD);
  });
  return packed;
}

export function unpackCases(packed: Float32Array): readonly Case[] {
  return Array.from({ length: packed.length / WIDTH }, (_, index) => {
    const [text, kind, words, isApart] = packed.subarray(index * WIDTH, index * WIDTH + HEAD);
    return {
      text: text!,
      kind: KINDS[kind!]!,
      words: words!,
      isApart: isApart === 1,
      features: packed.slice(index * WIDTH + HEAD, (index + 1) * WIDTH),
    };
  });
}
