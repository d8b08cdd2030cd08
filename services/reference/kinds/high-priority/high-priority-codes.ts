import { columnOf, csvColumns, readCsv, refuseRepeated } from '../../../source-files/read-csv.ts';
import { malformedRow } from '../../../source-files/source-file.ts';
import type { Format } from '../format.ts';
export interface HighPriorityCodes {
  readonly piece: 'high-priority';
  readonly codes: readonly (readonly [code: string, tier: string, description: string])[];
}

const COLUMNS = ['tier', 'hs6', 'description_hs2022'];

/** The Common High Priority List: subheadings that matter most for diversion, in tiers. */
export const highPriorityCodes: Format<HighPriorityCodes> = {
  id: 'high-priority-codes',
  description: `Common High Priority List, CSV (columns ${COLUMNS.join(', ')})`,
  source: 'Common High Priority List (EU, Japan, UK, US), as published by the US Bureau of Industry and Security',
  licence: 'work of the US government, public domain',
  recognises: (file) => COLUMNS.every((column) => csvColumns(file).includes(column)),
  read(file) {
    const rows = readCsv(file);
    refuseRepeated(file, 'hs6', columnOf(rows, 'hs6'));
    const codes = rows.map(({ line, record }) => {
      if (!/^\d{6}$/.test(record['hs6']!)) throw malformedRow(file, line, 'hs6', `"${record['hs6']}" is no subheading`);
      return [record['hs6']!, record['tier']!, record['description_hs2022']!] as const;
    });
    return { piece: { piece: 'high-priority', codes }, rows: rows.length };
  },
};
