import { columnOf, csvColumns, readCsv, refuseRepeated } from '../../../source-files/read-csv.ts';
import { malformedRow } from '../../../source-files/source-file.ts';
import type { Format } from '../format.ts';
import type { TariffOfFile } from './us-hts.ts';
import { parseUsRate } from './us-rate.ts';
const COLUMNS = ['hs8', 'mfn_rate', 'rate_type', 'rate_raw'];

/** Table of US most-favoured-nation rates by eight digits, without units. The written rate is read; the number beside it only checks it. */
export const usMfnRates: Format<TariffOfFile> = {
  id: 'us-mfn-rates',
  description: `US MFN rates by eight digits, CSV (columns ${COLUMNS.join(', ')})`,
  source: 'US most-favoured-nation rates, US International Trade Commission',
  licence: 'work of the US government, public domain',
  recognises: (file) => COLUMNS.every((column) => csvColumns(file).includes(column)),
  read(file) {
    const rows = readCsv(file);
    refuseRepeated(file, 'hs8', columnOf(rows, 'hs8'));
    const lines = rows.map(({ line, record }) => {
      const code = record['hs8']!;
      if (!/^\d{8}$/.test(code)) throw malformedRow(file, line, 'hs8', `"${code}" is no code of 8 digits`);
      const rate = parseUsRate(record['rate_raw']!);
      if (rate.kind === 'adValorem' && Math.abs(Number(rate.percent) / 100 - Number(record['mfn_rate'])) > 1e-9) {
        throw malformedRow(
          file,
          line,
          'mfn_rate',
          `${record['mfn_rate']} contradicts the written rate "${record['rate_raw']}"`,
        );
      }
      return { code, rate, units: [] };
    });
    return { piece: { piece: 'tariff', country: 'US', lines, statistical: [], provisions: [] }, rows: rows.length };
  },
};
