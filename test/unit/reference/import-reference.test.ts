import { describe, expect, test } from 'vitest';
import { type ImportOptions, importReference } from '../../../services/reference/importing/import-reference.ts';
import { loadSnapshots } from '../../../services/reference/snapshot/load-snapshots.ts';
import type { SealedSnapshot } from '../../../services/reference/snapshot/snapshot.ts';
import { commodityCode, day } from '../../harness/checked.ts';
import { snapshotOf } from './snapshots.ts';
import { textFile, workbook } from './source-files.ts';

const MFN =
  'hs8,mfn_rate,rate_type,rate_raw\n' + Array.from({ length: 20 }, (_, n) => `8413${1000 + n},0,free,Free\n`).join('');
const HTS_HEADER = 'HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty\n';
const options = (more: Partial<ImportOptions> = {}): ImportOptions => ({
  sourceDay: day('2026-11-22'),
  active: [],
  madeBy: 'tidewaiter reference import',
  ...more,
});
const madeOf = (text: string, more: Partial<ImportOptions> = {}): SealedSnapshot =>
  importReference([textFile(text, 'mfn.csv')], options(more)).snapshots[0]!.sealed;

describe('importing reference files', () => {
  test('given a file under any name, then it is told by content, counted, and says where it came from', () => {
    const report = importReference([textFile(MFN, 'whatever.bin')], options());
    expect(report.files).toEqual([{ name: 'whatever.bin', format: 'us-mfn-rates', rows: 20, used: true }]);
    expect(report.snapshots).toMatchObject([
      { name: 'tariff/US', outcome: 'new', entries: { headings: 1, lines: 20, 'rates understood': 20 } },
    ]);
    expect(report.snapshots[0]!.sealed.snapshot).toMatchObject({
      validFrom: '2026-11-22',
      provenance: { sourceDay: '2026-11-22', files: [{ name: 'whatever.bin', rows: 20 }] },
    });
  });

  test('given the same file twice, then the version is the same and nothing has changed', () => {
    const first = madeOf(MFN);
    const again = importReference([textFile(MFN, 'mfn.csv')], options({ active: [first] }));
    expect(again.snapshots).toMatchObject([{ outcome: 'unchanged', sealed: { version: first.version } }]);
  });

  test('given a tariff that lost half its lines, then the import is refused, unless forced with a reason that is kept', () => {
    const half = MFN.split('\n').slice(0, 11).join('\n');
    const active = [madeOf(MFN)];
    expect(() => madeOf(half, { active })).toThrow(
      expect.objectContaining({
        code: 'TDW_REFERENCE_SHRUNK',
        message: expect.stringContaining('lines 20 → 10') as string,
      }) as Error,
    );
    expect(madeOf(half, { active, forced: { reason: 'chapter moved' } }).snapshot.provenance.notes).toEqual([
      'imported in spite of the guard: chapter moved',
    ]);
  });

  test('given a tariff whose rates are no longer understood, then it is refused as well: it lost its structure', () => {
    expect(() => madeOf(MFN.replaceAll('Free', 'see note'), { active: [madeOf(MFN)] })).toThrow(
      expect.objectContaining({
        code: 'TDW_REFERENCE_SHRUNK',
        message: expect.stringContaining('rates understood 20 → 0') as string,
      }) as Error,
    );
  });

  test.each([
    ['a file of no known format', 'some,other,columns\n1,2,3\n', 'TDW_REFERENCE_FORMAT_UNKNOWN'],
    ['nothing', '', 'TDW_REFERENCE_FORMAT_UNKNOWN'],
    ['a header without rows', 'hs8,mfn_rate,rate_type,rate_raw\n', 'TDW_REFERENCE_MALFORMED'],
    [
      'lists of additional duty without the tariff',
      'hts8,list,ch99_code\n84131100,3,9903.88.03\n',
      'TDW_REFERENCE_INCOMPLETE',
    ],
    [
      'one edition of the nomenclature without the other',
      'section,hscode,description,parent,level\nI,010121,Horses,0101,6\n',
      'TDW_REFERENCE_INCOMPLETE',
    ],
  ])('given %s, then it is refused with %s', (_, text, code) => {
    expect(() => importReference([textFile(text)], options())).toThrow(
      expect.objectContaining({ code, location: expect.objectContaining({ file: 'given.csv' }) as object }) as Error,
    );
  });

  test('given the schedule and the lists together, then the duty on top stands on its lines', () => {
    const hts = `${HTS_HEADER}"8413.11.00.00","1","Pumps","[""No.""]","Free"\n"9903.88.03","0","articles the product of China","","The duty provided in the applicable subheading + 25%"\n`;
    const { snapshots } = importReference(
      [textFile(hts), textFile('hts8,list,ch99_code\n84131100,3,9903.88.03\n')],
      options(),
    );
    const reference = loadSnapshots(
      snapshots.map(({ sealed }) => sealed),
      { country: 'US', currency: 'USD' },
    );
    expect(reference.tariffLine(commodityCode('84131100'), day('2026-11-22'))).toMatchObject({
      value: { supplementaryUnits: ['NAR'], additionalDuties: [{ id: '9903.88.03', duty: { percent: '25' } }] },
    });
  });

  test('given a tariff without lists while some are active, then they are taken over and the snapshot says so', () => {
    const additional = [{ id: '9903.88.03', origins: ['CN'], rate: '25%', codes: '84131000' }];
    const before = madeOf(MFN);
    const active = [
      snapshotOf(
        'tariff',
        { ...(before.snapshot.content as never as Parameters<typeof snapshotOf<'tariff'>>[1]), additional },
        { of: 'US' },
      ),
    ];
    expect(madeOf(MFN, { active }).snapshot).toMatchObject({
      content: { additional },
      provenance: { notes: [expect.stringContaining('taken over')] },
    });
  });

  test('given nomenclature and correlation, then codes of one edition only are moved, and new ones that gather from everywhere are not', () => {
    const everywhere = Array.from({ length: 31 }, (_, n) => ['854921', `8501${10 + n}`, 'n:n']);
    const rows = [
      ['HS 2022', 'HS 2017', 'Relationship'],
      ['852581', '852580', 'n:1'],
      ['852589', '852580', 'n:1'],
      ['854231', '854231', '1:1'],
      ...everywhere,
    ];
    const { snapshots } = importReference(
      [
        workbook([{ name: 'Correlations', rows }]),
        textFile(
          'section,hscode,description,parent,level\nXVI,8525,"Cameras",85,4\nXVI,852581,a,8525,6\nXVI,852589,a,8525,6\nXVI,854231,a,8542,6\nXVI,854921,a,8549,6\n',
        ),
      ],
      options(),
    );
    expect(snapshots[0]!.sealed.snapshot.content).toMatchObject({
      editions: [
        { edition: '2017', validTo: '2021-12-31' },
        { edition: '2022', validFrom: '2022-01-01', subheadings: { '85': '2581 2589 4231 4921' } },
      ],
      headingTitles: { '8525': 'Cameras' },
    });
    expect(snapshots[0]!.sealed.snapshot.content).toHaveProperty('moves', {
      '852580': '852581 852589',
      '852581': '852580',
      '852589': '852580',
    });
  });

  test('given countries and ports, then names and positions change; customs unions and hubs stay', () => {
    const hubs = { AE: { kind: 'diversion', basis: 'alert', zones: [] } } as const;
    const active = [snapshotOf('geography', { countries: [['AE', 'Emirates', '', 0, 0, 'GCC']], hubs })];
    const { snapshots } = importReference(
      [
        textFile('ISO3166-1-Alpha-2,CLDR display name,Sub-region Name\nAE,United Arab Emirates,Western Asia\n'),
        textFile('{"AEJEA":{"coordinates":[55.03,24.99]}}'),
      ],
      options({ active }),
    );
    expect(snapshots[0]!.sealed.snapshot.content).toEqual({
      countries: [['AE', 'United Arab Emirates', 'Western Asia', 25, 55, 'GCC']],
      hubs,
    });
  });

  test('given a rate table beside the schedule, then the one with more detail is used and the report says which was not', () => {
    const hts = `${HTS_HEADER}"8413.11.00","1","Pumps","","Free"\n"8413.11.00.10","2","Other","[""No.""]",""\n`;
    expect(importReference([textFile(MFN, 'table.csv'), textFile(hts, 'schedule.csv')], options()).files).toMatchObject(
      [
        { name: 'table.csv', used: false },
        { name: 'schedule.csv', used: true },
      ],
    );
  });

  test("given a snapshot of one's own, then it is brought in as it is, guarded like the others", () => {
    const own = snapshotOf('document-types', { types: { A100: { kind: 'licence', title: 'Our licence' } } });
    const file = textFile(JSON.stringify(own.snapshot), 'ours.json');
    expect(importReference([file], options()).snapshots).toMatchObject([
      { name: 'document-types', outcome: 'new', sealed: own },
    ]);
    const types = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`A${100 + n}`, { kind: 'licence', title: 'x' } as const]),
    );
    expect(() => importReference([file], options({ active: [snapshotOf('document-types', { types })] }))).toThrow(
      expect.objectContaining({ code: 'TDW_REFERENCE_SHRUNK' }) as Error,
    );
    expect(() => importReference([file, file], options())).toThrow(
      expect.objectContaining({ code: 'TDW_REFERENCE_INCOMPLETE' }) as Error,
    );
  });
});

describe('importing exchange rates', () => {
  const HISTORY =
    'Date,USD,JPY,GBP,CHF,\n2025-09-05,1.1697,173.06,0.86618,0.9365,\n2025-09-04,1.1649,172.82,0.86663,0.9380,\n';
  const DAILY = 'Date, USD, JPY, GBP, CHF, \n08 September 2025, 1.1728, 173.39, 0.86690, 0.9328, \n';
  const HMRC = 'Country/Territories,Currency,Currency Code,Currency Units per £1,Start date,End date\n';
  const MONTH = `${HMRC}Eurozone,Euro,EUR,1.1564,01/07/2026,31/07/2026\nUSA,Dollar,USD,1.3404,01/07/2026,31/07/2026\nEcuador,Dollar,USD,1.3404,01/07/2026,31/07/2026\n`;
  const imported = (texts: readonly string[], more: Partial<ImportOptions> = {}): SealedSnapshot =>
    importReference(
      texts.map((text) => textFile(text)),
      options(more),
    ).snapshots[0]!.sealed;
  const rates = ({ snapshot }: SealedSnapshot): unknown => snapshot.content;
  const refused = expect.objectContaining({ code: 'TDW_REFERENCE_CONTRADICTS' }) as Error;

  test('given the file of one day, then its day is added to those in force, and says so; a second time nothing changes', () => {
    const active = [imported([HISTORY])];
    const added = imported([DAILY], { active });
    expect(rates(added)).toMatchObject({
      base: 'EUR',
      days: [
        { day: '2025-09-04' },
        { day: '2025-09-05' },
        { day: '2025-09-08', rates: { USD: '1.1728', CHF: '0.9328' } },
      ],
    });
    expect(added.snapshot.provenance.notes).toEqual(['added to the 2 days of the table that was in force']);
    expect(importReference([textFile(DAILY)], options({ active: [added] })).snapshots).toMatchObject([
      { outcome: 'unchanged', sealed: { version: added.version } },
    ]);
  });

  test('given a table with every day of the one in force, then it takes its place; both files in one call are one table', () => {
    const whole = imported([HISTORY, DAILY]);
    expect(rates(whole)).toMatchObject({
      maximumAgeDays: 10,
      days: [{ day: '2025-09-04' }, { day: '2025-09-05' }, { day: '2025-09-08' }],
    });
    expect(imported([HISTORY, DAILY], { active: [imported([HISTORY])] }).version).toBe(whole.version);
  });

  test('given another rate for a day that is in force, then nothing is taken, unless forced with a reason', () => {
    const active = [imported([HISTORY])];
    const other = HISTORY.replace('1.1697', '1.1796');
    expect(() => imported([other], { active })).toThrow(refused);
    expect(() => imported([HISTORY, other])).toThrow(refused);
    expect(rates(imported([other], { active, forced: { reason: 'the bank corrected it' } }))).toMatchObject({
      days: [{}, { rates: { USD: '1.1796', JPY: '173.06' } }],
    });
    expect(rates(imported([HISTORY.replace('0.9380', '0.938')], { active }))).toBeDefined();
  });

  test.each([
    ['as they are published now', MONTH],
    [
      'as they were, with other capitals and a pound sign of another encoding',
      MONTH.replace(
        'Currency Code,Currency Units per £1,Start date,End date',
        'Currency code,Currency units per \ufffd1,Start Date,End Date',
      ),
    ],
  ])("given HMRC's monthly rates %s, then they hold from the first to the last day that they state", (_name, text) => {
    const reference = loadSnapshots([imported([text])], { country: 'GB', currency: 'GBP' });
    expect(reference.exchangeRate('USD', day('2026-07-31'))).toMatchObject({
      state: 'found',
      value: { day: '2026-07-01' },
    });
    expect(reference.exchangeRate('EUR', day('2026-07-01'))).toMatchObject({ state: 'found' });
    expect([
      reference.exchangeRate('USD', day('2026-08-01')),
      reference.exchangeRate('USD', day('2026-06-30')),
    ]).toMatchObject([{ state: 'unknown' }, { state: 'unknown' }]);
  });

  test("given rates for one pound while those in force are for one euro, then they are not mixed: forced they take the table's place, and the next month is added", () => {
    const active = [imported([HISTORY])];
    expect(() => imported([MONTH], { active })).toThrow(refused);
    expect(() => imported([HISTORY, MONTH])).toThrow(refused);
    const forced = imported([MONTH], { active, forced: { reason: "the authority's own rates" } });
    expect(rates(forced)).toMatchObject({ base: 'GBP', days: [{ day: '2026-07-01', validTo: '2026-07-31' }] });
    expect(rates(imported([MONTH.replaceAll('/07/', '/08/')], { active: [forced] }))).toMatchObject({
      days: [{ day: '2026-07-01' }, { day: '2026-08-01', validTo: '2026-08-31' }],
    });
  });

  test.each([
    ['a currency with two rates', `${MONTH}Panama,Dollar,USD,1.5,01/07/2026,31/07/2026\n`],
    ['a day that is none', MONTH.replace('31/07/2026', '31/06/2026')],
    ['a month that ends before it begins', MONTH.replaceAll('31/07/2026', '30/06/2026')],
    ['a rate of nought', MONTH.replace('1.1564', '0')],
    ['a currency that is none', MONTH.replace('EUR', 'EURO')],
  ])("given HMRC's rates with %s, then they are refused with the line", (_name, text) => {
    expect(() => imported([text])).toThrow(
      expect.objectContaining({
        code: 'TDW_REFERENCE_MALFORMED',
        location: expect.objectContaining({ line: expect.any(Number) as number }) as object,
      }) as Error,
    );
  });
});

test.each([
  [
    'a tariff of a path',
    {
      kind: 'tariff',
      of: '../../x',
      content: { country: '../../x', headings: [], lines: [], statistical: [], additional: [] },
    },
  ],
  [
    'a tariff of nothing',
    { kind: 'tariff', content: { country: 'US', headings: [], lines: [], statistical: [], additional: [] } },
  ],
  [
    'a tariff of one country in the name of another',
    { kind: 'tariff', of: 'GB', content: { country: 'US', headings: [], lines: [], statistical: [], additional: [] } },
  ],
  ['controls of a path', { kind: 'controls', of: '../../x', content: { measures: [] } }],
])('given a snapshot that is %s, then it is refused', (_name, parts) => {
  const document = {
    schema: 1,
    provenance: { source: 'us', sourceDay: '2026-11-01', licence: 'own', madeBy: 'hand' },
    ...parts,
  };
  expect(() => importReference([textFile(JSON.stringify(document))], options())).toThrow(
    expect.objectContaining({ code: 'TDW_REFERENCE_MALFORMED' }) as Error,
  );
});
