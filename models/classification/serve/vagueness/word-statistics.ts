/** What tariff texts tell of a word: how common it is, and whether it belongs to few kinds of goods ("mussel") or to many ("set"). */
export interface WordStatistic {
  /** ln(1 + number of texts). */
  readonly occurrences: number;
  /** Entropy over chapters, nats. */
  readonly spread: number;
}

/** By stem. */
export type WordStatistics = ReadonlyMap<string, WordStatistic>;
