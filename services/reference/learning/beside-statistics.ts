import type { UsualRatiosContent, UsualRow } from '../kinds/usual-ratios/content.ts';
import { isOf, type SealedSnapshot } from '../snapshot/snapshot.ts';

/**
 * What was learned from declarations on record, with the statistics of trade elsewhere that are in force: they go on holding for codes of
 * which the record says nothing.
 * @param rate units of the learned content's currency for one of another; where there is none nothing is taken over
 */
export function besideStatistics(
  learned: UsualRatiosContent,
  inForce: readonly SealedSnapshot[],
  rate: (currency: string) => number | undefined,
): UsualRatiosContent {
  const before = inForce.map(({ snapshot }) => snapshot).find((snapshot) => isOf('usual-ratios', snapshot))?.content;
  const factor = before && rate(before.currency);
  if (before?.sources === undefined || factor === undefined) return learned;
  const statistics = before.rows
    .filter(([, , , , , source]) => source !== undefined)
    .map((row) => inCurrency(row, before.currency, learned.currency, Math.log(factor)));
  return { ...learned, sources: before.sources, rows: [...learned.rows, ...statistics] };
}

function inCurrency(row: UsualRow, from: string, to: string, shift: number): UsualRow {
  const [code, unit, medianLog, madLog, count, source, lowLog, highLog] = row;
  if (!unit.startsWith(`${from}/`)) return row;
  const moved = (log: number): number => Number((log + shift).toFixed(4));
  return [
    code,
    `${to}${unit.slice(from.length)}`,
    moved(medianLog),
    madLog,
    count,
    source!,
    moved(lowLog!),
    moved(highLog!),
  ];
}
