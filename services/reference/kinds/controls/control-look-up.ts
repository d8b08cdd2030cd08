import type { CommodityCode } from '../../../risk/declaration/commodity-code.ts';
import type { ControlMeasure } from '../../../risk/facts/facts.ts';
import { absent, found, type Known } from '../../../risk/facts/known.ts';
import type { ControlQuery } from '../../../risk/tariff/control-query.ts';
import { commodityDigits } from '../commodity-digits.ts';
import { isInForce } from '../validity.ts';
import type { ControlRow, ControlsContent } from './content.ts';

/** Looks up the controls that attach to a code, by the beginnings of codes that each control names. */
export class ControlLookUp {
  readonly #from: string;
  readonly #byPrefix = new Map<string, ControlRow[]>();
  readonly #measures = new Map<ControlRow, ControlMeasure>();
  readonly #prefixLengths: readonly number[];

  constructor(content: ControlsContent, from: string) {
    this.#from = from;
    for (const row of content.measures) {
      this.#measures.set(row, toMeasure(row));
      for (const prefix of row.prefixes) this.#byPrefix.set(prefix, [...(this.#byPrefix.get(prefix) ?? []), row]);
    }
    this.#prefixLengths = [...new Set([...this.#byPrefix.keys()].map((prefix) => prefix.length))].sort((a, b) => a - b);
  }

  controls(code: CommodityCode, query: ControlQuery): Known<readonly ControlMeasure[]> {
    const digits = commodityDigits(code);
    if (digits === undefined) return absent(this.#from);
    const rows = new Set(
      this.#prefixLengths.flatMap((length) =>
        length <= digits.length ? (this.#byPrefix.get(digits.slice(0, length)) ?? []) : [],
      ),
    );
    return found(
      [...rows].filter((row) => applies(row, digits, query)).map((row) => this.#measures.get(row)!),
      this.#from,
    );
  }
}

function applies(row: ControlRow, digits: string, { direction, destination, origin, day }: ControlQuery): boolean {
  return (
    row.directions.includes(direction) &&
    isInForce(row, day) &&
    (row.destinations === undefined || (destination !== undefined && row.destinations.includes(destination))) &&
    (row.origins === undefined || (origin !== undefined && row.origins.includes(origin))) &&
    !(row.exceptPrefixes ?? []).some((prefix) => digits.startsWith(prefix))
  );
}

function toMeasure({
  id,
  title,
  subject,
  certainty,
  concern,
  legalBasis,
  documentCodes,
  waiverCodes,
}: ControlRow): ControlMeasure {
  const measure = { id, title, subject, certainty, legalBasis, documentCodes, waiverCodes };
  return concern === undefined ? measure : { ...measure, concern };
}
