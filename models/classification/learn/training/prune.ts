import { quantise } from '../../../artefact/quantise.ts';
import type { SparseTables } from '../../serve/heads/sparse-head.ts';
import type { SparseWeights } from './sparse-training.ts';

/** The largest weights of the sparse head in a byte each, the others left out: what is small says little and would be most of the artefact. */
export function pruned(weights: SparseWeights, keep: number): SparseTables {
  const classes = weights.headingBias.length;
  const buckets = weights.headings.length / classes;
  const least = sizeAtRank(weights.headings, keep);
  const rowStarts = new Int32Array(buckets + 1);
  const kept: number[] = [];
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    for (let at = bucket * classes; at < (bucket + 1) * classes; at += 1)
      if (Math.abs(weights.headings[at]!) > least) kept.push(at);
    rowStarts[bucket + 1] = kept.length;
  }
  const values = quantise({ shape: [kept.length], values: Float32Array.from(kept, (at) => weights.headings[at]!) });
  const subheadings = quantise({ shape: [weights.subheadings.length], values: weights.subheadings });
  return {
    rowStarts,
    headings: Uint16Array.from(kept, (at) => at % classes),
    weights: values.values,
    scale: values.scale as number,
    headingBias: weights.headingBias,
    subheadings: subheadings.values,
    subheadingScale: subheadings.scale as number,
    subheadingBias: weights.subheadingBias,
  };
}

const STEPS = 4096;

/** Size that about `rank` of the weights exceed, never more of them, from a histogram. */
export function sizeAtRank(weights: Float32Array, rank: number): number {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const counts = new Int32Array(STEPS + 1);
  for (const weight of weights) counts[Math.floor((Math.abs(weight) / (largest || 1)) * STEPS)]! += 1;
  let above = 0;
  for (let step = STEPS; step > 0; step -= 1) {
    above += counts[step]!;
    if (above > rank) return ((step + 1) / STEPS) * largest;
  }
  return largest / STEPS;
}

/**
 * Sets all but the largest `keep` weights of the sparse head to nothing, in place, for good: with squares without end no step moves
 * them. What is kept is then trained on and makes up for what is gone (Han et al., 2015).
 */
export function leaveOutSmall({ headings, headingSquares }: SparseWeights, keep: number): void {
  const least = sizeAtRank(headings, keep);
  for (let at = 0; at < headings.length; at += 1) {
    if (Math.abs(headings[at]!) > least) continue;
    headings[at] = 0;
    headingSquares[at] = Number.POSITIVE_INFINITY;
  }
}
