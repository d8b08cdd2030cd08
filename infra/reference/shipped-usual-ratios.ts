import { readKoreanDeclarations } from '../../services/reference/learning/korean-declarations.ts';
import { learnUsual } from '../../services/reference/learning/learn-usual.ts';
import type { SourceFile } from '../../services/reference/importing/source-file.ts';
import { LoadedReference } from '../../services/reference/lookup/loaded-reference.ts';
import { SNAPSHOT_SCHEMA, type SealedSnapshot, type Snapshot } from '../../services/reference/snapshot/snapshot.ts';
import { MADE_BY } from './import-one.ts';

const CURRENCY = 'USD';
const MINIMUM_COUNT = 5;

/** Usual values per kilogram, learned from the Korean import declarations. That set has no quantities: nothing is said of mass per unit. */
export function shippedUsualRatios(files: readonly SourceFile[], exchangeRates: SealedSnapshot): Snapshot<'usual-ratios'> {
  const rates = new LoadedReference([exchangeRates], { country: 'US', currency: CURRENCY });
  const rate = (currency: string, day: string): number | undefined => {
    const known = rates.exchangeRate(currency, day);
    return known.state === 'found' ? Number(known.value.rate) : undefined;
  };
  const learned = learnUsual(observations(files), { currency: CURRENCY, rate, minimumCount: MINIMUM_COUNT });
  return {
    schema: SNAPSHOT_SCHEMA,
    kind: 'usual-ratios',
    provenance: {
      source: 'Customs Import Declaration Datasets (Jeong, Kim, Park, Choi 2022), synthetic import declarations of the Republic of Korea, January 2020 to March 2021',
      sourceDay: '2021-03-31',
      licence: 'MIT',
      madeBy: MADE_BY,
      files: files.map(({ name, sha256 }) => ({ name, sha256, rows: 0 })),
      notes: [
        `${learned.observations} different triples of mass, price and rate, ${learned.unusable} of them without mass or price; ${learned.repeated} repeat the unit value of another under the same code and are not counted`,
        'values are assessed values in Korean won, converted at the European Central Bank\'s rate of the month before; money of 2020 and 2021, not inflated',
        'few different values stand behind a code and the set is synthetic: good for orders of magnitude, and to be replaced by what is learned from own history',
      ],
    },
    content: learned.content,
  };
}

function* observations(files: readonly SourceFile[]): Generator<ReturnType<typeof readKoreanDeclarations> extends Generator<infer O> ? O : never> {
  for (const file of files) yield* readKoreanDeclarations(file);
}
