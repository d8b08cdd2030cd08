import { describe, expect, test } from 'vitest';
import { shippedHighPriority, shippedNomenclature } from '../../../infra/reference/import-one.ts';
import { layOut } from '../../../infra/reference/layout.ts';
import { shippedGeography } from '../../../infra/reference/shipped-geography.ts';
import { shippedOriginDuties } from '../../../infra/reference/shipped-origin-duties.ts';
import { shippedTariff } from '../../../infra/reference/shipped-tariff.ts';
import { shippedUsualRatios } from '../../../infra/reference/shipped-usual-ratios.ts';
import { readShippedSnapshots } from '../../../services/adapters/reference-files/shipped-reference.ts';
import { importReference } from '../../../services/reference/importing/import-reference.ts';
import type { TariffContent } from '../../../services/reference/kinds/tariff/content.ts';
import { loadSnapshots } from '../../../services/reference/snapshot/load-snapshots.ts';
import { seal } from '../../../services/reference/snapshot/seal.ts';
import type { Snapshot } from '../../../services/reference/snapshot/snapshot.ts';
import type { SourceFile } from '../../../services/source-files/source-file.ts';
import { commodityCode, day } from '../../harness/checked.ts';
import { dataSet, HAS_REFERENCE_DATA } from '../../harness/public-data.ts';

/** Without the public data (TIDEWAITER_DATA_SETS, else ../shared/data) these are skipped. */
describe.skipIf(!HAS_REFERENCE_DATA)('the public data sets, whole (skipped where they are absent)', async () => {
  const paths = [
    'tariff/hts_2025_basic_edition.csv',
    'tariff/tracker_s301_product_lists.csv',
    'tariff/mfn_rates_2025.csv',
    'nomenclature/hs-10d-2019-exp-code.txt',
    'nomenclature/harmonized-system.csv',
    'nomenclature/HS2022toHS2017ConversionAndCorrelationTables.xlsx',
    'export-control/chpl_50_hs6.csv',
    'reference/country-codes.csv',
    'reference/ports.json',
  ];
  const files = HAS_REFERENCE_DATA ? await Promise.all(paths.map(dataSet)) : [];
  const report = HAS_REFERENCE_DATA
    ? importReference(files, { sourceDay: day('2025-01-01'), active: readShippedSnapshots(), madeBy: 'test' })
    : undefined;
  const entries = (name: string) => report!.snapshots.find((snapshot) => snapshot.name === name)!.entries;

  test('given all files in one import, then each is recognised and every row is in', () => {
    expect(report!.files.map(({ format, rows }) => [format, rows])).toEqual([
      ['us-hts', 35_859],
      ['us-section-301', 12_223],
      ['us-mfn-rates', 13_073],
      ['us-schedule-b', 9_356],
      ['hs-nomenclature', 6_940],
      ['hs-correlation', 15_657],
      ['high-priority-codes', 50],
      ['country-codes', 249],
      ['sea-ports', 1_634],
    ]);
    expect(report!.snapshots.map(({ name }) => name).sort()).toEqual([
      'export-codes/US',
      'geography',
      'high-priority',
      'nomenclature',
      'tariff/US',
    ]);
  });

  test('given the whole tariff, then nearly every rate is understood, and every line of the rate table stands in the schedule with the same rate', () => {
    const tariff = entries('tariff/US');
    expect(tariff['rates understood']! / 13_611).toBeGreaterThan(0.95);
    const linesOf = (file: SourceFile): TariffContent['lines'] =>
      (
        importReference([file], { sourceDay: day('2025-01-01'), active: [], madeBy: 'test' }).snapshots[0]!.sealed
          .snapshot.content as TariffContent
      ).lines;
    const [schedule, table] = [linesOf(files[0]!), linesOf(files[2]!)];
    const rates = new Map(schedule.map(([code, rate]) => [code, rate]));
    const different = table.filter(([code, rate]) => rates.has(code) && rates.get(code) !== rate);
    const unknown = table.filter(([code]) => !rates.has(code));
    expect(different.length / table.length).toBeLessThan(0.01);
    expect(unknown.length / table.length).toBeLessThan(0.02);
  });

  test('given the imported set, then it answers beside the shipped one', () => {
    const reference = loadSnapshots(
      report!.snapshots.map(({ sealed }) => sealed),
      { country: 'US', currency: 'USD' },
    );
    expect(reference.tariffLine(commodityCode('0101210010'), day('2026-11-22'))).toMatchObject({
      state: 'found',
      value: { code: '0101210010', supplementaryUnits: ['NAR'], duty: { kind: 'free' } },
    });
    expect(reference.tariffLine(commodityCode('0101210030'), day('2026-11-22'))).toMatchObject({ state: 'absent' });
    expect(reference.tariffLine(commodityCode('0102210010'), day('2026-11-22'), 'export')).toMatchObject({
      state: 'found',
      value: { code: '0102210010' },
    });
  });

  test('given the shipped files made again, then they are what is shipped', async () => {
    const shipped = readShippedSnapshots();
    const again: readonly Snapshot[] = [
      shippedNomenclature([files[4]!, files[5]!]),
      shippedTariff([files[0]!, files[1]!]),
      shippedHighPriority(files[6]!),
      shippedGeography(files[7]!),
      shippedUsualRatios([
        await dataSet('unit-values/wide_usd_per_kg_hs6.csv'),
        await dataSet('unit-values/us_2024_import_unit_values_hs6.csv'),
      ]),
      shippedOriginDuties([
        await dataSet('tariff/tracker_s301_product_lists.csv'),
        await dataSet('tariff/hts_2025_basic_edition.csv'),
      ]),
    ];
    for (const snapshot of again) {
      expect([snapshot.kind, seal(JSON.parse(layOut(snapshot)) as Snapshot).version]).toEqual([
        snapshot.kind,
        shipped.find((sealed) => sealed.snapshot.kind === snapshot.kind)!.version,
      ]);
    }
  });
});
