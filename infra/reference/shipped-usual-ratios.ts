import { readKoreanDeclarations } from '../../services/reference/learning/korean-declarations.ts';
import { learnUsual, USUAL_MINIMUM_COUNT } from '../../services/reference/learning/learn-usual.ts';
import type { Observation } from '../../services/reference/learning/observation.ts';
import { rateOfDay } from '../../services/reference/learning/rate-of-day.ts';
import { usualSnapshot } from '../../services/reference/learning/usual-snapshot.ts';
import { loadSnapshots } from '../../services/reference/snapshot/load-snapshots.ts';
import type { SealedSnapshot, SnapshotOf } from '../../services/reference/snapshot/snapshot.ts';
import { knownDay } from '../../services/risk/declaration/day.ts';
import { readCsv } from '../../services/source-files/read-csv.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';
import { MADE_BY } from './import-one.ts';

const CURRENCY = 'USD';

/** Usual values per kilogram, learned from the Korean import declarations. That set has no quantities: nothing is said of mass per unit. */
export function shippedUsualRatios(
  files: readonly SourceFile[],
  exchangeRates: SealedSnapshot,
): SnapshotOf<'usual-ratios'> {
  const rates = loadSnapshots([exchangeRates], { country: 'US', currency: CURRENCY });
  const learned = learnUsual(observations(files), {
    currency: CURRENCY,
    rate: rateOfDay(rates),
    minimumCount: USUAL_MINIMUM_COUNT,
  });
  const sealed = usualSnapshot(learned, {
    source:
      'Customs Import Declaration Datasets (Jeong, Kim, Park, Choi 2022), synthetic import declarations of the Republic of Korea, January 2020 to March 2021',
    lastDay: knownDay('2021-03-31'),
    licence: 'MIT',
    madeBy: MADE_BY,
    files: files.map((file) => ({ name: file.name, sha256: file.sha256, rows: readCsv(file).length })),
    notes: [
      'rows that repeat an exact mass, price and rate are one goods item',
      'values are assessed values in Korean won, converted at the last month-end rate of the European Central Bank; money of 2020 and 2021, not inflated',
      'the set is synthetic, holds few different values a code, and lies well below the prices of real trade in many chapters: to be replaced by what is learned from own history before anybody relies on it',
    ],
  });
  return sealed.snapshot;
}

function* observations(files: readonly SourceFile[]): Generator<Observation> {
  for (const file of files) yield* readKoreanDeclarations(file);
}
