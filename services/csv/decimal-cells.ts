/** What stands before the decimals. */
export type DecimalMark = '.' | ',';

/**
 * A number in plain notation ("1234.56"); a text that is none in any notation, as it stands; or why it cannot be read.
 */
export type ReadDecimal = { readonly value: string } | { readonly problem: string };

/** Between thousands: the other mark, or a blank, a no-break blank or an apostrophe, as in France and Switzerland. */
const GROUPINGS: Readonly<Record<DecimalMark, readonly string[]>> = {
  '.': [',', "[ \\u00a0\\u202f'\\u2019]"],
  ',': ['\\.', "[ \\u00a0\\u202f'\\u2019]"],
};
const MARKS = ['.', ','] as const;
const SHAPES: Readonly<Record<DecimalMark, readonly RegExp[]>> = { '.': shapesWith('.'), ',': shapesWith(',') };
const PLAIN = /^[+-]?\d+$/;
/** A point and three digits: thousands, or thousandths. */
const EITHER = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

function shapesWith(mark: DecimalMark): readonly RegExp[] {
  const fraction = `(?:\\${mark}(?<fraction>\\d+))?`;
  const grouped = GROUPINGS[mark].map(
    (between) => new RegExp(`^(?<whole>[+-]?[1-9]\\d{0,2}(?:${between}\\d{3})+)${fraction}$`),
  );
  return [new RegExp(`^(?<whole>[+-]?\\d*)${fraction}(?<exponent>[eE][+-]?\\d+)?$`), ...grouped];
}

/**
 * The numbers of one file, in the notation of its country: "1,234.56", "1.234,56", "1 234,56". Every number that can be
 * read in one way only is read in that way.
 * "1.234" is read as in the event's own notation, with a decimal point, unless the file has decimal commas; "1,234" is
 * refused. A file's decimal mark can be stated.
 */
export class DecimalCells {
  readonly #stated: DecimalMark | undefined;
  /** Line of the first number that can only have a decimal comma. */
  #commaAt: number | undefined;
  /** Line of the first number that was taken to have a decimal point, and may have had thousands. */
  #pointAt: number | undefined;

  constructor(stated?: DecimalMark) {
    this.#stated = stated;
  }

  /** Looks at a number beforehand, so that it bears on those above it. */
  look(text: string, line: number): void {
    if (this.#stated === undefined && this.#commaAt === undefined && text.includes(',') && isCommaOnly(text))
      this.#commaAt = line;
  }

  read(text: string, line: number): ReadDecimal {
    if (PLAIN.test(text)) return { value: text };
    if (this.#stated !== undefined) return asStated(text, this.#stated);
    if (text.includes(',')) return this.#withComma(text, line);
    if (!EITHER.test(text)) return { value: readings(text, MARKS)[0] ?? text };
    if (this.#commaAt !== undefined)
      return {
        problem: `${text} may be ${text.replace('.', '')} or ${text}: line ${String(this.#commaAt)} has a decimal comma`,
      };
    this.#pointAt ??= line;
    return { value: text };
  }

  #withComma(text: string, line: number): ReadDecimal {
    const found = readings(text, MARKS);
    if (found.length > 1) return { problem: `${text} may be ${found.join(' or ')}` };
    if (!isCommaOnly(text)) return { value: found[0] ?? text };
    this.#commaAt ??= line;
    if (this.#pointAt === undefined) return { value: found[0] ?? text };
    return { problem: `${text} has a decimal comma, but line ${String(this.#pointAt)} was read with a decimal point` };
  }
}

function asStated(text: string, mark: DecimalMark): ReadDecimal {
  const [value] = readings(text, [mark]);
  if (value !== undefined) return { value };
  const [other] = readings(text, MARKS);
  return other === undefined
    ? { value: text }
    : { problem: `${text} has no decimal ${mark === ',' ? 'comma' : 'point'}, which the mapping file states` };
}

function isCommaOnly(text: string): boolean {
  return readings(text, [',']).length > 0 && readings(text, ['.']).length === 0;
}

/** The different numbers that a text can be. */
function readings(text: string, marks: readonly DecimalMark[]): readonly string[] {
  const found = marks
    .flatMap((mark) => SHAPES[mark].map((shape) => shape.exec(text)?.groups))
    .filter((groups) => groups !== undefined);
  return [
    ...new Set(
      found.map(
        ({ whole = '', fraction, exponent = '' }) =>
          `${whole.replace(/[^\d+-]/g, '')}${fraction === undefined ? '' : `.${fraction}`}${exponent}`,
      ),
    ),
  ].filter((value) => /\d/.test(value));
}
