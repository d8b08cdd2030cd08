import type { LikelyCode } from '../heads/likely-codes.ts';
import type { SalientWord } from './salient-words.ts';

/** A word whose share is below this is not worth naming beside the first. */
const WORTH_NAMING = 0.15;
const MOST_NAMED = 3;

/** "‘centrifugal’ ‘pump’ speak for 8413 (72 %); declared 8481". Codes are as long as they must be to differ. */
export function mismatchSentence(
  words: readonly SalientWord[],
  { headings, subheadings }: { readonly headings: readonly LikelyCode[]; readonly subheadings: readonly LikelyCode[] },
  likely: string,
  declared: string,
): string {
  const digits = likely.slice(0, 4) === declared.slice(0, 4) ? 6 : 4;
  const code = likely.slice(0, digits);
  const probability = (digits === 4 ? headings : subheadings).find((one) => one.code === code)?.probability;
  const named = words
    .filter(({ share }, at) => at === 0 || share >= WORTH_NAMING)
    .slice(0, MOST_NAMED)
    .map(({ word }) => `‘${word}’`);
  const subject = named.length === 0 ? 'the words' : named.join(' ');
  const percent = probability === undefined ? '' : ` (${String(Math.round(100 * probability))} %)`;
  return `${subject} ${named.length === 1 ? 'speaks' : 'speak'} for ${code}${percent}; declared ${declared.slice(0, digits)}`;
}
