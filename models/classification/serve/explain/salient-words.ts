import type { Declared, LabelSet } from '../codes/label-set.ts';
import { type LikelyCodes, rounded } from '../heads/likely-codes.ts';
import type { Reading } from '../heads/reader.ts';
import { type Contrast, type ExplainedHeads, wordContributions } from './word-contributions.ts';

/** A word that speaks for the likely code, and its share in all that speaks for it. */
export interface SalientWord {
  readonly word: string;
  readonly share: number;
}

const TOLD = 5;

/** The words that speak for the likeliest code and against the declared one; where none is declared or it is the likeliest itself, against the next. */
export function salientWords(
  reading: Reading,
  heads: ExplainedHeads,
  labels: LabelSet,
  likely: LikelyCodes,
  declared?: Declared,
): readonly SalientWord[] {
  const contrast = contrastOf(labels, likely, declared);
  if (contrast === undefined) return [];
  const speaking = wordContributions(reading, heads, contrast).filter(({ logit }) => logit > 0);
  const total = speaking.reduce((sum, { logit }) => sum + logit, 0);
  return speaking.slice(0, TOLD).map(({ word, logit }) => ({ word, share: rounded(logit / total) }));
}

function contrastOf(
  labels: LabelSet,
  { headings, subheadings }: LikelyCodes,
  declared: Declared | undefined,
): Contrast | undefined {
  const [first, second] = headings.map(({ code }) => labels.headingIndex(code)!);
  if (first === undefined || second === undefined) return undefined;
  if (declared === undefined || declared.heading !== first)
    return { level: 'heading', towards: first, against: declared?.heading ?? second };
  const within = subheadings
    .map(({ code }) => labels.subheadingIndex(code)!)
    .find((one) => labels.headingOf[one] === first && one !== declared.subheading);
  if (
    declared.subheading < 0 ||
    within === undefined ||
    subheadings[0]?.code === labels.subheadings[declared.subheading]
  )
    return { level: 'heading', towards: first, against: second };
  return { level: 'subheading', towards: within, against: declared.subheading };
}
