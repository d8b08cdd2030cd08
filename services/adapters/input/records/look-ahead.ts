import type { DecimalCells } from '../../../csv/decimal-cells.ts';
import type { CsvPart } from './csv-rows.ts';

/** Rows that are looked at before the first is read. */
const LOOKED_AT = 100;

/**
 * The same parts, after the numbers of the first hundred rows have been looked at: so a decimal comma further down
 * bears on the first rows too.
 * @param decimalColumns says of each column whether it holds decimals
 */
export async function* lookedAt(
  parts: AsyncIterable<CsvPart>,
  decimals: DecimalCells,
  decimalColumns: (header: Extract<CsvPart, { kind: 'header' }>) => readonly boolean[],
): AsyncGenerator<CsvPart> {
  let isDecimal: readonly boolean[] = [];
  let held: CsvPart[] | undefined = [];
  for await (const part of parts) {
    if (part.kind === 'header') isDecimal = decimalColumns(part);
    if (held === undefined) {
      yield part;
      continue;
    }
    held.push(part);
    if (part.kind === 'row')
      for (const [index, cell] of part.cells.entries())
        if (isDecimal[index] === true) decimals.look(cell.trim(), part.line);
    if (held.length > LOOKED_AT) {
      yield* held;
      held = undefined;
    }
  }
  yield* held ?? [];
}
