import { rngFor } from '../../../statistics/rng.ts';
import type { NumberName } from '../../serve/goods/goods-row.ts';
import type { LabelledRow } from '../data/split.ts';

/** What is planted into honest declarations, by the letter of the injection table. */
export const ERROR_TYPES = [
  'lowerDutyCode',
  'valueTimes0.3',
  'valueTimes3',
  'massTimes1000',
  'massTimes0.001',
  'quantityAgainstMass',
  'preferentialOrigin',
] as const;
export type ErrorType = (typeof ERROR_TYPES)[number];

/** How the table speaks of each. */
export const ERROR_TITLES: Readonly<Record<ErrorType, string>> = {
  lowerDutyCode: '(a) another code with lower duty in the same chapter',
  'valueTimes0.3': '(b) value × 0.3',
  valueTimes3: '(c) value × 3',
  massTimes1000: '(d) mass × 1,000',
  'massTimes0.001': '(d) mass × 0.001',
  quantityAgainstMass: '(e) quantity and mass that contradict each other',
  preferentialOrigin: '(f) origin swapped to a preferential one',
};

/** A row before and after. */
export interface Injected<Row extends LabelledRow = LabelledRow> {
  readonly legitimate: Row;
  readonly injected: Row;
}

export interface InjectOptions {
  readonly seed: number;
  /** Rows that codes, rates, regimes and origins are taken from, as someone who cheats would find them in a tariff. */
  readonly donors: readonly LabelledRow[];
  /** Whether a duty regime is a preference. */
  readonly isPreference: (regime: string) => boolean;
}

/** Injects one type of error into every legitimate row that can take it; the others are left out. */
export function injectErrors(
  kind: ErrorType,
  rows: readonly LabelledRow[],
  options: InjectOptions,
): readonly Injected[] {
  const pick = donorPicker(options);
  return rows.flatMap((legitimate) => {
    const injected = withError(kind, legitimate, options, pick);
    return injected === undefined ? [] : [{ legitimate, injected }];
  });
}

type Pick = (row: LabelledRow, fits: (donor: LabelledRow) => boolean) => LabelledRow | undefined;

function withError(
  kind: ErrorType,
  row: LabelledRow,
  { isPreference }: InjectOptions,
  pick: Pick,
): LabelledRow | undefined {
  switch (kind) {
    case 'lowerDutyCode': {
      const lower = (donor: LabelledRow): boolean =>
        donor.hs6 !== row.hs6 &&
        donor.numbers.dutyRate < row.numbers.dutyRate &&
        donor.categories.regime === row.categories.regime;
      const donor = pick(row, lower);
      return donor && { ...row, hs6: donor.hs6, numbers: { ...row.numbers, dutyRate: donor.numbers.dutyRate } };
    }
    case 'valueTimes0.3':
      return shifted(row, { unitValue: Math.log(0.3), valuePerUnit: Math.log(0.3) });
    case 'valueTimes3':
      return shifted(row, { unitValue: Math.log(3), valuePerUnit: Math.log(3) });
    case 'massTimes1000':
      return withMass(row, 1000);
    case 'massTimes0.001':
      return withMass(row, 0.001);
    case 'quantityAgainstMass':
      return Number.isNaN(row.numbers.massPerUnit)
        ? undefined
        : shifted(row, { massPerUnit: -Math.log(20), valuePerUnit: -Math.log(20) });
    case 'preferentialOrigin': {
      const preferred = (donor: LabelledRow): boolean =>
        donor.categories.origin !== row.categories.origin &&
        donor.numbers.dutyRate < row.numbers.dutyRate &&
        isPreference(donor.categories.regime ?? '');
      const donor = isPreference(row.categories.regime ?? '') ? undefined : pick(row, preferred);
      return (
        donor && {
          ...row,
          numbers: { ...row.numbers, dutyRate: donor.numbers.dutyRate },
          categories: { ...row.categories, origin: donor.categories.origin, regime: donor.categories.regime },
        }
      );
    }
  }
}

const withMass = (row: LabelledRow, factor: number): LabelledRow | undefined =>
  shifted(row, {
    netMass: Math.log(factor),
    unitValue: -Math.log(factor),
    massPerUnit: Math.log(factor),
    massPerPackage: Math.log(factor),
  });

/** The row with logarithms moved; undefined where none of what moves is known. */
function shifted(row: LabelledRow, by: Partial<Record<NumberName, number>>): LabelledRow | undefined {
  const moved = Object.entries(by).map(([name, shift]) => [name, row.numbers[name as NumberName] + shift] as const);
  return moved.every(([, value]) => Number.isNaN(value))
    ? undefined
    : { ...row, numbers: { ...row.numbers, ...Object.fromEntries(moved) } };
}

/** One of the donors of the row's chapter that fit, by chance; the same for the same seed. */
function donorPicker({ seed, donors }: InjectOptions): Pick {
  const rng = rngFor(seed, 'planting');
  const byChapter = new Map<string, LabelledRow[]>();
  for (const donor of donors) {
    const chapter = donor.hs6?.slice(0, 2) ?? '';
    const members = byChapter.get(chapter);
    if (members === undefined) byChapter.set(chapter, [donor]);
    else members.push(donor);
  }
  return (row, fits) => {
    const fitting = row.hs6 === undefined ? [] : (byChapter.get(row.hs6.slice(0, 2)) ?? []).filter(fits);
    return fitting[Math.floor(rng() * fitting.length)];
  };
}
