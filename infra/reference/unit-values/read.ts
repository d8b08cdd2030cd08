import { readCsv } from '../../../services/source-files/read-csv.ts';
import type { SourceFile } from '../../../services/source-files/source-file.ts';
import type { Prices } from './spread.ts';

/** An average unit value: US dollars for one of a unit ("kg", "units", "pairs", "m3"). */
export interface Average {
  readonly hs6: string;
  readonly unit: string;
  readonly average: number;
}

/** Whether the values of a code say anything of today: not what ships in other lots now, has a price of its own, or meant other goods. */
const isUsable = (hs6: string): boolean => !/^(25|26|27|71|97|8524)/.test(hs6);

/** Prices per kilogram by subheading: how many lines, and the logarithms of their middle and of their distance to the 10th and 90th percentile. */
export function priceLines(file: SourceFile): readonly Prices[] {
  return readCsv(file).flatMap(({ record: { hs6, lines, low, mid, high } }) => {
    if (!isUsable(hs6!) || lines === '') return [];
    const [lowLog, middle, highLog] = [low, mid, high].map((price) => Math.log(Number(price))) as [
      number,
      number,
      number,
    ];
    return [{ code: hs6!, lines: Number(lines), middle, spread: { low: middle - lowLog, high: highLog - middle } }];
  });
}

export function averages(file: SourceFile): readonly Average[] {
  return readCsv(file)
    .filter(({ record: { hs6 } }) => isUsable(hs6!))
    .map(({ record: { hs6, unit, unit_value_usd: value } }) => ({ hs6: hs6!, unit: unit!, average: Number(value) }));
}
