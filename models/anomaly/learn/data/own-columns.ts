import { z } from 'zod';
import { logOf, logRatio, traderSizeOf } from '../../serve/goods/goods-row.ts';
import { isBlank, rowRefusal } from './row-refusal.ts';
import { exactText, type LabelledRow, tripleHash } from './split.ts';
const optional = z.string().default('');

/** Columns of an authority's own table, one goods item a line; all but the first three may be empty or missing. */
const record = z.object({
  scope: z.string().regex(/^[A-Z]{2} (import|export)$/, 'is no country and direction, like "GB import"'),
  commodity_code: z.string().regex(/^\d{6,10}$/, 'is no code of six to ten digits'),
  outcome: z.enum(['0', '1']),
  value: optional,
  net_mass: optional,
  duty_rate: optional,
  quantity: optional,
  packages: optional,
  origin: optional,
  dispatch: optional,
  destination: optional,
  procedure: optional,
  regime: optional,
  mode: optional,
  trader: optional,
});

/** Column names, for help texts. */
export const OWN_COLUMNS = Object.keys(record.shape);

/** Whether a regime is a preference: duty regime codes 2xx (GSP), 3xx (agreement) and 4xx (customs union) of D.E. 4/17. */
export const isOwnPreference = (regime: string): boolean => /^[234]\d\d$/.test(regime);

/**
 * Rows of a table that an authority exports from its own record: values in one currency, masses in kilograms, rates in per cent,
 * outcome 1 where an inspection found something. Lines without a code or an outcome are left out: nothing can be learned or measured on them.
 * @throws TDW_MODEL_DATA with the line where a column is missing or holds something else
 */
export function ownRows(records: readonly unknown[], file: string): readonly LabelledRow[] {
  const checked = records.flatMap((one, index) => {
    if (isBlank(one, 'commodity_code') || isBlank(one, 'outcome')) return [];
    const parsed = record.safeParse(one);
    if (parsed.success) return [parsed.data];
    throw rowRefusal(parsed.error, file, index);
  });
  const declared = new Map<string, number>();
  for (const { trader } of checked) declared.set(trader, (declared.get(trader) ?? 0) + 1);
  return checked.map((line) => rowOf(line, declared.get(line.trader) ?? 0));
}

function rowOf(line: z.infer<typeof record>, declarations: number): LabelledRow {
  const [value, mass, quantity, packages, rate] = [
    line.value,
    line.net_mass,
    line.quantity,
    line.packages,
    line.duty_rate,
  ].map((text) => (text === '' ? undefined : Number(text)));
  const stated = (text: string): string | undefined => (text === '' ? undefined : text);
  return {
    scope: line.scope,
    hs6: line.commodity_code.slice(0, 6),
    group: tripleHash(
      exactText(line.net_mass),
      exactText(line.value),
      `${exactText(line.duty_rate)}|${exactText(line.quantity)}`,
    ),
    outcome: line.outcome === '1' ? 1 : 0,
    trader: line.trader,
    numbers: {
      unitValue: logRatio(value, mass),
      netMass: logOf(mass),
      dutyRate: rate === undefined || !(rate >= 0) ? NaN : Math.log1p(rate),
      massPerUnit: logRatio(mass, quantity),
      valuePerUnit: logRatio(value, quantity),
      massPerPackage: logRatio(mass, packages),
    },
    categories: {
      origin: stated(line.origin),
      dispatch: stated(line.dispatch),
      destination: stated(line.destination),
      procedure: stated(line.procedure),
      regime: stated(line.regime),
      mode: stated(line.mode),
      traderSize: line.trader === '' ? undefined : traderSizeOf(declarations),
    },
  };
}
