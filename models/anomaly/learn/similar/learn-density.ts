import { LEVELS } from '../../serve/goods/goods-row.ts';
import { BIN, type NumberDensity, type Spread } from '../../serve/similar/number-density.ts';

/** @param values logarithms, NaN where not known; @param codes six digits each, undefined where not known */
export function learnDensity(values: ArrayLike<number>, codes: readonly (string | undefined)[]): NumberDensity {
  const byCode = new Map<string, number[]>();
  for (const [index, code] of codes.entries()) {
    const value = values[index]!;
    if (Number.isNaN(value)) continue;
    for (const level of LEVELS) {
      if (code === undefined && level > 0) continue;
      const key = (code ?? '').slice(0, level);
      const known = byCode.get(key);
      if (known === undefined) byCode.set(key, [value]);
      else known.push(value);
    }
  }
  return new Map([...byCode].map(([code, members]) => [code, spreadOf(members)]));
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  const median = Math.fround(middle(sorted, 0.5));
  const byBin = new Map<number, number>();
  for (const value of sorted) byBin.set(Math.round(value / BIN), (byBin.get(Math.round(value / BIN)) ?? 0) + 1);
  const mad = Math.fround(middle(sorted.map((value) => Math.abs(value - median)).sort(), 0.5));
  return {
    count: sorted.length,
    median,
    mad,
    low: Math.fround(middle(sorted, 1 / 6)),
    high: Math.fround(middle(sorted, 5 / 6)),
    bins: Int32Array.from(byBin.keys()),
    counts: Float32Array.from(byBin.values()),
  };
}

const middle = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
