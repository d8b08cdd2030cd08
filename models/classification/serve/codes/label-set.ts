/** Headings and subheadings that the model tells apart, each by its place in a sorted list. */
export interface LabelSet {
  readonly headings: readonly string[];
  readonly subheadings: readonly string[];
  /** Place of each subheading's heading. */
  readonly headingOf: Int32Array;
  /** Subheadings of heading h: firstOf[h] up to firstOf[h + 1]. */
  readonly firstOf: Int32Array;
  /** Chapter (two digits as a number) of each heading. */
  readonly chapterOf: Int32Array;
  headingIndex(code: string): number | undefined;
  subheadingIndex(code: string): number | undefined;
}

/** @param subheadings six digits each, sorted */
export function labelSet(subheadings: readonly string[]): LabelSet {
  const headings = [...new Set(subheadings.map((code) => code.slice(0, 4)))].sort();
  const headingPlace = new Map(headings.map((code, index) => [code, index]));
  const subheadingPlace = new Map(subheadings.map((code, index) => [code, index]));
  const headingOf = Int32Array.from(subheadings, (code) => headingPlace.get(code.slice(0, 4))!);
  const firstOf = new Int32Array(headings.length + 1).fill(subheadings.length);
  for (let i = subheadings.length - 1; i >= 0; i -= 1) firstOf[headingOf[i]!] = i;
  return {
    headings,
    subheadings,
    headingOf,
    firstOf,
    chapterOf: Int32Array.from(headings, (code) => Number(code.slice(0, 2))),
    headingIndex: (code) => headingPlace.get(code.slice(0, 4)),
    subheadingIndex: (code) => subheadingPlace.get(code.slice(0, 6)),
  };
}

/** How far a wrong code is from the right one: in another chapter, in another heading of its chapter, or beside it in its heading. */
export const DISTANCES = ['chapter', 'heading', 'subheading'] as const;

export type Distance = (typeof DISTANCES)[number];

/** What is asked of a text: does it fit this code? `subheading` is −1 where four or five digits are declared. */
export interface Declared {
  readonly heading: number;
  readonly subheading: number;
}
