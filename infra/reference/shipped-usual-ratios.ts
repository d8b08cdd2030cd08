import type { UsualRatiosContent, UsualRow } from '../../services/reference/kinds/usual-ratios/content.ts';
import { SNAPSHOT_SCHEMA, type SnapshotOf } from '../../services/reference/snapshot/snapshot.ts';
import { knownDay } from '../../services/risk/declaration/day.ts';
import { readCsv } from '../../services/source-files/read-csv.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';
import { MADE_BY } from './import-one.ts';
import { inWords, type Level, levels, scaled, type Scales, scalesOf } from './unit-values/levels.ts';
import { averages, priceLines } from './unit-values/read.ts';
import { type Spread, TENTH } from './unit-values/spread.ts';

const CURRENCY = 'USD';
const MINIMUM_COUNT = 20;
/** Logarithms by which the middle of each source may lie beside the trade of today: measured, see the notes of the snapshot. */
const UNCERTAINTY = { lines: 0.6, averages: 0.3 };
const MAD_OF_SIGMA = 1 / 1.4826;
/** The unit of a tariff for what an average counts in. */
const UNITS: Readonly<Record<string, string>> = { kg: 'KGM', units: 'NAR', pairs: 'NPR', m3: 'MTQ' };

/**
 * What goods cost per kilogram and per piece, from statistics of real imports.
 * @param files price lines by subheading (`wide_usd_per_kg_hs6.csv`), and average unit values (`us_2024_import_unit_values_hs6.csv`)
 */
export function shippedUsualRatios(files: readonly [SourceFile, SourceFile]): SnapshotOf<'usual-ratios'> {
  const [linesFile, averagesFile] = files;
  const known = averages(averagesFile);
  const lines = priceLines(linesFile);
  const scales = scalesOf(lines, known);
  const found = levels(scaled(lines, scales, known), MINIMUM_COUNT);
  return {
    schema: SNAPSHOT_SCHEMA,
    kind: 'usual-ratios',
    provenance: {
      source:
        'Ethiopian import statistics of 1997 to 2000 (102,611 lines, aggregated by subheading of HS 2022), scaled to US general imports of 2024 (US Census Bureau by way of UN Comtrade)',
      sourceDay: knownDay('2024-12-31'),
      licence: 'public statistics, restated as aggregates with their source named',
      madeBy: MADE_BY,
      files: files.map((file) => ({ name: file.name, sha256: file.sha256, rows: readCsv(file).length })),
      notes: notes(scales),
    },
    content: content(found, known),
  };
}

function content(found: readonly Level[], known: ReturnType<typeof averages>): UsualRatiosContent {
  const byCode = new Map(found.map((level) => [level.code, level]));
  const perKilogram = found.map(({ code, middle, spread, lines }): UsualRow =>
    rowOf(
      code,
      'KGM',
      middle,
      spread,
      lines,
      known.some((one) => one.hs6 === code && one.unit === 'kg') ? 'averages' : 'lines',
    ),
  );
  const perUnit = known.flatMap(({ hs6, unit, average }): readonly UsualRow[] => {
    const level = byCode.get(hs6) ?? byCode.get(hs6.slice(0, 4));
    const isNew = level !== undefined && !(unit === 'kg' && byCode.has(hs6));
    return isNew ? [rowOf(hs6, UNITS[unit]!, Math.log(average), level.spread, level.lines, 'averages')] : [];
  });
  return {
    currency: CURRENCY,
    minimumCount: MINIMUM_COUNT,
    sources: {
      lines: { inWords: 'old import statistics, scaled', uncertainty: UNCERTAINTY.lines },
      averages: { inWords: 'around the average of US imports in 2024', uncertainty: UNCERTAINTY.averages },
    },
    rows: [...perKilogram, ...perUnit].sort(([a, u], [b, v]) => (`${a} ${u}` < `${b} ${v}` ? -1 : 1)),
  };
}

function rowOf(
  code: string,
  unit: string,
  middle: number,
  { low, high }: Spread,
  count: number,
  source: 'lines' | 'averages',
): UsualRow {
  const mad = ((low + high) / 2 / TENTH) * MAD_OF_SIGMA;
  return [
    code,
    `${CURRENCY}/${unit}`,
    round(middle),
    round(mad),
    count,
    source,
    round(middle - low),
    round(middle + high),
  ];
}

const round = (log: number): number => Number(log.toFixed(3));

const notes = (scales: Scales): readonly string[] => [
  `a subheading with fewer than ${MINIMUM_COUNT} lines is left to its heading, whose spread is no narrower than that of its widest member; nothing is said of a chapter`,
  `old values times 1.45 and, by the median of the subheadings known from both sources: ${inWords(scales)}`,
  `the middle may lie beside the trade of today by a standard deviation of the logarithm of ${UNCERTAINTY.lines} (measured on the subheadings known from both), of ${UNCERTAINTY.averages} around an average of 2024 (expert weight)`,
  'an average without lines of its own takes the spread of its heading; an average per piece that of the value per kilogram',
  'left out: minerals, ores and fuels (chapters 25 to 27, shipped in other lots than these), precious metals and jewellery (71), works of art (97), and heading 8524, which meant recorded media then',
];
