import { type Day, isDay } from '../../../risk/declaration/day.ts';
import { firstProblem, type RowProblem } from '../rows.ts';

export interface NomenclatureContent {
  readonly editions: readonly NomenclatureEdition[];
  /** Subheadings of one edition only, and what they are correlated with in the other: "852580" → "852581 852582". */
  readonly moves: Readonly<Record<string, string>>;
  readonly chapterTitles: Readonly<Record<string, string>>;
  readonly headingTitles: Readonly<Record<string, string>>;
}

export interface NomenclatureEdition {
  readonly edition: '2017' | '2022';
  readonly validFrom: Day;
  readonly validTo: Day;
  /** By chapter: the four digits after it, separated by blanks. */
  readonly subheadings: Readonly<Record<string, string>>;
}

export function countNomenclature({ editions, headingTitles }: NomenclatureContent): Record<string, number> {
  return {
    ...Object.fromEntries(editions.map((edition) => [`subheadings of HS ${edition.edition}`, sizeOf(edition)])),
    'headings with a title': Object.keys(headingTitles).length,
  };
}

export function editionProblem({ editions }: NomenclatureContent): RowProblem | undefined {
  return firstProblem('editions', editions, wantedInstead);
}

function wantedInstead({ validFrom, validTo, subheadings }: NomenclatureEdition): string | undefined {
  return isDay(validFrom) && isDay(validTo) && Object.values(subheadings).every((rest) => /^\d{4}( \d{4})*$/.test(rest))
    ? undefined
    : 'days, or four digits a subheading';
}

function sizeOf({ subheadings }: NomenclatureEdition): number {
  return Object.values(subheadings).reduce((sum, rest) => sum + rest.split(' ').length, 0);
}
