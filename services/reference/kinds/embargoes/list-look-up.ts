import type { EmbargoQuery } from '../../../risk/embargo/embargo.ts';
import type { EmbargoList } from './content.ts';

/** Whether a list names goods of a code; `related`: it names others of the chapter. */
export type Listed = 'exact' | 'possible' | 'related' | 'no';

type AskedGoods = Pick<EmbargoQuery, 'pieceIsWorthAtMost'> & { readonly digits: string | undefined };

/** Looks up codes in one list. */
export class ListLookUp {
  readonly list: EmbargoList;
  readonly #prefixes: ReadonlySet<string>;
  readonly #lengths: readonly number[];
  readonly #chapters: ReadonlySet<string>;
  readonly #excepted: readonly string[];

  constructor(list: EmbargoList) {
    this.list = list;
    this.#prefixes = new Set(list.prefixes);
    this.#lengths = [...new Set(list.prefixes.map(({ length }) => length))];
    this.#chapters = new Set(list.prefixes.map((prefix) => prefix.slice(0, 2)));
    this.#excepted = list.exceptPrefixes ?? [];
  }

  /** A code that is shorter than what the list names may be one of them. */
  listed({ digits, pieceIsWorthAtMost }: AskedGoods): Listed {
    if (digits === undefined) return 'possible';
    const prefix = this.#prefixOf(digits);
    if (prefix === undefined) return this.#chapters.has(digits.slice(0, 2)) ? 'related' : 'no';
    const price = this.list.floors?.prices[prefix];
    if (price === undefined) return this.list.certainty;
    const worth = pieceIsWorthAtMost(this.list.floors!.currency);
    return worth !== undefined && worth < price ? 'related' : 'possible';
  }

  /** Whether it names the code itself. */
  names(digits: string): boolean {
    return this.#prefixOf(digits) !== undefined;
  }

  #prefixOf(digits: string): string | undefined {
    if (this.#excepted.some((prefix) => digits.startsWith(prefix))) return undefined;
    for (const length of this.#lengths) {
      const beginning = digits.slice(0, length);
      if (this.#prefixes.has(beginning)) return beginning;
    }
    return undefined;
  }
}

const STRICTNESS: readonly Listed[] = ['no', 'related', 'possible', 'exact'];

export const stricter = (a: Listed, b: Listed): Listed => (STRICTNESS.indexOf(a) >= STRICTNESS.indexOf(b) ? a : b);
