import type { EmbargoList } from '../../services/reference/kinds/embargoes/content.ts';
import { SNAPSHOT_SCHEMA, type SnapshotOf } from '../../services/reference/snapshot/snapshot.ts';
import { knownDay } from '../../services/risk/declaration/day.ts';
import { readCsv } from '../../services/source-files/read-csv.ts';
import type { SourceFile } from '../../services/source-files/source-file.ts';
import { OWN_LISTS } from './embargo-lists.ts';
import { EMBARGO_MEASURES } from './embargo-measures.ts';
import { MADE_BY } from './import-one.ts';

/** Supplements of 15 CFR 746 whose codes are the law, and what they name. */
const SUPPLEMENTS = {
  2: ['us-oil-gas', 'goods for oil and gas, where their end use is that', 'possible'],
  4: ['us-industry', 'industrial items without a control entry', 'exact'],
  5: ['us-luxury', 'luxury goods', 'exact'],
  7: ['us-unmanned', 'items sought for unmanned aircraft and missiles', 'exact'],
} as const;

export interface EmbargoFiles {
  /** Columns supplement and hs6. */
  readonly supplements: SourceFile;
  /** Columns hs6 and min_usd_per_unit_wholesale. */
  readonly floors: SourceFile;
  /** Column hs6: the Common High Priority List. */
  readonly highPriority: SourceFile;
  /** Every subheading there is. */
  readonly subheadings: readonly string[];
}

/** Embargoes of the United Nations, the United States, the European Union and the United Kingdom, as far as they are restated here. */
export function shippedEmbargoes({
  supplements,
  floors,
  highPriority,
  subheadings,
}: EmbargoFiles): SnapshotOf<'embargoes'> {
  const rows = readCsv(supplements).map(({ record }) => record);
  const chpl = readCsv(highPriority).map(({ record }) => record['hs6']!);
  const prices = Object.fromEntries(
    readCsv(floors).map(({ record }) => [record['hs6']!, Number(record['min_usd_per_unit_wholesale'])]),
  );
  const lists = Object.entries(SUPPLEMENTS).map(([number, [id, goods, certainty]]): EmbargoList => {
    const codes = rows.filter(({ supplement }) => supplement === number).map(({ hs6 }) => hs6!);
    const isPriced = codes.some((code) => prices[code] !== undefined);
    return {
      ...{ id, goods, certainty },
      legalBasis: `15 CFR 746, supplement ${number}`,
      prefixes: isPriced ? codes : beginnings(codes, subheadings),
      ...(isPriced && { floors: { currency: 'USD', prices } }),
    };
  });
  const own = OWN_LISTS.map((list) => (list.id === 'high-priority' ? { ...list, prefixes: chpl } : list));
  return {
    schema: SNAPSHOT_SCHEMA,
    kind: 'embargoes',
    provenance: {
      source:
        'Own restatement of embargoes with the law named at each; codes of 15 CFR 746 supplements 2, 4, 5 and 7 (US government text, eCFR, compiled by OSUGIYAMA/EyeWarnYou)',
      sourceDay: knownDay('2026-09-24'),
      licence: 'own work; US government work, public domain; compilation Apache-2.0',
      madeBy: MADE_BY,
      files: [supplements, floors, highPriority].map(({ name, sha256 }, index) => ({
        name,
        sha256,
        rows: [rows.length, Object.keys(prices).length, chpl.length][index]!,
      })),
      notes: [
        'lists of the EU and the United Kingdom are restated by headings: exact where their law names whole headings, else possible',
        'no list clears goods: parts, technology and other goods of a chapter that a list reaches may be forbidden too, and laws change; later amendments were not looked for',
        'places within a country are recognised by what addresses name: towns, postcodes, UN/LOCODE',
      ],
    },
    content: { lists: [...lists, ...own], measures: EMBARGO_MEASURES },
  };
}

/** The shortest beginnings that stand for exactly these subheadings: a whole chapter or heading is said by its own digits. */
function beginnings(codes: readonly string[], subheadings: readonly string[]): readonly string[] {
  const named = new Set(codes);
  const isWhole = (prefix: string): boolean => {
    const below = subheadings.filter((code) => code.startsWith(prefix));
    return below.length > 0 && below.every((code) => named.has(code));
  };
  const shortest = new Map<string, string>();
  for (const code of codes) shortest.set(code, [2, 4].map((length) => code.slice(0, length)).find(isWhole) ?? code);
  return [...new Set(shortest.values())];
}
