import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSettings } from '../../../../services/adapters/config/load-settings.ts';
import { projectRoot } from '../../../../services/adapters/config/project-root.ts';
import { rememberedReference } from '../../../../services/adapters/reference-files/remembered-reference.ts';
import { readShippedSnapshots } from '../../../../services/adapters/reference-files/shipped-reference.ts';
import { FORMATS } from '../../../../services/reference/importing/formats.ts';
import { importReference } from '../../../../services/reference/importing/import-reference.ts';
import type { Kind } from '../../../../services/reference/kinds/kind.ts';
import { type KindName, KINDS } from '../../../../services/reference/kinds/kinds.ts';
import { loadSnapshots } from '../../../../services/reference/snapshot/load-snapshots.ts';
import { commodityCode, country, day } from '../../../harness/checked.ts';
import { textFile } from '../source-files.ts';

const US = { country: 'US', currency: 'USD' };
const DAY = day('2026-11-22');
const LONG_AGO = day('2018-01-01');
const RUSSIA = country('RU');
const ALL: readonly Kind[] = KINDS;

describe('the kinds on the list', () => {
  test('given all of them, then no two share a name, a look-up or a format', () => {
    const lookUps = ALL.flatMap((kind) => Object.keys(loadSnapshots([], US, [kind]))).filter(
      (name) => name !== 'versions' && name !== 'sourceDays',
    );
    for (const names of [ALL.map(({ name }) => name), lookUps, FORMATS.map(({ id }) => id)])
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('given the ages that can be set, then each is the age of a kind, but that of the licence register', () => {
    const { settings } = loadSettings({ variables: {}, workingDirectory: process.cwd() });
    const used = new Set(ALL.map(({ oldAfter }) => oldAfter).filter((limit) => limit !== undefined));
    expect([...used, 'licences'].sort()).toEqual(Object.keys(settings.reference.oldAfter).sort());
  });

  test('given questions that come again, then the remembered answers are those of the data', () => {
    const reference = loadSnapshots(readShippedSnapshots(), US);
    const remembered = rememberedReference(reference);
    const control = { direction: 'export', destination: RUSSIA, day: DAY } as const;
    for (const code of ['854231', '8413110000', '61091000', '93020000', 'N/A', '854231', '93020000'].map(commodityCode))
      for (const [day, origin] of [[DAY, country('CN')], [LONG_AGO, country('DE')], [DAY]] as const)
        for (const ask of [
          (of: typeof reference) => of.subheading(code, day),
          (of: typeof reference) => of.tariffLine(code, day),
          (of: typeof reference) => of.tariffLine(code, day, 'export'),
          (of: typeof reference) => of.dutyRange(code, day, origin),
          (of: typeof reference) => of.controls(code, origin === undefined ? control : { ...control, day, origin }),
          (of: typeof reference) => of.highPriority(code),
          (of: typeof reference) => of.usual(code, day),
          (of: typeof reference) => of.originDuties(code, day),
          (of: typeof reference) => of.exchangeRate('EUR', day),
          (of: typeof reference) => of.documentKind('X002'),
          (of: typeof reference) => of.country(country('RU')),
          (of: typeof reference) => of.businessLines('Schenker AG', 'PO Box 7'),
        ])
          expect(ask(remembered)).toEqual(ask(reference));
  });
});

/** Content hashes stand on record and in stores: what made them must go on making them. */
test.each([
  [
    'high-priority',
    'tier,hs6,description_hs2022\n1,854231,Processors\n',
    '5114bd569ce9178fdfaa649e90e29bc671a45197e9e59ccaf3245ba608443d83',
  ],
  [
    'exchange-rates',
    'Date,USD,JPY,GBP,CHF\n2025-09-04,1.1662,173.06,0.8672,0.9380\n',
    '76c546d5606f8598300ee2dab1659b667dd701441af11236e61a2e13d511527d',
  ],
  [
    'tariff/US',
    'hs8,mfn_rate,rate_type,rate_raw\n84131100,0,A,Free\n61091000,0.165,7,16.5%\n',
    '9f9f3f1e99ba45c4b9ef21f2bb23b499e91cb213e736e40f97562655c3671e8a',
  ],
])(
  'given a file of %s that an earlier release imported, then its snapshot has the same version',
  (name, text, version) => {
    const file = { ...textFile(text), sha256: '00' };
    const { snapshots } = importReference([file], { sourceDay: day('2025-09-08'), active: [], madeBy: 'a test' });
    expect(snapshots).toMatchObject([{ name, sealed: { version } }]);
  },
);

describe('where the name of a kind stands in the sources', () => {
  const HOME = 'services/reference/kinds/';
  /** What makes the shipped set makes each of its kinds. */
  const SHIPPED = 'infra/reference/';
  /** What stands in for reference data in memory says which sets it stands in for. */
  const IN_MEMORY = 'services/adapters/memory/reference-data.ts';
  /** Sources of texts are called by the data set they are from. */
  const TEXTS = 'models/classification/learn/data/';
  /** The settings of when a set is old are called like the kinds that they are for. */
  const AGES = 'services/reference/kinds/kind.ts';
  const ELSEWHERE: Partial<Record<KindName, readonly string[]>> = {
    tariff: [AGES],
    nomenclature: [AGES, TEXTS],
    controls: ['services/risk/look-up/item-facts.ts'],
    'usual-ratios': [
      'services/reference/learning/beside-statistics.ts',
      'services/reference/learning/usual-snapshot.ts',
    ],
  };
  const sources = sourceFiles();
  const folderOf = (kind: KindName): string => `${HOME}${kind === 'export-codes' ? 'tariff' : kind}/`;
  const strangers = (named: RegExp, known: readonly string[]): readonly string[] =>
    sources
      .filter(({ text }) => named.test(text))
      .flatMap(({ path }) => (known.some((place) => path.startsWith(place)) ? [] : path));

  test.each(KINDS.map(({ name }) => name))('given %s, then only its own folder names it, and what makes it', (kind) => {
    const known = [folderOf(kind), SHIPPED, IN_MEMORY, ...(ELSEWHERE[kind] ?? [])];
    expect(strangers(new RegExp(`['\`]${kind}['\`]`), known)).toEqual([]);
  });

  test('given the high-priority list by any of its names, then besides its folder and the list of kinds those name it that judge by it', () => {
    const facts = [
      'services/risk/facts/facts.ts',
      'services/risk/features/item/control.ts',
      'services/risk/assess/source-versions.ts',
      'services/risk/look-up/item-facts.ts',
      'services/risk/look-up/reference-data.ts',
    ];
    expect(
      strangers(/high-?priority/i, [folderOf('high-priority'), `${HOME}kinds.ts`, SHIPPED, IN_MEMORY, ...facts]),
    ).toEqual([]);
  });
});

function sourceFiles(): readonly { readonly path: string; readonly text: string }[] {
  return ['services', 'models', 'config', 'infra'].flatMap((room) =>
    readdirSync(join(projectRoot(), room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|js|mjs)$/.test(name))
      .map((name) => {
        const path = `${room}/${name}`;
        return { path, text: readFileSync(join(projectRoot(), path), 'utf8') };
      }),
  );
}
