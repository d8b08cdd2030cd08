import { csvColumns, readCsv } from '../../../source-files/read-csv.ts';
import { malformedRow } from '../../../source-files/source-file.ts';
import type { Format } from '../format.ts';

export interface AdditionalDutiesOfFile {
  readonly piece: 'additional-duties';
  readonly country: string;
  readonly rows: readonly { readonly line: number; readonly code: string; readonly provision: string }[];
}

const COLUMNS = ['hts8', 'list', 'ch99_code'];

/** Lists of US tariff lines on which section 301 duty falls, by provision of chapter 99. The rates stand in the schedule itself. */
export const usSection301: Format<AdditionalDutiesOfFile> = {
  id: 'us-section-301',
  description: `US section 301 product lists, CSV (columns ${COLUMNS.join(', ')}); needs the US tariff schedule beside it`,
  source: 'Section 301 product lists, US Trade Representative',
  licence: 'work of the US government, public domain',
  recognises: (file) => COLUMNS.every((column) => csvColumns(file).includes(column)),
  read(file) {
    const rows = readCsv(file).map(({ line, record }) => {
      if (!/^\d{8}$/.test(record['hts8']!))
        throw malformedRow(file, line, 'hts8', `"${record['hts8']}" is no code of 8 digits`);
      if (!/^99\d{2}\.\d{2}\.\d{2}$/.test(record['ch99_code']!))
        throw malformedRow(file, line, 'ch99_code', `"${record['ch99_code']}" is no provision of chapter 99`);
      return { line, code: record['hts8']!, provision: record['ch99_code']! };
    });
    return { piece: { piece: 'additional-duties', country: 'US', rows }, rows: rows.length };
  },
};
