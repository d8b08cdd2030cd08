import { z } from 'zod';
import { logOf, logRatio, NO_NUMBERS, traderSizeOf } from '../../serve/goods/goods-row.ts';
import { isBlank, rowRefusal } from './row-refusal.ts';
import { exactText, type LabelledRow, tripleHash } from './split.ts';
const category = z.string().default('');
const number = z.string().refine((text) => text.trim() === '' || Number.isFinite(Number(text)), 'is no number');
/** Tools write whole numbers with a point once a column has a gap. */
const withoutPoint = (text: string): string => text.trim().replace(/\.0$/, '');

/** Columns of the public Korean import data that are read, by their names there. What an item is besides its code and numbers may be missing. */
const record = z.object({
  'Import Type': category,
  'Mode of Transport': category,
  'Importer ID': category,
  // The nought of the first chapters is lost where a tool takes codes for numbers.
  'HS6 Code': z
    .string()
    .transform((text) => withoutPoint(text).replace(/^\d{5}$/, '0$&'))
    .refine((code) => /^\d{6}$/.test(code), 'is no code of six digits'),
  'Country of Departure': category,
  'Country of Origin': category,
  'Tax Rate': number,
  'Tax Type': category,
  'Net Mass': number,
  'Item Price': number,
  Fraud: z
    .string()
    .transform(withoutPoint)
    .refine((fraud) => /^[01]$/.test(fraud), 'is neither 0 nor 1'),
});
type Line = z.infer<typeof record>;

/** Columns of the set, for what a file of its shape lacks. */
export const PUBLIC_COLUMNS = Object.keys(record.shape);
/** Without these a row is none, or its repeats cannot be told. */
export const PUBLIC_MUST = ['HS6 Code', 'Fraud', 'Net Mass', 'Item Price', 'Tax Rate'] as const;

/** Every declaration of the set is an import into Korea. */
export const PUBLIC_SCOPE = 'KR import';

/** Whether a tax type of the set is a preference under a free-trade agreement: FCN1, FEU1 …. */
export const isPublicPreference = (regime: string): boolean => /^F[A-Z]{2}\d/.test(regime);

/** What this set lacks of what the model could use, for the card. */
export const PUBLIC_LACKS = [
  'description',
  'quantity and supplementary unit',
  'packages',
  'gross mass',
  'country of destination',
  'licences',
  'parties by name',
] as const;

/** What must be known of the set to read any figure on it. */
export const PUBLIC_REMARKS = [
  'The public set is synthetic (CTGAN, after Korean import declarations; MIT). 85 % of its rows repeat an exact mass, price and rate, and repeats carry the same outcome.',
  'Most of its codes have only one or a few values per kilogram, to the last digit, for all masses: nine in ten rows with an unseen triple have a value per kilogram that their code had before. Real goods spread far wider, so that recall of value × 0.3 and × 3 here says little of the world; no exact value is learned (the finest bin is 15 % wide).',
  'Trader and seller carry no signal in it; the size of a trader is the only thing read of them.',
] as const;

/**
 * Rows of the public set (github.com/Seondong/Customs-Declaration-Datasets, MIT), in order, one for each line that has a code and an outcome.
 * A mass or price of zero, or a number that is not stated, is not known. Exact numbers are only used to tell repeats apart.
 * @param records one object a line, by column names, with all of PUBLIC_MUST
 * @throws TDW_MODEL_DATA with the line where a column is missing or holds something else
 */
export function publicRows(records: readonly unknown[], file: string): readonly LabelledRow[] {
  const checked = records.flatMap((one, index) => {
    if (isBlank(one, 'HS6 Code') || isBlank(one, 'Fraud')) return [];
    const parsed = record.safeParse(one);
    if (parsed.success) return [parsed.data];
    throw rowRefusal(parsed.error, file, index);
  });
  const declarations = new Map<string, number>();
  for (const { 'Importer ID': trader } of checked) declarations.set(trader, (declarations.get(trader) ?? 0) + 1);
  return checked.map((one) => rowOf(one, declarations.get(one['Importer ID']) ?? 0));
}

function rowOf(line: Line, declarations: number): LabelledRow {
  const [mass, price, rate] = ([line['Net Mass'], line['Item Price'], line['Tax Rate']] as const).map((text) =>
    text.trim() === '' ? NaN : Number(text),
  ) as [number, number, number];
  return {
    scope: PUBLIC_SCOPE,
    group: tripleHash(exactText(line['Net Mass']), exactText(line['Item Price']), exactText(line['Tax Rate'])),
    trader: line['Importer ID'],
    outcome: line.Fraud === '1' ? 1 : 0,
    hs6: line['HS6 Code'],
    numbers: {
      ...NO_NUMBERS,
      unitValue: logRatio(price, mass),
      netMass: logOf(mass),
      dutyRate: rate >= 0 ? Math.log1p(rate) : NaN,
    },
    categories: {
      origin: stated(line['Country of Origin']),
      dispatch: stated(line['Country of Departure']),
      destination: undefined,
      procedure: stated(withoutPoint(line['Import Type'])),
      regime: stated(line['Tax Type']),
      // Two digits of the set's own, of which the first is that of UN/ECE Recommendation 19.
      mode: stated(line['Mode of Transport'].slice(0, 1)),
      traderSize: line['Importer ID'] === '' ? undefined : traderSizeOf(declarations),
    },
  };
}

const stated = (text: string): string | undefined => (text === '' ? undefined : text);
