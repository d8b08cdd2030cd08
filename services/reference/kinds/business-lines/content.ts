import type { BusinessCategory } from '../../../risk/facts/party-fact.ts';
import { firstProblem, isText, type RowProblem } from '../rows.ts';

export interface LineRow {
  readonly id: string;
  readonly title: string;
  readonly category: BusinessCategory;
  /** Beginnings of commodity codes of which such a business has no use. */
  readonly unfit?: readonly string[];
}

/** Words in the spelling that names are compared in (lower case, no accents, a blank between words), and the line of business that they tell. */
export type WordsRow = readonly [words: string, line: string];

/** How names and addresses tell a line of business. */
export interface BusinessLinesContent {
  readonly lines: readonly LineRow[];
  /** Known companies: their names as whole words, wherever they stand. */
  readonly groups: readonly WordsRow[];
  /** Words of a trade: whole words in a name. */
  readonly phrases: readonly WordsRow[];
  /** Endings of one word, for languages that compound: "logistik". */
  readonly endings: readonly WordsRow[];
  /** Parts of a name, for scripts that set no blanks. */
  readonly parts: readonly WordsRow[];
  /** Words that tell a line only together: any of the first with any of the others. */
  readonly pairs: readonly (readonly [first: string, others: string, line: string])[];
  /** Whole words in an address. */
  readonly addresses: readonly WordsRow[];
  /** Whole words that say that a name is none of the above, wherever they stand: "university". */
  readonly institutions: readonly string[];
  /** Whole words of another trade, where they stand after what would tell the line: "freight wagon works". */
  readonly otherTrades: readonly string[];
}

const CATEGORIES: readonly BusinessCategory[] = ['transport', 'finance', 'address', 'zone', 'general', 'trade'];

export function businessProblem(content: BusinessLinesContent): RowProblem | undefined {
  const known = new Set(content.lines.map(({ id }) => id));
  const wordsProblem = ([words, line]: WordsRow): string | undefined =>
    isEven(words) && known.has(line) ? undefined : 'words in lower case and a line that is listed';
  return (
    firstProblem('lines', content.lines, lineProblem) ??
    firstProblem('groups', content.groups, wordsProblem) ??
    firstProblem('phrases', content.phrases, wordsProblem) ??
    firstProblem('endings', content.endings, wordsProblem) ??
    firstProblem('parts', content.parts, wordsProblem) ??
    firstProblem('pairs', content.pairs, ([first, others, line]) => wordsProblem([`${first} ${others}`, line])) ??
    firstProblem('addresses', content.addresses, wordsProblem) ??
    firstProblem('institutions', content.institutions, wordProblem) ??
    firstProblem('otherTrades', content.otherTrades, wordProblem)
  );
}

function lineProblem({ id, title, category, unfit = [] }: LineRow): string | undefined {
  return isText(id) && isText(title) && CATEGORIES.includes(category) && unfit.every((code) => /^\d{2,6}$/.test(code))
    ? undefined
    : `an id, a title, one of ${CATEGORIES.join(', ')}, and beginnings of codes`;
}

const wordProblem = (words: string): string | undefined => (isEven(words) ? undefined : 'words in lower case');

const isEven = (words: string): boolean =>
  isText(words) && words === words.toLowerCase() && !/\s\s|^\s|\s$/.test(words);
