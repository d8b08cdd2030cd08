import { median } from '../../../services/reference/learning/robust-statistics.ts';
import type { Average } from './read.ts';
import { pooled, type Prices } from './spread.ts';

/** A subheading or heading of which enough is known. */
export type Level = Prices;

/** What prices of a group of chapters are to be scaled by, beyond the scale that all have. */
export interface Scale {
  readonly group: string;
  /** Logarithm. */
  readonly shift: number;
  /** Subheadings known from both sources. */
  readonly codes: number;
}
export type Scales = readonly Scale[];

/** Chapters whose prices moved together. */
const GROUPS: readonly (readonly [group: string, from: number, to: number])[] = [
  ['live animals and food', 1, 24],
  ['chemicals and cosmetics', 28, 38],
  ['plastics and rubber', 39, 40],
  ['leather goods', 41, 43],
  ['wood and paper', 44, 49],
  ['fabrics', 50, 60],
  ['clothing, made-up textiles, footwear and headgear', 61, 67],
  ['stone, ceramics and glass', 68, 70],
  ['metals and metal goods', 72, 83],
  ['machines and electronics', 84, 85],
  ['vehicles', 86, 89],
  ['instruments and clocks', 90, 92],
  ['arms, furniture, toys and sundries', 93, 96],
];
/** Leather goods moved as clothing did, and alone are too few to say so. */
const ONE_GROUP: Readonly<Record<string, string>> = {
  'leather goods': 'clothing, made-up textiles, footwear and headgear',
};
/** A group's scale counts as if this many subheadings that did not move stood beside its own. */
const PRIOR_CODES = 4;
/** A middle of fewer lines is not compared with an average. */
const COMPARABLE_LINES = 5;

/** How far each group has moved: median over the subheadings known from both, drawn towards none. */
export function scalesOf(lines: readonly Prices[], known: readonly Average[]): Scales {
  const perKilogram = new Map(known.filter(({ unit }) => unit === 'kg').map(({ hs6, average }) => [hs6, average]));
  const moved = new Map<string, number[]>();
  for (const { code, lines: count, middle } of lines) {
    const average = perKilogram.get(code);
    if (average === undefined || count < COMPARABLE_LINES) continue;
    const group = groupOf(code);
    moved.set(group, [...(moved.get(group) ?? []), Math.log(average) - middle]);
  }
  return [...moved]
    .map(([group, shifts]) => ({
      group,
      shift: Number(((median(shifts) * shifts.length) / (shifts.length + PRIOR_CODES)).toFixed(2)),
      codes: shifts.length,
    }))
    .sort((a, b) => (a.group < b.group ? -1 : 1));
}

/** Prices moved by the scale of their group; onto the average where one is known. */
export function scaled(lines: readonly Prices[], scales: Scales, known: readonly Average[]): readonly Prices[] {
  const averages = new Map(
    known.filter(({ unit }) => unit === 'kg').map(({ hs6, average }) => [hs6, Math.log(average)]),
  );
  const shifts = new Map(scales.map(({ group, shift }) => [group, shift]));
  return lines.map((prices) => ({
    ...prices,
    middle: averages.get(prices.code) ?? prices.middle + (shifts.get(groupOf(prices.code)) ?? 0),
  }));
}

/** Subheadings and headings with enough lines, headings pooled from all their subheadings. */
export function levels(lines: readonly Prices[], minimum: number): readonly Level[] {
  const byHeading = new Map<string, readonly Prices[]>();
  for (const prices of lines) {
    const heading = prices.code.slice(0, 4);
    byHeading.set(heading, [...(byHeading.get(heading) ?? []), prices]);
  }
  const headings = [...byHeading].map(([heading, members]) => pooled(heading, members));
  return [...lines, ...headings].filter((level) => level.lines >= minimum);
}

export const inWords = (scales: Scales): string =>
  scales.map(({ group, shift, codes }) => `${group} ${Math.exp(shift).toFixed(2)} (${codes})`).join(', ');

function groupOf(code: string): string {
  const chapter = Number(code.slice(0, 2));
  const group = GROUPS.find(([, from, to]) => from <= chapter && chapter <= to)?.[0] ?? 'other';
  return ONE_GROUP[group] ?? group;
}
