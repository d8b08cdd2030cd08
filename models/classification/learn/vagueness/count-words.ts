import { stem } from '../../serve/text/stem.ts';
import { tokensOf } from '../../serve/vagueness/tokens.ts';
import type { WordStatistic, WordStatistics } from '../../serve/vagueness/word-features.ts';

export interface CodedText {
  readonly description: string;
  /** Two digits or more. */
  readonly code: string;
}

/** Counts each text once for each of its words. */
export function wordStatistics(texts: readonly CodedText[]): WordStatistics {
  const chapters = new Map<string, Map<string, number>>();
  for (const { description, code } of texts) {
    const chapter = code.slice(0, 2);
    for (const root of new Set(tokensOf(description).words.map(stem))) {
      const counts = chapters.get(root) ?? new Map<string, number>();
      chapters.set(root, counts.set(chapter, (counts.get(chapter) ?? 0) + 1));
    }
  }
  return new Map([...chapters].map(([root, counts]) => [root, statisticOf([...counts.values()])]));
}

function statisticOf(counts: readonly number[]): WordStatistic {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const spread = counts.reduce((sum, count) => sum - (count / total) * Math.log(count / total), 0);
  return { occurrences: Math.log1p(total), spread };
}
