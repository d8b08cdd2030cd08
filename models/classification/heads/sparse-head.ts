import type { LabelSet } from '../data/label-set.ts';
import { subheadingBucket } from '../features/pair-space.ts';
import type { SparseFeatures } from '../features/sparse-features.ts';

/** The sparse head as it is shipped: of each bucket only the headings that it says something about. */
export interface SparseTables {
  /** Entries of bucket b: rowStarts[b] up to rowStarts[b + 1]. */
  readonly rowStarts: Int32Array;
  /** Heading of each entry. */
  readonly headings: Uint16Array;
  readonly weights: Int8Array;
  readonly scale: number;
  readonly headingBias: Float32Array;
  readonly subheadings: Int8Array;
  readonly subheadingScale: number;
  readonly subheadingBias: Float32Array;
}

export interface SparseHead {
  /** Probability of every heading. */
  readonly probabilities: (features: SparseFeatures, into: Float32Array) => void;
  /** How much each feature adds to the logit of a heading. */
  readonly contributions: (features: SparseFeatures, heading: number, into: Float32Array) => void;
  /** The same for a subheading among those of its heading. */
  readonly subheadingContributions: (features: SparseFeatures, subheading: number, into: Float32Array) => void;
  /** Logit of a subheading among those of its heading. */
  readonly subheadingLogit: (features: SparseFeatures, subheading: number) => number;
}

/** Most headings are not touched by a text: for those the exponential of the bias is known beforehand. */
export function createSparseHead(tables: SparseTables, labels: LabelSet): SparseHead {
  const { rowStarts, headings, weights, scale, headingBias } = tables;
  const classes = labels.headings.length;
  const untouched = Float32Array.from(headingBias, Math.exp);
  const logits = new Float32Array(classes);
  return {
    probabilities({ buckets, values, count }, into) {
      logits.fill(0);
      for (let i = 0; i < count; i += 1) {
        const value = values[i]! * scale;
        const end = rowStarts[buckets[i]! + 1]!;
        for (let entry = rowStarts[buckets[i]!]!; entry < end; entry += 1) logits[headings[entry]!] = logits[headings[entry]!]! + value * weights[entry]!;
      }
      let sum = 0;
      for (let j = 0; j < classes; j += 1) {
        const power = logits[j] === 0 ? untouched[j]! : untouched[j]! * Math.exp(logits[j]!);
        into[j] = power;
        sum += power;
      }
      const share = 1 / sum;
      for (let j = 0; j < classes; j += 1) into[j] = into[j]! * share;
    },
    contributions({ buckets, values, count }, heading, into) {
      for (let i = 0; i < count; i += 1) into[i] = values[i]! * scale * weightOf(tables, buckets[i]!, heading);
    },
    subheadingContributions({ buckets, values, words }, subheading, into) {
      for (let i = 0; i < words; i += 1) into[i] = values[i]! * tables.subheadingScale * tables.subheadings[subheadingBucket(buckets[i]!, subheading)]!;
    },
    subheadingLogit: (features, subheading) => tables.subheadingBias[subheading]! + tables.subheadingScale * speaksFor(tables.subheadings, features, subheading),
  };
}

function speaksFor(weights: Int8Array, { words, buckets, values }: SparseFeatures, subheading: number): number {
  let sum = 0;
  for (let i = 0; i < words; i += 1) sum += values[i]! * weights[subheadingBucket(buckets[i]!, subheading)]!;
  return sum;
}

/** Entries of a bucket are sorted by heading. */
function weightOf({ rowStarts, headings, weights }: SparseTables, bucket: number, heading: number): number {
  let low = rowStarts[bucket]!;
  let high = rowStarts[bucket + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headings[middle]! < heading) low = middle + 1;
    else high = middle;
  }
  return low < rowStarts[bucket + 1]! && headings[low] === heading ? weights[low]! : 0;
}
