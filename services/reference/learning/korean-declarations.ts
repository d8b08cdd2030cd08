import { asDay } from '../../risk/declaration/day.ts';
import { csvColumns, readCsv } from '../../source-files/read-csv.ts';
import { malformedRow, type SourceFile } from '../../source-files/source-file.ts';
import type { Observation } from './observation.ts';

const COLUMNS = ['Date', 'HS6 Code', 'Tax Rate', 'Net Mass', 'Item Price'];
/** Its publisher documents Item Price as "assessed value of an item (KRW)". */
const CURRENCY = 'KRW';

/** Whether a file has the shape of the Customs Import Declaration Datasets (Korea). */
export function isKoreanDeclarations(file: SourceFile): boolean {
  return COLUMNS.every((column) => csvColumns(file).includes(column));
}

/**
 * Goods items of the Customs Import Declaration Datasets (Jeong, Kim, Park and Choi 2022). Rows that repeat an exact
 * mass, price and rate are copies of one another (and carry the same label): each such triple is one observation.
 */
export function* readKoreanDeclarations(file: SourceFile): Generator<Observation> {
  const seen = new Set<string>();
  for (const { line, record } of readCsv(file)) {
    const triple = `${record['Net Mass']} ${record['Item Price']} ${record['Tax Rate']}`;
    if (seen.has(triple)) continue;
    seen.add(triple);
    const [netMass, amount] = [Number(record['Net Mass']), Number(record['Item Price'])];
    if (!/^\d{6}$/.test(record['HS6 Code']!))
      throw malformedRow(file, line, 'HS6 Code', `"${record['HS6 Code']}" is no subheading`);
    const day = asDay(record['Date']!);
    if (day === undefined) throw malformedRow(file, line, 'Date', `"${record['Date']}" is no day`);
    if (!Number.isFinite(netMass) || !Number.isFinite(amount))
      throw malformedRow(
        file,
        line,
        'Net Mass, Item Price',
        `"${record['Net Mass']}" and "${record['Item Price']}" are no numbers`,
      );
    yield { code: record['HS6 Code']!, day, netMass, value: { amount, currency: CURRENCY } };
  }
}
