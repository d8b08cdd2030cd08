/**
 * Regenerates the made files under config/reference/ from the public data sets; the same input gives the same bytes.
 * Written by hand and left alone: controls.json, document-types.json.
 *
 *   node infra/reference/build-shipped.js [EUROFXREF-HIST.csv]     (without the ECB's table the exchange rates stay as they are)
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../services/adapters/config/project-root.ts';
import { openSourceFile } from '../../services/adapters/reference-files/open-source-file.ts';
import { shippedFolder } from '../../services/adapters/reference-files/shipped-reference.ts';
import { dataSetsFolder } from '../../services/cli/training-data/data-sets-folder.ts';
import { countEntries } from '../../services/reference/snapshot/check-snapshot.ts';
import { type Snapshot, snapshotName } from '../../services/reference/snapshot/snapshot.ts';
import { readCsv } from '../../services/source-files/read-csv.ts';
import { shippedHighPriority, shippedNomenclature } from './import-one.ts';
import { layOut } from './layout.ts';
import { shippedEmbargoes } from './shipped-embargoes.ts';
import { shippedExchangeRates } from './shipped-exchange-rates.ts';
import { shippedGeography } from './shipped-geography.ts';
import { shippedOriginDuties } from './shipped-origin-duties.ts';
import { shippedTariff } from './shipped-tariff.ts';
import { shippedUsualRatios } from './shipped-usual-ratios.ts';

const folder = dataSetsFolder(projectRoot(), process.env);
if (folder === undefined)
  throw new Error('The public data sets are not there: set TIDEWAITER_DATA_SETS to their folder');
const open = (path: string) => openSourceFile(join(folder, path));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function write(snapshot: Snapshot): void {
  const name = `${snapshotName(snapshot).replace('/', '-').toLowerCase()}.json`;
  mkdirSync(shippedFolder(), { recursive: true });
  const text = `${layOut(snapshot)}\n`;
  writeFileSync(join(shippedFolder(), name), text);
  say(`${name}: ${(text.length / 1024).toFixed(0)} KiB, ${JSON.stringify(countEntries(snapshot))}`);
}

const ecb = process.argv[2];
if (ecb !== undefined) write(shippedExchangeRates(await openSourceFile(ecb)));
write(shippedHighPriority(await open('export-control/chpl_50_hs6.csv')));
write(shippedGeography(await open('reference/country-codes.csv')));
write(
  shippedNomenclature([
    await open('nomenclature/harmonized-system.csv'),
    await open('nomenclature/HS2022toHS2017ConversionAndCorrelationTables.xlsx'),
  ]),
);
const nomenclature = await open('nomenclature/harmonized-system.csv');
write(
  shippedEmbargoes({
    supplements: await open('export-control/us-746-hs6.csv'),
    floors: await open('export-control/us-746-supp5-value-floor.csv'),
    highPriority: await open('export-control/chpl_50_hs6.csv'),
    subheadings: readCsv(nomenclature).flatMap(({ record }) =>
      record['hscode']?.length === 6 ? [record['hscode']] : [],
    ),
  }),
);
write(
  shippedTariff([await open('tariff/hts_2025_basic_edition.csv'), await open('tariff/tracker_s301_product_lists.csv')]),
);
write(
  shippedUsualRatios([
    await open('unit-values/wide_usd_per_kg_hs6.csv'),
    await open('unit-values/us_2024_import_unit_values_hs6.csv'),
  ]),
);
write(
  shippedOriginDuties([
    await open('tariff/tracker_s301_product_lists.csv'),
    await open('tariff/hts_2025_basic_edition.csv'),
  ]),
);
