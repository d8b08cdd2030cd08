import type { Day } from '../../../risk/declaration/day.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import type { Assembled, Assembling, ReadPiece } from '../format.ts';
import type { ExchangeRatesContent, RateDay, RatesOfFile } from './content.ts';

/**
 * Daily rates are missing on holidays and for a long week-end at most; ten days without any mean that the table has
 * ended.
 */
const DAILY_MAXIMUM_AGE_DAYS = 10;

type Days = ReadonlyMap<Day, RateDay>;
type RatesPiece = ReadPiece<RatesOfFile>;

/**
 * One table of all files. A file that has every day of the table in force takes its place; any other adds its days to
 * it. Where both have a rate for one day and
 * currency and the two differ, or the table in force is of another base, nothing is taken, unless forced: then the
 * files' rates count, and a table of another base makes way for theirs.
 * Throws TDW_REFERENCE_CONTRADICTS.
 */
export function assembleExchangeRates(
  read: readonly RatesPiece[],
  { inForce: before, isForced }: Assembling<ExchangeRatesContent>,
): readonly Assembled<ExchangeRatesContent>[] {
  const [first] = read;
  if (first === undefined) return [];
  const { base } = first.piece;
  const days = daysOf(read, base);
  const inForce = sameBase(before(), base, isForced);
  if (inForce === undefined || inForce.days.every(({ day }) => days.has(day))) {
    return [
      {
        content: { base, maximumAgeDays: DAILY_MAXIMUM_AGE_DAYS, days: ascending(checked(days, inForce, isForced)) },
        from: read,
      },
    ];
  }
  return [added(read, inForce, checked(days, inForce, isForced))];
}

function added(
  from: readonly RatesPiece[],
  inForce: ExchangeRatesContent,
  days: Days,
): Assembled<ExchangeRatesContent> {
  const before = new Map(inForce.days.map((one) => [one.day, one]));
  const all = new Map([
    ...before,
    ...[...days].map(([day, one]) => [day, { ...one, rates: { ...before.get(day)?.rates, ...one.rates } }] as const),
  ]);
  const notes = [`added to the ${String(inForce.days.length)} days of the table that was in force`];
  return { content: { ...inForce, days: ascending(all) }, from, notes };
}

/** The days of all files together. */
function daysOf(read: readonly RatesPiece[], base: string): Days {
  const days = new Map<Day, RateDay>();
  for (const { piece, file } of read) {
    if (piece.base !== base)
      throw contradicts(
        `${file.name} has rates for one ${piece.base}, another file for one ${base}; give them in calls of their own`,
      );
    for (const one of piece.days) {
      const before = days.get(one.day);
      const other = before === undefined ? undefined : difference(before, one);
      if (other !== undefined) throw contradicts(`${file.name} has ${other}, another file otherwise`);
      days.set(one.day, { ...one, rates: { ...before?.rates, ...one.rates } });
    }
  }
  return days;
}

function sameBase(
  inForce: ExchangeRatesContent | undefined,
  base: string,
  isForced: boolean,
): ExchangeRatesContent | undefined {
  if (inForce === undefined || inForce.base === base) return inForce;
  if (isForced) return undefined;
  throw contradicts(
    `the rates in force are for one ${inForce.base}, these are for one ${base}: they cannot stand in one table`,
  );
}

function checked(days: Days, inForce: ExchangeRatesContent | undefined, isForced: boolean): Days {
  if (isForced) return days;
  for (const before of inForce?.days ?? []) {
    const now = days.get(before.day);
    const other = now === undefined ? undefined : difference(before, now);
    if (other !== undefined) throw contradicts(`the files have ${other}, the table in force otherwise`);
  }
  return days;
}

/**
 * The first currency for which two tables of one day have different rates, with the later one's: "USD 1.17 on
 * 2025-09-08".
 */
function difference(before: RateDay, now: RateDay): string | undefined {
  const other = Object.entries(now.rates).find(
    ([currency, rate]) => Number(before.rates[currency] ?? rate) !== Number(rate),
  );
  return other === undefined ? undefined : `${other[0]} ${other[1]} on ${now.day}`;
}

function ascending(days: Days): readonly RateDay[] {
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function contradicts(what: string): TidewaiterError {
  return new TidewaiterError('TDW_REFERENCE_CONTRADICTS', `Exchange rates: ${what}.`);
}
