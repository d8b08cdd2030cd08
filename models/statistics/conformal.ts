import { countAbove, countAtMost, countBelow } from './ranks.ts';

/**
 * Split-conformal p-value (Vovk, Gammerman and Shafer, 2005): the share of calibration scores at least as high, the new one
 * counted among them: (1 + #≥) / (n + 1). Ties count against being called anomalous, so the stated rate is never exceeded on exchangeable goods.
 * @param sorted calibration scores, ascending
 */
export function conformalPValue(sorted: ArrayLike<number>, score: number): number {
  return (1 + sorted.length - countBelow(sorted, score)) / (sorted.length + 1);
}

/** p-values as a short stair: above `edges[k]` (ascending) the p-value is `pValues[k]`; at or below the first it is 1. */
export interface ConformalTable {
  readonly edges: Float32Array;
  readonly pValues: Float32Array;
  /** Number of calibration scores it was made from. */
  readonly count: number;
}

/** Neighbouring steps differ by no more than this factor, unless single calibration scores do. */
const FINENESS = 1.02;

/**
 * The p-values of a calibration set in a form small enough to be stored: steps are left out where the p-value changes by less
 * than 2 %. What it answers is never below the exact p-value.
 */
export function conformalTable(scores: ArrayLike<number>, fineness = FINENESS): ConformalTable {
  const sorted = Float64Array.from(scores).sort();
  const edges: number[] = [];
  const pValues: number[] = [];
  let last = 1;
  for (let at = 0; at < sorted.length;) {
    const next = countAtMost(sorted, sorted[at] ?? 0);
    const p = (1 + sorted.length - next) / (sorted.length + 1);
    if (p * fineness < last) {
      edges.push(notBelow(sorted[at] ?? 0));
      pValues.push(notBelow(p));
      last = p;
    }
    at = next;
  }
  return { edges: Float32Array.from(edges), pValues: Float32Array.from(pValues), count: sorted.length };
}

/** The p-value of a score by a table. */
export function tablePValue({ edges, pValues }: ConformalTable, score: number): number {
  const below = countBelow(edges, score);
  return below === 0 ? 1 : (pValues[below - 1] ?? 1);
}

/** The lowest score whose p-value is at most `pValue`, or the highest that the table tells apart: what a p-value from elsewhere would be as a score here. */
export function scoreAt({ edges, pValues }: ConformalTable, pValue: number): number {
  const at = countAbove(pValues, pValue);
  return edges[Math.min(at, edges.length - 1)] ?? 0;
}

/** The nearest number that 32 bits hold and that is not smaller: rounding must not make anything odder than it is. */
function notBelow(value: number): number {
  const near = Math.fround(value);
  if (near >= value) return near;
  const cell = new Float32Array([near]);
  const bits = new Int32Array(cell.buffer);
  bits[0] = (bits[0] ?? 0) + (near < 0 ? -1 : 1);
  return cell[0] === 0 || cell[0] === undefined ? 1.401298464324817e-45 : cell[0];
}
