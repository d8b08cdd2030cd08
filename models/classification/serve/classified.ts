import type { ConfidenceFeatures } from './calibration/mismatch-features.ts';
import type { Distance } from './codes/label-set.ts';
import type { SalientWord } from './explain/salient-words.ts';
import type { LikelyCode } from './heads/likely-codes.ts';
import type { LanguageScores } from './language/language-reader.ts';

/** What the words say. */
export interface Classified {
  readonly status: 'ok' | 'vague' | 'unknown';
  /** Why `vague` or `unknown`, in plain words. */
  readonly why?: string;
  /** Why some of the words were not read, in plain words; only with status ok. */
  readonly unreadPart?: string;
  /** The five likeliest, with their probabilities; none where codes are not told. */
  readonly headings: readonly LikelyCode[];
  readonly subheadings: readonly LikelyCode[];
  /** Words that speak for the likeliest heading. */
  readonly words: readonly SalientWord[];
  /** Only with status ok and a declared code that the Harmonized System has. */
  readonly mismatch?: Mismatch;
  readonly confidence: ConfidenceFeatures;
}

export interface Mismatch {
  /** Surprise, −ln of a combined p-value before calibration; higher is odder, comparable across items. */
  readonly score: number;
  /** Share of right codes whose descriptions fit them no better. */
  readonly pValue: number;
  /** Where the code goes wrong most clearly. */
  readonly level: Distance;
  readonly levels: Readonly<Partial<Record<Distance, { readonly score: number; readonly pValue: number }>>>;
  /** The likely code, as many digits as were judged. This and what follows only where codes are told. */
  readonly likely?: string;
  readonly words?: readonly SalientWord[];
  readonly sentence?: string;
}

export interface ClassifierOptions {
  readonly languageScores: LanguageScores;
  /** Words are looked for only where the p-value is at most this. */
  readonly wordsUpTo: number;
  /** Likely codes are looked for only where a declared code's p-value is at most this; everywhere where it is not given. Not below `wordsUpTo`. */
  readonly codesUpTo?: number;
}
