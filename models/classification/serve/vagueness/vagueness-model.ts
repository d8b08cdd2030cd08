import { type Artefact, listOf, tableOf } from '../../../artefact/artefact.ts';
import { floatsOf, quantise } from '../../../artefact/quantise.ts';
import type { Table } from '../../../artefact/table.ts';
import { type ListedTerms } from './listed-terms.ts';
import type { VaguenessWeights } from './read-text.ts';
import { BUCKETS, type WordStatistics } from './word-features.ts';

/** All that the classifier needs beside the word vectors. */
export interface VaguenessModel {
  readonly weights: VaguenessWeights;
  readonly statistics: WordStatistics;
  readonly listed: ListedTerms;
  /** A description is vague whose probability is above it. */
  readonly threshold: number;
}

const TABLES = {
  words: 'vague-words',
  whole: 'vague-whole',
  occurrences: 'vague-occurrences',
  spread: 'vague-spread',
  listed: 'vague-listed',
  threshold: 'vague-threshold',
} as const;
const STEMS = 'vague-stems';

/** The classifier as tables and lists of an artefact; words and statistics in a byte a number. */
export function packVagueness({ weights, statistics, listed, threshold }: VaguenessModel): {
  readonly tables: Readonly<Record<string, Table>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
} {
  const stems = [...statistics.keys()].sort();
  const column = (of: 'occurrences' | 'spread'): Table =>
    quantise({ shape: [stems.length], values: Float32Array.from(stems, (stem) => statistics.get(stem)![of]) });
  const tables = {
    [TABLES.words]: quantise({ shape: [BUCKETS], values: weights.subarray(0, BUCKETS) }),
    [TABLES.whole]: float32(weights.slice(BUCKETS)),
    [TABLES.occurrences]: column('occurrences'),
    [TABLES.spread]: column('spread'),
    [TABLES.listed]: { dtype: 'int32', shape: [listed.length], values: Int32Array.from(listed) } as const,
    [TABLES.threshold]: float32(Float32Array.of(threshold)),
  };
  return { tables, lists: { [STEMS]: stems } };
}

/** The classifier out of an artefact that packVagueness() are part of. @throws TDW_MODEL_MALFORMED where one is missing */
export function unpackVagueness(artefact: Artefact): VaguenessModel {
  const whole = tableOf(artefact, TABLES.whole, 'float32').values;
  const weights = new Float32Array(BUCKETS + whole.length);
  weights.set(floatsOf(tableOf(artefact, TABLES.words, 'int8')));
  weights.set(whole, BUCKETS);
  const [occurrences, spread] = [TABLES.occurrences, TABLES.spread].map((name) =>
    floatsOf(tableOf(artefact, name, 'int8')),
  ) as [Float32Array, Float32Array];
  const statistics = new Map(
    listOf(artefact, STEMS).map((stem, place) => [stem, { occurrences: occurrences[place]!, spread: spread[place]! }]),
  );
  return {
    weights,
    statistics,
    listed: Uint32Array.from(tableOf(artefact, TABLES.listed, 'int32').values),
    threshold: tableOf(artefact, TABLES.threshold, 'float32').values[0]!,
  };
}

const float32 = (values: Float32Array): Table => ({ dtype: 'float32', shape: [values.length], values });
