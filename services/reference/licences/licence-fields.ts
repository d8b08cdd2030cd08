import { type Day, isDay } from '../../risk/declaration/day.ts';
import { type DecimalText, normaliseDecimal } from '../../risk/declaration/decimal-text.ts';
import type { Licence, LicenceLine, LicenceStatus } from '../../risk/facts/facts.ts';

/** A licence as it is brought in: the register gives the revision. */
export type LicenceRecord = Omit<Licence, 'revision'>;

export const LICENCE_STATUSES = [
  'issued',
  'suspended',
  'revoked',
  'expired',
  'exhausted',
  'surrendered',
] as const satisfies readonly LicenceStatus[];

/** What is wrong with a field, with its path: "lines[0].quantity". */
export class LicenceFieldError extends Error {
  readonly path: string;

  constructor(path: string, what: string) {
    super(`${path}: ${what}`);
    this.path = path;
  }
}

const LICENCE_KEYS = ['id', 'status', 'holderId', 'holderName', 'validFrom', 'validTo', 'lines'];
const LINE_KEYS = ['line', 'commodityCode', 'controlEntry', 'destinations', 'endUser', 'quantity', 'unit', 'value'];

/** Checks one licence of any origin, field by field; unknown fields are refused. Throws `LicenceFieldError` for the first that is wrong. */
export function toLicence(given: unknown): LicenceRecord {
  const fields = record(given, 'licence', LICENCE_KEYS);
  const status = LICENCE_STATUSES.find((known) => known === fields['status']);
  if (status === undefined)
    throw new LicenceFieldError('status', `${shown(fields['status'])} is none of ${LICENCE_STATUSES.join(', ')}`);
  const [validFrom, validTo] = [day(fields['validFrom'], 'validFrom'), day(fields['validTo'], 'validTo')];
  if (validFrom !== undefined && validTo !== undefined && validTo < validFrom)
    throw new LicenceFieldError('validTo', `${validTo} is before validFrom ${validFrom}`);
  const lines = fields['lines'];
  if (!Array.isArray(lines) || lines.length === 0)
    throw new LicenceFieldError('lines', 'a licence has at least one line');
  return {
    id: text(fields['id'], 'id') ?? missing('id'),
    status,
    ...optional('holderId', text(fields['holderId'], 'holderId')),
    ...optional('holderName', text(fields['holderName'], 'holderName')),
    ...optional('validFrom', validFrom),
    ...optional('validTo', validTo),
    lines: distinctLines(lines.map(toLine)),
  };
}

function toLine(given: unknown, index: number): LicenceLine {
  const at = (field: string): string => `lines[${index}].${field}`;
  const fields = record(given, `lines[${index}]`, LINE_KEYS);
  const line = fields['line'] ?? index + 1;
  if (!Number.isInteger(line) || (line as number) < 1)
    throw new LicenceFieldError(at('line'), `${shown(line)} is no whole number from 1`);
  const commodityCode = matching(
    fields['commodityCode'],
    at('commodityCode'),
    /^(\d{2}|\d{4}|\d{6,12})$/,
    'commodity code or beginning of one: 2, 4 or 6 to 12 digits',
  );
  const controlEntry = text(fields['controlEntry'], at('controlEntry'));
  if (commodityCode === undefined && controlEntry === undefined)
    throw new LicenceFieldError(at('commodityCode'), 'a line names a commodity code or a control entry');
  const quantity = decimal(fields['quantity'], at('quantity'));
  const unit = matching(fields['unit'], at('unit'), /^[A-Z0-9]{2,3}$/, 'unit of UN/ECE Rec. 20');
  if ((quantity === undefined) !== (unit === undefined))
    throw new LicenceFieldError(at('unit'), 'a quantity and its unit go together');
  return {
    line: line as number,
    ...optional('commodityCode', commodityCode),
    ...optional('controlEntry', controlEntry),
    destinations: destinations(fields['destinations'], at('destinations')),
    ...optional('endUser', text(fields['endUser'], at('endUser'))),
    ...optional('quantity', quantity),
    ...optional('unit', unit),
    ...optional('value', amount(fields['value'], at('value'))),
  };
}

function distinctLines(lines: readonly LicenceLine[]): readonly LicenceLine[] {
  const numbers = new Set(lines.map(({ line }) => line));
  if (numbers.size !== lines.length) throw new LicenceFieldError('lines', 'two lines have the same number');
  return lines;
}

function destinations(given: unknown, path: string): readonly string[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw new LicenceFieldError(path, 'is no list of countries');
  return given.map(
    (code, index) =>
      matching(code, `${path}[${index}]`, /^[A-Z]{2}$/, 'country of ISO 3166-1 alpha-2') ??
      missing(`${path}[${index}]`),
  );
}

function amount(given: unknown, path: string): LicenceLine['value'] {
  if (given === undefined || given === null) return undefined;
  const fields = record(given, path, ['value', 'currencyId']);
  return {
    value: decimal(fields['value'], `${path}.value`) ?? missing(`${path}.value`),
    currencyId:
      matching(fields['currencyId'], `${path}.currencyId`, /^[A-Z]{3}$/, 'currency of ISO 4217') ??
      missing(`${path}.currencyId`),
  };
}

function decimal(given: unknown, path: string): DecimalText | undefined {
  const value = text(given, path);
  if (value === undefined) return undefined;
  const decimal = normaliseDecimal(value);
  if (decimal === undefined || decimal.startsWith('-'))
    throw new LicenceFieldError(path, `${shown(value)} is no decimal from 0 with at most 6 decimals`);
  return decimal;
}

function day(given: unknown, path: string): Day | undefined {
  const value = text(given, path);
  if (value === undefined || isDay(value)) return value;
  throw new LicenceFieldError(path, `${shown(value)} is no calendar day`);
}

function matching(given: unknown, path: string, form: RegExp, what: string): string | undefined {
  const value = text(given, path);
  if (value !== undefined && !form.test(value)) throw new LicenceFieldError(path, `${shown(value)} is no ${what}`);
  return value;
}

function text(given: unknown, path: string): string | undefined {
  if (given === undefined || given === null) return undefined;
  if (typeof given !== 'string') throw new LicenceFieldError(path, `${shown(given)} is no text`);
  const trimmed = given.trim();
  return trimmed === '' ? undefined : trimmed;
}

function record(given: unknown, path: string, keys: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new LicenceFieldError(path, 'is no object');
  const unknownKey = Object.keys(given).find((key) => !keys.includes(key));
  if (unknownKey !== undefined)
    throw new LicenceFieldError(`${path}.${unknownKey}`, `is no field; known are ${keys.join(', ')}`);
  return given as Readonly<Record<string, unknown>>;
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}

function missing(path: string): never {
  throw new LicenceFieldError(path, 'is missing');
}

/** Values are shown cut short: a register holds names. */
function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 40);
}
