import type { LabelSet } from '../../serve/codes/label-set.ts';
import { type Lexicon, SPARSE_BUCKETS, type Word } from '../../serve/features/lexicon.ts';
import { emptySparseFeatures, sparseFeatures } from '../../serve/features/sparse-features.ts';
import { phrasesOf } from '../../serve/text/phrases.ts';
import type { Row } from '../data/corpus.ts';
import type { Ranking } from './code-figures.ts';

/** Texts whose codes are looked at. */
const LOOKED_AT = 600;
/** Subheadings beside each other are often of one heading: more are looked at than are measured. */
const TOLD = { headings: 5, subheadings: 20 } as const;

/** The baseline of retrieval: the code of the tariff text with the largest cosine of TF-IDF over words, pairs and character n-grams. */
export function createNearestTexts(rows: readonly Row[], labels: LabelSet, lexicon: Lexicon): Ranking {
  const features = emptySparseFeatures();
  const weightsOf = (
    phrases: readonly (readonly Word[])[],
    idf: Float32Array | undefined,
  ): ReadonlyMap<number, number> => {
    sparseFeatures(phrases, features);
    const found = new Map<number, number>();
    for (let i = 0; i < features.count; i += 1)
      found.set(
        features.buckets[i]!,
        (found.get(features.buckets[i]!) ?? 0) + features.values[i]! * (idf?.[features.buckets[i]!] ?? 1),
      );
    const length = Math.sqrt([...found.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
    return new Map([...found].map(([bucket, value]) => [bucket, value / length]));
  };
  const counts = new Float32Array(SPARSE_BUCKETS);
  for (const { phrases } of rows) for (const bucket of weightsOf(phrases, undefined).keys()) counts[bucket]! += 1;
  const idf = counts.map((count) => Math.log((1 + rows.length) / (1 + count)));
  const index: (readonly { readonly row: number; readonly value: number }[])[] = [];
  const lists = Array.from({ length: SPARSE_BUCKETS }, (): { row: number; value: number }[] => []);
  rows.forEach(({ phrases }, row) =>
    weightsOf(phrases, idf).forEach((value, bucket) => lists[bucket]!.push({ row, value })),
  );
  index.push(...lists);
  return (description) => {
    const scores = new Float32Array(rows.length);
    weightsOf(
      phrasesOf(description).map((phrase) => phrase.map(lexicon)),
      idf,
    ).forEach((weight, bucket) => {
      for (const { row, value } of index[bucket]!) scores[row] = scores[row]! + weight * value;
    });
    const order = nearestFirst(scores);
    return {
      headings: firstDifferent(
        order.map((row) => labels.headings[rows[row]!.heading]!),
        TOLD.headings,
      ),
      subheadings: firstDifferent(
        order.flatMap((row) => (rows[row]!.subheading < 0 ? [] : [labels.subheadings[rows[row]!.subheading]!])),
        TOLD.subheadings,
      ),
    };
  };
}

/** Rows by their scores, the largest first; those far down are left out, and so are rows without any. */
function nearestFirst(scores: Float32Array): readonly number[] {
  const least = scores.slice().sort()[Math.max(0, scores.length - LOOKED_AT)] ?? 0;
  const rows: number[] = [];
  scores.forEach((score, row) => {
    if (score > 0 && score >= least) rows.push(row);
  });
  return rows.sort((a, b) => scores[b]! - scores[a]!);
}

function firstDifferent(codes: readonly string[], most: number): readonly string[] {
  const found = new Set<string>();
  for (const code of codes) {
    found.add(code);
    if (found.size === most) break;
  }
  return [...found];
}
