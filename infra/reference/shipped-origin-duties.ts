import type { OriginMeasure } from '../../services/reference/kinds/origin-duties/content.ts';
import { SNAPSHOT_SCHEMA, type SnapshotOf } from '../../services/reference/snapshot/snapshot.ts';
import { knownDay } from '../../services/risk/declaration/day.ts';
import { readCsv } from '../../services/source-files/read-csv.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';
import { MADE_BY } from './import-one.ts';
import { ORIGIN_MEASURES } from './origin-measures.ts';

/** Lists of section 301 by the name that the table gives, with their rate and first day; those that were suspended are left out. */
const LISTS: Readonly<Record<string, readonly [heading: string, rate: string, from: string]>> = {
  '1': ['9903.88.01', '25 %', '2018-07-06'],
  '2': ['9903.88.02', '25 %', '2018-08-23'],
  '3': ['9903.88.03', '25 %', '2018-09-24'],
  '3_addl': ['9903.88.04', '25 %', '2018-09-24'],
  '4A': ['9903.88.15', '7.5 %', '2019-09-01'],
  biden_25: ['9903.91.01', '25 %', '2024-09-27'],
  biden_100: ['9903.91.03', '100 %', '2024-09-27'],
  biden_50_jan25: ['9903.91.05', '50 %', '2025-01-01'],
  biden_jan26: ['9903.91.06', '25 %', '2026-01-01'],
};

/** Duties by origin: anti-dumping and countervailing ones by hand, and the additional duties of section 301 on goods of China. */
export function shippedOriginDuties([lists, tariff]: readonly [SourceFile, SourceFile]): SnapshotOf<'origin-duties'> {
  return {
    schema: SNAPSHOT_SCHEMA,
    kind: 'origin-duties',
    provenance: {
      source:
        'Own list after the orders and regulations named with each measure; section 301 lists of the US Trade Representative, on the lines of the Harmonized Tariff Schedule of 2025',
      sourceDay: knownDay('2026-01-01'),
      licence: 'public law, restated',
      madeBy: MADE_BY,
      files: [lists, tariff].map((file) => ({ name: file.name, sha256: file.sha256, rows: readCsv(file).length })),
      notes: [
        'a part of all measures in force: those that are long known and much evaded; exclusions, and rates by producer, are not restated',
        'codes stand in such an order for reference only, its text decides: goods of a code may be in scope, and others may be as well',
        'additional duties that changed often of late (emergency powers, section 232) are left out',
        'section 301: 8-digit lines wholly on a list; an increase of 2024 stands beside the list that it replaced',
      ],
    },
    content: { measures: [...ORIGIN_MEASURES, ...section301(lists, tariff)] },
  };
}

function section301(lists: SourceFile, tariff: SourceFile): readonly OriginMeasure[] {
  const all = linesOf(tariff);
  const rows = readCsv(lists).map(({ record }) => record);
  return Object.entries(LISTS).map(([list, [heading, rate, from]]) => ({
    ...{
      id: heading,
      authority: 'US',
      kind: 'additional',
      title: `goods of China on a list of section 301 (${heading})`,
      origins: 'CN',
    },
    ...{ legalBasis: `19 USC 2411, HTSUS ${heading}`, rate, validFrom: knownDay(from) },
    codes: shortened(new Set(rows.filter((row) => row['list'] === list).map((row) => row['hts8']!)), all).join(' '),
  }));
}

/** Lines of eight digits that the tariff has. */
const linesOf = (tariff: SourceFile): readonly string[] => [
  ...new Set(
    readCsv(tariff)
      .map(({ record }) => (record['HTS Number'] ?? '').replaceAll('.', '').slice(0, 8))
      .filter((digits) => digits.length === 8),
  ),
];

/** The same lines by the shortest beginnings under which all lines of the tariff are on the list. */
function shortened(listed: ReadonlySet<string>, all: readonly string[]): readonly string[] {
  const partly = new Set<string>();
  for (const line of all) if (!listed.has(line)) for (const length of [2, 4, 6]) partly.add(line.slice(0, length));
  const beginnings = [...listed].map(
    (line) => [2, 4, 6].map((length) => line.slice(0, length)).find((beginning) => !partly.has(beginning)) ?? line,
  );
  return [...new Set(beginnings)].sort();
}
