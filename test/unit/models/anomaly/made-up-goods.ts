import type { LabelledRow } from '../../../../models/anomaly/learn/data/split.ts';
import { NO_NUMBERS } from '../../../../models/anomaly/serve/goods/goods-row.ts';
import { hashText } from '../../../../models/statistics/hash.ts';
import { rngFor } from '../../../../models/statistics/rng.ts';

/** Codes with what a kilogram of them costs, where they come from, and their duty. */
const KINDS = [
  { hs6: '841981', perKg: 40, kgPerUnit: 50, origin: 'IT', rate: 2 },
  { hs6: '841370', perKg: 20, kgPerUnit: 12, origin: 'DE', rate: 0 },
  { hs6: '610910', perKg: 15, kgPerUnit: 0.2, origin: 'BD', rate: 5 },
  { hs6: '610990', perKg: 25, kgPerUnit: 0.25, origin: 'CN', rate: 32 },
  { hs6: '090111', perKg: 4, kgPerUnit: NaN, origin: 'BR', rate: 0 },
] as const;

/** An export of coffee machines from Britain, in the scope of the facts that tests use. */
export const SCOPES = [{ name: 'GB export', currency: 'GBP' }];

/** Honest goods but for every tenth, where an inspection found something: those that come by way of Hong Kong. */
export function madeUpGoods(count: number, seed = 1): readonly LabelledRow[] {
  const rng = rngFor(seed, 'made-up goods');
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(2 * Math.PI * rng());
  return Array.from({ length: count }, (_, at): LabelledRow => {
    const kind = KINDS[Math.floor(rng() * KINDS.length)]!;
    const [unitValue, netMass, massPerUnit] = [
      Math.log(kind.perKg) + 0.2 * normal(),
      5 + normal(),
      Math.log(kind.kgPerUnit) + 0.1 * normal(),
    ];
    const outcome = rng() < 0.1 ? 1 : 0;
    return {
      scope: 'GB export',
      hs6: kind.hs6,
      group: hashText(`group ${String(seed)} ${String(at)}`) | 0,
      outcome,
      trader: `T${String(at % 50)}`,
      numbers: {
        ...NO_NUMBERS,
        unitValue,
        netMass,
        dutyRate: Math.log1p(kind.rate),
        massPerUnit,
        valuePerUnit: unitValue + massPerUnit,
        massPerPackage: 3 + 0.3 * normal(),
      },
      categories: {
        origin: kind.origin,
        dispatch: outcome === 1 && rng() < 0.8 ? 'HK' : kind.origin,
        destination: 'JP',
        procedure: '10',
        regime: kind.rate > 10 ? '100' : '300',
        mode: '1',
        traderSize: 'middle',
      },
    };
  });
}

export const isPreference = (regime: string): boolean => regime === '300';
