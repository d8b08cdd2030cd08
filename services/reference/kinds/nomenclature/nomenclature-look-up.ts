import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { Day } from '../../../risk/declaration/day.ts';
import type { Subheading } from '../../../risk/facts/facts.ts';
import { absent, found, type Known, unknown } from '../../../risk/facts/known.ts';
import { commodityDigits, isNationalChapter } from '../commodity-digits.ts';
import type { NomenclatureContent, NomenclatureEdition } from './content.ts';

/** Looks subheadings up in the edition of the Harmonized System that is in force on a day. */
export class NomenclatureLookUp {
  readonly #content: NomenclatureContent;
  readonly #from: string;
  readonly #subheadings: ReadonlyMap<NomenclatureEdition, ReadonlySet<string>>;

  constructor(content: NomenclatureContent, from: string) {
    this.#content = content;
    this.#from = from;
    this.#subheadings = new Map(content.editions.map((edition) => [edition, subheadingsOf(edition)]));
  }

  subheading(code: CommodityCode, day: Day): Known<Subheading> {
    const place = this.#place(code, day);
    if ('state' in place) return place;
    const { digits, edition } = place;
    if (!this.#subheadings.get(edition)!.has(digits)) return absent(this.#from);
    const headingTitle = this.#content.headingTitles[digits.slice(0, 4)];
    return found(
      {
        code: digits,
        edition: edition.edition,
        correlated: this.#moved(digits),
        ...(headingTitle === undefined ? {} : { headingTitle }),
      },
      this.#from,
    );
  }

  moved(code: CommodityCode, day: Day): Known<readonly string[]> {
    const place = this.#place(code, day);
    if ('state' in place) return place;
    const moved = this.#moved(place.digits);
    return moved.length === 0 ? absent(this.#from) : found(moved, this.#from);
  }

  #place(
    code: CommodityCode,
    day: Day,
  ): Known<never> | { readonly digits: string; readonly edition: NomenclatureEdition } {
    const digits = commodityDigits(code);
    // Fewer than six digits name a chapter or a heading, and no goods: there is no such subheading.
    if (digits === undefined || digits.length < 6) return absent(this.#from);
    if (isNationalChapter(digits))
      return unknown(`chapter ${digits.slice(0, 2)} is left to national tariffs`, this.#from);
    const edition = this.#content.editions.find(({ validFrom, validTo }) => validFrom <= day && day <= validTo);
    return edition === undefined
      ? unknown(`no edition of the Harmonized System for ${day} is loaded`, this.#from)
      : { digits: digits.slice(0, 6), edition };
  }

  #moved(subheading: string): readonly string[] {
    const moves = this.#content.moves[subheading];
    return moves === undefined || moves === '' ? [] : moves.split(' ');
  }
}

function subheadingsOf(edition: NomenclatureEdition): ReadonlySet<string> {
  return new Set(
    Object.entries(edition.subheadings).flatMap(([chapter, rest]) => rest.split(' ').map((digits) => chapter + digits)),
  );
}
