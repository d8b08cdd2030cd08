import { type Day, isDay } from '../../../risk/declaration/day.ts';
import type { DutyRate } from '../../../risk/facts/facts.ts';
import { firstProblem, isCountry, isText, type RowProblem } from '../rows.ts';
import { readRate, writeRate } from './rate-notation.ts';

/** Codes of one country's customs: its tariff, or the codes under which goods are exported. */
export interface TariffContent {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Headings (four digits) that are covered whole; a code under any other is unknown, not absent. */
  readonly headings: readonly string[];
  /** Lines that carry a rate: eight digits in the US, by code. */
  readonly lines: readonly TariffRow[];
  /** Statistical codes below the lines, with their own units; empty where the tariff stops at its lines. */
  readonly statistical: readonly (readonly [code: string, units: string])[];
  readonly additional: readonly AdditionalDutyRow[];
}

/** Code, rate, units, description. The rate is in the notation of `rate-notation.ts`, units are UN/ECE Rec. 20 codes separated by blanks. */
export type TariffRow = readonly [code: string, rate: string, units: string, description?: string];

export interface AdditionalDutyRow {
  readonly id: string;
  readonly origins: readonly string[];
  readonly rate: string;
  readonly validFrom?: Day;
  readonly validTo?: Day;
  /** Tariff lines it falls on, separated by blanks. */
  readonly codes: string;
}

/** A line before it is written in the notation. */
export interface RawTariffLine {
  readonly code: string;
  readonly rate: DutyRate;
  readonly units: readonly string[];
  readonly description?: string;
}

export const TARIFF_SHAPE = {
  country: 'text',
  headings: 'list',
  lines: 'list',
  statistical: 'list',
  additional: 'list',
} as const;

/** Content in the notation, every list by code. */
export function tariffContent(
  country: string,
  lines: readonly RawTariffLine[],
  statistical: readonly (readonly [string, readonly string[]])[],
  additional: readonly AdditionalDutyRow[],
): TariffContent {
  return {
    country,
    headings: [...new Set(lines.map(({ code }) => code.slice(0, 4)))].sort(),
    lines: lines.map(toRow).sort(([a], [b]) => (a < b ? -1 : 1)),
    statistical: statistical
      .map(([code, units]) => [code, units.join(' ')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    additional,
  };
}

function toRow({ code, rate, units, description }: RawTariffLine): TariffRow {
  return description === undefined
    ? [code, writeRate(rate), units.join(' ')]
    : [code, writeRate(rate), units.join(' '), description];
}

export function countTariff({ headings, lines, statistical, additional }: TariffContent): Record<string, number> {
  return {
    headings: headings.length,
    lines: lines.length,
    'statistical codes': statistical.length,
    'lines with a unit': lines.filter(([, , units]) => units !== '').length,
    'rates understood': lines.filter(([, rate]) => !rate.startsWith('other: ')).length,
    'additional duties': additional.reduce((sum, { codes }) => sum + codes.split(' ').length, 0),
  };
}

export function tariffProblem({ lines, headings, statistical, additional }: TariffContent): RowProblem | undefined {
  return (
    firstProblem('headings', headings, (heading) => (/^\d{4}$/.test(heading) ? undefined : 'four digits')) ??
    firstProblem('lines', lines, ([code, rate, units]) =>
      /^\d{6,12}$/.test(code) && readRate(rate) !== undefined && areUnits(units) && headings.includes(code.slice(0, 4))
        ? undefined
        : 'a code of a covered heading, a rate and units',
    ) ??
    firstProblem('statistical', statistical, ([code, units]) =>
      /^\d{8,14}$/.test(code) && areUnits(units) ? undefined : 'a code and units',
    ) ??
    firstProblem('additional', additional, ({ id, origins, rate, validFrom, validTo, codes }) =>
      isText(id) &&
      origins.every(isCountry) &&
      readRate(rate) !== undefined &&
      [validFrom, validTo].every((day) => day === undefined || isDay(day)) &&
      /^\d+( \d+)*$/.test(codes)
        ? undefined
        : 'an id, origins, a rate, days and codes',
    )
  );
}

const areUnits = (value: unknown): boolean =>
  typeof value === 'string' && /^$|^[A-Z0-9]{2,3}( [A-Z0-9]{2,3})*$/.test(value);
