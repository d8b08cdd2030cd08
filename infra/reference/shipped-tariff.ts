import type { SnapshotOf } from '../../services/reference/snapshot/snapshot.ts';
import { knownDay } from '../../services/risk/declaration/day.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';
import { importOne } from './import-one.ts';
import { SHIPPED_HEADINGS } from './shipped-headings.ts';

/** The US tariff cut down to the shipped headings, each covered whole; without descriptions, without statistical codes. */
export function shippedTariff(files: readonly SourceFile[]): SnapshotOf<'tariff'> {
  const whole = importOne('tariff', files, knownDay('2025-01-01'));
  const { country, headings, lines, additional } = whole.content;
  const covered = new Set(SHIPPED_HEADINGS);
  const missing = SHIPPED_HEADINGS.filter((heading) => !headings.includes(heading));
  if (missing.length > 0) throw new Error(`The tariff has no headings ${missing.join(', ')}`);
  const isCovered = (code: string): boolean => covered.has(code.slice(0, 4));
  return {
    ...whole,
    provenance: {
      ...whole.provenance,
      notes: [
        `${covered.size} headings, each covered whole; a code under any other heading is unknown`,
        'units are those that every statistical code of a line asks for, net kilograms left out',
      ],
    },
    content: {
      country,
      headings: headings.filter((heading) => covered.has(heading)),
      lines: lines.filter(([code]) => isCovered(code)).map(([code, rate, units]) => [code, rate, units]),
      statistical: [],
      additional: additional
        .map((row) => ({ ...row, codes: row.codes.split(' ').filter(isCovered).join(' ') }))
        .filter(({ codes }) => codes !== ''),
    },
  };
}
