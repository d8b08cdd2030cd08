import type { SnapshotOf } from '../../services/reference/snapshot/snapshot.ts';
import { knownDay } from '../../services/risk/declaration/day.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';
import { importOne } from './import-one.ts';

const FIRST_DAY = '2018-12-01';
/** A quarter: long enough for a monthly table to be replaced, short enough that no currency has become another. */
const MAXIMUM_AGE_DAYS = 92;

/** The last published rates of every month: customs work with monthly rates, and it keeps the file small. */
export function shippedExchangeRates(file: SourceFile): SnapshotOf<'exchange-rates'> {
  const daily = importOne('exchange-rates', [file], knownDay('2000-01-01'));
  const days = daily.content.days.filter(
    ({ day }, index, all) => day >= FIRST_DAY && day.slice(0, 7) !== all[index + 1]?.day.slice(0, 7),
  );
  return {
    ...daily,
    provenance: {
      ...daily.provenance,
      sourceDay: days.at(-1)!.day,
      notes: [
        `last rates of every month; on a day without rates the last published ones count, up to ${MAXIMUM_AGE_DAYS} days, then the answer is unknown`,
      ],
    },
    content: { ...daily.content, maximumAgeDays: MAXIMUM_AGE_DAYS, days },
  };
}
