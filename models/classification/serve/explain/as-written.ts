import type { ScoredText } from '../scorer.ts';
import type { Named } from '../wording/spelled-out.ts';
import type { SalientWord } from './salient-words.ts';

/** The words that speak for a code as the description has them: what is read for an abbreviation or a part number stands behind that. */
export function asWritten(scored: ScoredText, named: readonly Named[]): ScoredText {
  if (named.length === 0) return scored;
  const written = (one: SalientWord): SalientWord => {
    const from = named.find(({ goods }) => goods.toLowerCase().split(/\W+/).includes(one.word));
    return from === undefined || from.written.toLowerCase().includes(one.word)
      ? one
      : { ...one, word: `${from.written} (${one.word})` };
  };
  const { mismatch } = scored;
  return {
    ...scored,
    words: scored.words.map(written),
    ...(mismatch?.words === undefined ? {} : { mismatch: { ...mismatch, words: mismatch.words.map(written) } }),
  };
}
