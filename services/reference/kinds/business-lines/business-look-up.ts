import { normalisedText } from '../../../risk/declaration/normalised-text.ts';
import { found, type Known } from '../../../risk/facts/known.ts';
import type { BusinessCategory, BusinessLine } from '../../../risk/facts/party-fact.ts';
import type { BusinessLinesContent, LineRow, WordsRow } from './content.ts';
import { type Place, WholeWords } from './whole-words.ts';

type Told = Place<string>;

/** A word that tells a line with any of these others. */
interface Pair {
  readonly others: ReadonlySet<string>;
  readonly line: string;
}

/** Tells lines of business by names and addresses; everything is looked up word by word. */
export class BusinessLookUp {
  readonly #from: string;
  readonly #lines: ReadonlyMap<string, LineRow>;
  readonly #groups: WholeWords<string>;
  readonly #phrases: WholeWords<string>;
  readonly #addresses: WholeWords<string>;
  readonly #institutions: WholeWords<string>;
  readonly #otherTrades: WholeWords<string>;
  readonly #endings: readonly WordsRow[];
  readonly #parts: readonly WordsRow[];
  readonly #pairs: ReadonlyMap<string, readonly Pair[]>;

  constructor(content: BusinessLinesContent, from: string) {
    this.#from = from;
    this.#lines = new Map(content.lines.map((line) => [line.id, line]));
    this.#groups = new WholeWords(content.groups);
    this.#phrases = new WholeWords(content.phrases);
    this.#addresses = new WholeWords(content.addresses);
    this.#institutions = new WholeWords(content.institutions.map((words) => [words, words]));
    this.#otherTrades = new WholeWords(content.otherTrades.map((words) => [words, words]));
    this.#endings = content.endings;
    this.#parts = content.parts;
    this.#pairs = pairsByFirst(content.pairs);
  }

  /** Lines that the name or the address tells, each once. */
  businessLines(name: string, address: string): Known<readonly BusinessLine[]> {
    const words = wordsOf(name);
    const told = [...this.#counted(this.#toldBy(name, words), words), ...this.#addresses.in(wordsOf(address))];
    const first = new Map<string, Told>();
    for (const one of told) if (!first.has(one.value)) first.set(one.value, one);
    return found(
      [...first.values()].map((one) => this.#lineOf(one)),
      this.#from,
    );
  }

  #toldBy(name: string, words: readonly string[]): readonly Told[] {
    return [
      ...this.#groups.in(words),
      ...this.#phrases.in(words),
      ...this.#endingsOf(words),
      ...this.#pairsOf(words),
      ...this.#partsOf(name),
    ];
  }

  /** Without what words of another trade say to be none. */
  #counted(told: readonly Told[], words: readonly string[]): readonly Told[] {
    if (told.length === 0) return told;
    const [institutions, others] = [this.#institutions.in(words), this.#otherTrades.in(words)];
    if (institutions.length === 0 && others.length === 0) return told;
    return told.filter(({ to, value }) => {
      const category = this.#categoryOf(value);
      const alike = told.filter((one) => this.#categoryOf(one.value) === category);
      const against = others.filter(({ from }) => category === 'general' || from >= to);
      return [...institutions, ...against].every((place) => alike.some((one) => covers(one, place)));
    });
  }

  readonly #categoryOf = (line: string): BusinessCategory | undefined => this.#lines.get(line)?.category;

  #endingsOf(words: readonly string[]): readonly Told[] {
    return words.flatMap((word, at) => {
      const ending = this.#endings.find(([text]) => word.length > text.length + 1 && word.endsWith(text));
      return ending === undefined ? [] : [{ value: ending[1], words: word, from: at, to: at + 1 }];
    });
  }

  #pairsOf(words: readonly string[]): readonly Told[] {
    return words.flatMap((word, at) =>
      (this.#pairs.get(word) ?? []).flatMap(({ others, line }) => {
        const other = words.findIndex((one, index) => index !== at && others.has(one));
        return other === -1
          ? []
          : [{ value: line, words: `${word} ${words[other]!}`, from: at, to: Math.min(at, other) + 1 }];
      }),
    );
  }

  #partsOf(text: string): readonly Told[] {
    if (LATIN.test(text)) return [];
    return this.#parts.flatMap(([part, line]) =>
      text.includes(part) ? [{ value: line, words: part, from: 0, to: 0 }] : [],
    );
  }

  #lineOf({ value, words }: Told): BusinessLine {
    const { id, title, category, unfit = [] } = this.#lines.get(value) as LineRow;
    return { id, title, category, words, unfit };
  }
}

/** A word of what told the line does not speak against it ("crane worldwide"). */
const covers = (told: Told, { from, to }: Told): boolean => told.from <= from && to <= told.to;

function pairsByFirst(rows: BusinessLinesContent['pairs']): ReadonlyMap<string, readonly Pair[]> {
  const pairs = new Map<string, Pair[]>();
  for (const [first, others, line] of rows) {
    const pair: Pair = { others: new Set(others.split(' ')), line };
    pairs.set(first, [...(pairs.get(first) ?? []), pair]);
  }
  return pairs;
}

/** Latin, Greek, Cyrillic and what stands before them: scripts that set blanks between words. */
const LATIN = /^[\u0000-\u052f\u1e00-\u20cf\u2100-\u214f]*$/u;

/** Three letters or more that stand alone, as in "D.H.L.": a word that was spelled out. */
const SPELLED = /(?<!\S)\p{L}(?: \p{L}){2,}(?!\S)/gu;

function wordsOf(text: string): readonly string[] {
  if (text === '') return [];
  const even = normalisedText(text).replace(SPELLED, (letters) => letters.replaceAll(' ', ''));
  return even.split(' ');
}
