import { csvColumns, readCsv } from '../../../source-files/read-csv.ts';
import { malformedRow } from '../../../source-files/source-file.ts';
import type { Format } from '../format.ts';

export interface Countries {
  readonly piece: 'countries';
  readonly countries: readonly { readonly code: string; readonly name: string; readonly region: string }[];
}

const COLUMNS = ['ISO3166-1-Alpha-2', 'CLDR display name', 'Sub-region Name'];

/** Countries of ISO 3166-1 with names and M49 regions, as published by datasets/country-codes. */
export const countryCodes: Format<Countries> = {
  id: 'country-codes',
  description: `countries, CSV (columns ${COLUMNS.join(', ')})`,
  source: 'ISO 3166-1 and UN M49, as published by datasets/country-codes',
  licence: 'PDDL',
  recognises: (file) => COLUMNS.every((column) => csvColumns(file).includes(column)),
  read(file) {
    const rows = readCsv(file);
    const countries = rows.map(({ line, record }) => {
      const code = record['ISO3166-1-Alpha-2']!;
      if (!/^[A-Z]{2}$/.test(code)) throw malformedRow(file, line, 'ISO3166-1-Alpha-2', `"${code}" is no country code`);
      return {
        code,
        name: record['CLDR display name']!.trim() || record['official_name_en']!.trim(),
        region: record['Sub-region Name']!.trim() || record['Region Name']!.trim(),
      };
    });
    return { piece: { piece: 'countries', countries }, rows: rows.length };
  },
};
