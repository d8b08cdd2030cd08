import type { DeclaredPlace, EmbargoQuery, EmbargoReach } from '../../../risk/embargo/embargo.ts';
import type { EmbargoMeasure } from './content.ts';
import { type Listed, type ListLookUp, stricter } from './list-look-up.ts';

/** What a measure says of goods, before it is asked whose law it is. */
export interface Reached {
  readonly reach: EmbargoReach;
  readonly goods: string;
  readonly legalBasis: string;
}

type Asked = Pick<EmbargoQuery, 'pieceIsWorthAtMost'> & { readonly digits: string | undefined };

/** How far a listed code is reached by law that binds the authority. */
const REACH = { exact: 'prohibited', possible: 'possible', related: 'related' } as const;

/** One measure with the lists that it names. */
export class MeasureLookUp {
  readonly measure: EmbargoMeasure;
  readonly #lists: readonly ListLookUp[];
  readonly #postcodes: readonly string[];
  readonly #locations: ReadonlySet<string>;
  readonly #names: readonly string[];
  readonly #words: RegExp | undefined;

  constructor(measure: EmbargoMeasure, lists: ReadonlyMap<string, ListLookUp>) {
    const { goods, place } = measure;
    this.measure = measure;
    this.#lists = goods === 'all' ? [] : goods.map((id) => lists.get(id)!);
    this.#postcodes = place.within?.postcodes ?? [];
    this.#locations = new Set(place.within?.locations);
    this.#names = (place.within?.names ?? []).map((name) => ` ${name} `);
    this.#words = anyWord(place.words);
  }

  /** Whether a declared place is the measure's. */
  isAt({ country, words, postcode, location }: DeclaredPlace): boolean {
    const { place } = this.measure;
    if (country !== place.country) return false;
    return (
      place.within === undefined ||
      (location !== undefined && this.#locations.has(location)) ||
      (postcode !== undefined && this.#postcodes.some((beginning) => postcode.startsWith(beginning))) ||
      this.#names.some((name) => words.includes(name))
    );
  }

  isNamedIn(text: string): boolean {
    return this.#words?.test(text) ?? false;
  }

  /** Whether one of its lists, or the measure itself, names the code. */
  namesGoods(digits: string | undefined): boolean {
    if (digits === undefined || this.#isExempt(digits)) return false;
    return this.measure.goods === 'all' || this.#lists.some((list) => list.names(digits));
  }

  /** What it says of goods; undefined where it does not reach them. */
  reached(asked: Asked): Reached | undefined {
    const { goods, exempt, certainty = 'exact' } = this.measure;
    const legalBasis = this.#legalBasis();
    if (this.#isExempt(asked.digits))
      return goods === 'all' ? { reach: 'exempt', goods: exempt!.what, legalBasis } : undefined;
    if (goods === 'all') return { reach: REACH[certainty], goods: 'all goods', legalBasis };
    if (goods.length === 0) return { reach: 'possible', goods: 'goods of which no list is loaded', legalBasis };
    return this.#listed(asked);
  }

  #listed(asked: Asked): Reached | undefined {
    let strictest: Listed = 'no';
    let by: ListLookUp | undefined;
    for (const list of this.#lists) {
      const listed = list.listed(asked);
      if (stricter(strictest, listed) === strictest) continue;
      [strictest, by] = [listed, list];
    }
    if (strictest === 'no' || by === undefined) return undefined;
    const { goods, legalBasis } = by.list;
    return { reach: REACH[strictest], goods, legalBasis: `${this.#legalBasis()}; ${legalBasis}` };
  }

  /** With the state of the law, where it is not simply in force. */
  #legalBasis(): string {
    const { legalBasis, state } = this.measure;
    return state === 'in force' ? legalBasis : `${legalBasis}, ${state}`;
  }

  #isExempt(digits: string | undefined): boolean {
    return digits !== undefined && (this.measure.exempt?.prefixes ?? []).some((prefix) => digits.startsWith(prefix));
  }
}

/** Finds any of the words as a whole one, in small or capital letters; undefined where there are none. */
export function anyWord(words: readonly string[]): RegExp | undefined {
  if (words.length === 0) return undefined;
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
