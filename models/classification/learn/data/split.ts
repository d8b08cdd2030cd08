import { createHash } from 'node:crypto';

/**
 * Which part of the measurements a labelled text belongs to. `random-held-out`: one text in ten; `codes-held-out`: every text
 * of one subheading in ten, so that its goods were never described to the model; `training`: the rest. A text in both held-out
 * parts counts as `codes-held-out`. `choosing`: rulings that models are chosen by.
 */
export type SplitPart = 'training' | 'random-held-out' | 'codes-held-out' | 'choosing';

/** One in so many. */
const SHARE = 10;

/**
 * The part of a text with its code. Depends on nothing but the two, so that any program (the distillation of the word vectors
 * is in Python) finds the same split: the first eight hexadecimal digits of the SHA-256 of the key, as a whole number, modulo ten.
 * The keys are the text as `splitKey` gives it, and the first six digits of the code.
 */
export function splitPart(description: string, code: string): SplitPart {
  if (isHeldOut(code.slice(0, 6))) return 'codes-held-out';
  return isHeldOut(splitKey(description)) ? 'random-held-out' : 'training';
}

/** Of an authority's own descriptions one in forty is enough to measure on: one in four of the random tenth. */
export const isThinlyHeldOut = (description: string): boolean => numberOf(`thin ${splitKey(description)}`) % 4 === 0;

/** The text without case, accents and punctuation: letters and digits in words with one space between. */
export function splitKey(description: string): string {
  const plain = description.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, ' ').trim();
}

/**
 * One in so many subheadings has all its descriptions in one fold. In public customs declarations only 22 % of the goods are of subheadings that no
 * learnt description has; but trade is wider than any list, and one in four gave 2.5 % of alarms on rulings where 1 % are stated, one in two 1 %.
 */
const TOGETHER = 2;

/**
 * Fold of a description, 0 … folds − 1. All descriptions of every second subheading are in one, so that none of its goods were described to
 * the heads that judge them; those of the others are spread.
 */
export const foldOf = (description: string, code: string, folds: number): number =>
  (isTogether(code) ? Math.floor(foldNumber(code) / TOGETHER) : numberOf(`fold ${splitKey(description)}`)) % folds;

/** Whether all descriptions of the code's subheading are in one fold. */
export const isTogether = (code: string): boolean => foldNumber(code) % TOGETHER === 0;

const foldNumber = (code: string): number => numberOf(`fold ${code.slice(0, 6)}`);

/** Whether a text is in the half that is kept for choosing, by its key (a ruling's number, or its words). */
export const isInHalf = (key: string): boolean => numberOf(`half ${splitKey(key)}`) % 2 === 0;

const isHeldOut = (key: string): boolean => numberOf(key) % SHARE === 0;

function numberOf(key: string): number {
  return Number.parseInt(createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 8), 16);
}
