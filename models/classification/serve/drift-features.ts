import type { Sureness } from './calibration/mismatch-features.ts';
import { rounded } from './heads/rounded.ts';

/** The main features of a description, by which drift is measured. */
export function measuresOf({
  best,
  entropy,
  disagreement,
  words,
  unknown,
}: Sureness): Readonly<Record<string, number>> {
  return {
    'best-heading': rounded(best),
    entropy: rounded(entropy),
    disagreement: rounded(disagreement),
    words,
    'unknown-words': rounded(unknown),
  };
}
