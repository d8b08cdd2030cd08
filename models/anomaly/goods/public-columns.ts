import { z } from 'zod';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { logOf, logRatio, NO_NUMBERS, traderSizeOf, type LabelledRow } from './goods-row.ts';
import { tripleHash } from './triple.ts';

/** Columns of the public Korean import data that are read, by their names there. */
const record = z.object({
  'Import Type': z.string(),
  'Mode of Transport': z.string(),
  'Importer ID': z.string(),
  'HS6 Code': z.string().regex(/^\d{6}$/),
  'Country of Departure': z.string(),
  'Country of Origin': z.string(),
  'Tax Rate': z.string(),
  'Tax Type': z.string(),
  'Net Mass': z.string(),
  'Item Price': z.string(),
  // Some tools write whole numbers with a point.
  Fraud: z.string().regex(/^[01](\.0)?$/),
});

/** Every declaration of the set is an import into Korea. */
export const PUBLIC_SCOPE = 'KR import';

/** Whether a tax type of the set is a preference under a free-trade agreement: FCN1, FEU1 …. */
export const isPublicPreference = (regime: string): boolean => /^F[A-Z]{2}\d/.test(regime);

/** What this set lacks of what the model could use, for the card. */
export const PUBLIC_LACKS = ['description', 'quantity and supplementary unit', 'packages', 'gross mass', 'country of destination', 'licences', 'parties by name'] as const;

/** What must be known of the set to read any figure on it. */
export const PUBLIC_REMARKS = [
  'The public set is synthetic (CTGAN, after Korean import declarations; MIT). 85 % of its rows repeat an exact mass, price and rate, and repeats carry the same outcome.',
  'Most of its codes have only one or a few values per kilogram, to the last digit, for all masses: nine in ten rows with an unseen triple have a value per kilogram that their code had before. Real goods spread far wider, so that recall of value × 0.3 and × 3 here says little of the world; no exact value is learned (the finest bin is 15 % wide).',
  'Trader and seller carry no signal in it; the size of a trader is the only thing read of them.',
] as const;

/**
 * Rows of the public set (github.com/Seondong/Customs-Declaration-Datasets, MIT), one for each line, in order. A mass or price of
 * zero says nothing and is not known. Exact numbers are only used to tell repeats apart.
 * @param records one object a line, by column names
 * @throws TDW_MODEL_DATA with the line where a column is missing or holds something else
 */
export function publicRows(records: readonly unknown[], file: string): readonly LabelledRow[] {
  const checked = records.map((one, index) => {
    const parsed = record.safeParse(one);
    if (parsed.success) return parsed.data;
    throw new TidewaiterError('TDW_MODEL_DATA', `${file}, line ${index + 2}: ${z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ')}.`, { place: { file, line: index + 2 } });
  });
  const declarations = new Map<string, number>();
  for (const { 'Importer ID': trader } of checked) declarations.set(trader, (declarations.get(trader) ?? 0) + 1);
  return checked.map((one) => rowOf(one, declarations.get(one['Importer ID']) ?? 0));
}

function rowOf(line: z.infer<typeof record>, declarations: number): LabelledRow {
  const [mass, price, rate] = [Number(line['Net Mass']), Number(line['Item Price']), Number(line['Tax Rate'])];
  return {
    scope: PUBLIC_SCOPE,
    group: tripleHash(line['Net Mass'], line['Item Price'], line['Tax Rate']),
    trader: line['Importer ID'],
    outcome: line.Fraud.startsWith('1') ? 1 : 0,
    hs6: line['HS6 Code'],
    numbers: { ...NO_NUMBERS, unitValue: logRatio(price, mass), netMass: logOf(mass), dutyRate: rate >= 0 ? Math.log1p(rate) : NaN },
    categories: {
      origin: stated(line['Country of Origin']),
      dispatch: stated(line['Country of Departure']),
      destination: undefined,
      procedure: stated(line['Import Type']),
      regime: stated(line['Tax Type']),
      // Two digits of the set's own, of which the first is that of UN/ECE Recommendation 19.
      mode: stated(line['Mode of Transport'].slice(0, 1)),
      traderSize: traderSizeOf(declarations),
    },
  };
}

const stated = (text: string): string | undefined => (text === '' ? undefined : text);
