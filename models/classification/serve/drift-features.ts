import type { ConfidenceFeatures } from './calibration/mismatch-features.ts';
import { rounded } from './heads/likely-codes.ts';

/** The main features of a description, by which drift is measured. */
export function driftFeatures({
  best,
  entropy,
  disagreement,
  words,
  unknown,
}: ConfidenceFeatures): Readonly<Record<string, number>> {
  return {
    'best-heading': rounded(best),
    entropy: rounded(entropy),
    disagreement: rounded(disagreement),
    words,
    'unknown-words': rounded(unknown),
  };
}
