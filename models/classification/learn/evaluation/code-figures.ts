import { type Interval, roundedInterval } from '../../../statistics/interval.ts';
import { wilson } from '../../../statistics/wilson.ts';
import type { Measured } from './evaluate-classification.ts';

/** Likeliest codes first. */
export interface Ranked {
  readonly headings: readonly string[];
  readonly subheadings: readonly string[];
}

/** Ranks codes for a description. */
export type Ranking = (description: string) => Ranked;

/** Shares of texts whose right code is the first, or among the first five. */
export interface CodeFigures {
  readonly chapterTop1: Interval;
  readonly headingTop1: Interval;
  readonly headingTop5: Interval;
  readonly subheadingTop1: Interval;
  readonly subheadingTop5: Interval;
}

export function codeFigures(texts: readonly Measured[], ranked: readonly Ranked[]): CodeFigures {
  const share = (isRight: (ranking: Ranked, code: string) => boolean): Interval =>
    roundedInterval(wilson(texts.filter(({ code }, index) => isRight(ranked[index]!, code)).length, texts.length));
  return {
    chapterTop1: share(({ headings }, code) => headings[0]?.slice(0, 2) === code.slice(0, 2)),
    headingTop1: share(({ headings }, code) => headings[0] === code.slice(0, 4)),
    headingTop5: share(({ headings }, code) => headings.slice(0, 5).includes(code.slice(0, 4))),
    subheadingTop1: share(({ subheadings }, code) => subheadings[0] === code.slice(0, 6)),
    subheadingTop5: share(({ subheadings }, code) => subheadings.slice(0, 5).includes(code.slice(0, 6))),
  };
}
