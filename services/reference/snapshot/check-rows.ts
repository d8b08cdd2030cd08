import { readRate } from '../kinds/tariff/rate-notation.ts';
import type {
  AdditionalDutyRow,
  ControlRow,
  CountryRow,
  SnapshotContent,
  TariffContent,
  UsualRow,
} from './contents.ts';
import type { AnySnapshot } from './snapshot.ts';

/** What is wrong with one row, and where it stands in the content: "lines[3]". */
export interface RowProblem {
  readonly path: string;
  readonly what: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DOCUMENT_CODE = /^[A-Z0-9]{2,4}$/;
const DOCUMENT_KINDS = ['licence', 'permit', 'certificate', 'other'];

/** The first row of a snapshot that cannot be looked up in, for snapshots that came from outside; `undefined` where all can. */
export function firstRowProblem({ kind, content }: AnySnapshot): RowProblem | undefined {
  switch (kind) {
    case 'nomenclature':
      return first('editions', content.editions, (edition) =>
        DAY.test(edition.validFrom) &&
        DAY.test(edition.validTo) &&
        Object.values(edition.subheadings).every((rest) => /^\d{4}( \d{4})*$/.test(rest))
          ? undefined
          : 'days, or four digits a subheading',
      );
    case 'tariff':
    case 'export-codes':
      return tariffProblem(content);
    case 'controls':
      return first('measures', content.measures, controlProblem);
    case 'document-types':
      return first('types', Object.entries(content.types), ([code, { kind: of, title }]) =>
        DOCUMENT_CODE.test(code) && DOCUMENT_KINDS.includes(of) && isText(title)
          ? undefined
          : `a code, one of ${DOCUMENT_KINDS.join(', ')}, and a title`,
      );
    case 'exchange-rates':
      return exchangeRateProblem(content);
    case 'usual-ratios':
      return first('rows', content.rows, usualProblem);
    case 'high-priority':
      return first('codes', content.codes, ([code, tier, description]) =>
        /^\d{6}$/.test(code) && isText(tier) && isText(description)
          ? undefined
          : 'six digits, a tier and a description',
      );
    case 'geography':
      return first('countries', content.countries, countryProblem);
  }
}

function tariffProblem({ lines, headings, statistical, additional }: TariffContent): RowProblem | undefined {
  return (
    first('headings', headings, (heading) => (/^\d{4}$/.test(heading) ? undefined : 'four digits')) ??
    first('lines', lines, ([code, rate, units]) =>
      /^\d{6,12}$/.test(code) && readRate(rate) !== undefined && areUnits(units) && headings.includes(code.slice(0, 4))
        ? undefined
        : 'a code of a covered heading, a rate and units',
    ) ??
    first('statistical', statistical, ([code, units]) =>
      /^\d{8,14}$/.test(code) && areUnits(units) ? undefined : 'a code and units',
    ) ??
    first('additional', additional, ({ id, origins, rate, codes }: AdditionalDutyRow) =>
      isText(id) && origins.every(isCountry) && readRate(rate) !== undefined && /^\d+( \d+)*$/.test(codes)
        ? undefined
        : 'an id, origins, a rate and codes',
    )
  );
}

function controlProblem(row: ControlRow): string | undefined {
  if (![row.id, row.title, row.subject, row.legalBasis].every(isText))
    return 'an id, a title, a subject and a legal basis';
  if (row.certainty !== 'always' && row.certainty !== 'possible') return 'the certainty "always" or "possible"';
  if (!row.directions.every((direction) => direction === 'import' || direction === 'export'))
    return 'directions "import" or "export"';
  if (
    row.prefixes.length === 0 ||
    ![...row.prefixes, ...(row.exceptPrefixes ?? [])].every((prefix) => /^\d{2,10}$/.test(prefix))
  )
    return 'prefixes of two digits or more';
  if (![...row.documentCodes, ...row.waiverCodes].every((code) => DOCUMENT_CODE.test(code))) return 'document codes';
  if (![...(row.destinations ?? []), ...(row.origins ?? [])].every(isCountry)) return 'countries of ISO 3166-1 alpha-2';
  return DAY.test(row.validFrom) && DAY.test(row.validTo ?? row.validFrom) ? undefined : 'days of validity';
}

function exchangeRateProblem({ days }: SnapshotContent['exchange-rates']): RowProblem | undefined {
  return first('days', days, ({ day, validTo, rates }, index) => {
    if (validTo !== undefined && (!DAY.test(validTo) || validTo < day))
      return 'a last day that is not before the first';
    if (!DAY.test(day) || (index > 0 && day <= days[index - 1]!.day)) return 'days in ascending order';
    return Object.entries(rates).every(
      ([currency, rate]) => /^[A-Z]{3}$/.test(currency) && /^\d+(\.\d+)?$/.test(rate) && Number(rate) > 0,
    )
      ? undefined
      : 'rates above zero, as text, by currency';
  });
}

function usualProblem([code, unit, medianLog, madLog, count]: UsualRow): string | undefined {
  const fine =
    /^\d{2}(\d{2}){0,3}$/.test(code) &&
    /^[A-Z0-9]{2,3}\/[A-Z0-9]{2,3}$/.test(unit) &&
    Number.isFinite(medianLog) &&
    Number.isFinite(madLog) &&
    madLog >= 0 &&
    Number.isInteger(count) &&
    count > 0;
  return fine ? undefined : 'a code of an even number of digits, a ratio of units, median, spread and count';
}

function countryProblem([code, name, , latitude, longitude]: CountryRow): string | undefined {
  const placed =
    latitude === null || longitude === null
      ? latitude === longitude
      : Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isCountry(code) && isText(name) && placed
    ? undefined
    : 'a code, a name, and a latitude and longitude or neither';
}

/** A check that meets a shape it cannot even read says the same as one that fails. */
function first<T>(
  list: string,
  rows: readonly T[],
  problem: (row: T, index: number) => string | undefined,
): RowProblem | undefined {
  for (const [index, row] of rows.entries()) {
    const wanted = attempt(() => problem(row, index));
    if (wanted !== undefined)
      return {
        path: `${list}[${index}]`,
        what: `${JSON.stringify(row).slice(0, 60)} is not what is wanted: ${wanted}`,
      };
  }
  return undefined;
}

function attempt(check: () => string | undefined): string | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof TypeError) return 'another shape';
    throw error;
  }
}

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isCountry = (value: unknown): boolean => typeof value === 'string' && /^[A-Z]{2}$/.test(value);
const areUnits = (value: unknown): boolean =>
  typeof value === 'string' && /^$|^[A-Z0-9]{2,3}( [A-Z0-9]{2,3})*$/.test(value);
