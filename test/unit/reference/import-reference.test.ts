import { describe, expect, test } from 'vitest';
import { importReference, type ImportOptions } from '../../../services/reference/importing/import-reference.ts';
import { LoadedReference } from '../../../services/reference/lookup/loaded-reference.ts';
import type { SealedSnapshot } from '../../../services/reference/snapshot/snapshot.ts';
import { snapshotOf } from './snapshots.ts';
import { textFile, workbook } from './source-files.ts';

const MFN = 'hs8,mfn_rate,rate_type,rate_raw\n' + Array.from({ length: 20 }, (_, n) => `8413${1000 + n},0,free,Free\n`).join('');
const HTS_HEADER = 'HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty\n';
const options = (more: Partial<ImportOptions> = {}): ImportOptions => ({ sourceDay: '2026-11-22', active: [], madeBy: 'tidewaiter reference import', ...more });
const madeOf = (text: string, more: Partial<ImportOptions> = {}): SealedSnapshot => importReference([textFile(text, 'mfn.csv')], options(more)).snapshots[0]!.sealed;

describe('importing reference files', () => {
  test('given a file under any name, then it is told by content, counted, and says where it came from', () => {
    const report = importReference([textFile(MFN, 'whatever.bin')], options());
    expect(report.files).toEqual([{ name: 'whatever.bin', format: 'us-mfn-rates', rows: 20, used: true }]);
    expect(report.snapshots).toMatchObject([{ name: 'tariff/US', outcome: 'new', entries: { headings: 1, lines: 20, 'rates understood': 20 } }]);
    expect(report.snapshots[0]!.sealed.snapshot).toMatchObject({ validFrom: '2026-11-22', provenance: { sourceDay: '2026-11-22', files: [{ name: 'whatever.bin', rows: 20 }] } });
  });

  test('given the same file twice, then the version is the same and nothing has changed', () => {
    const first = madeOf(MFN);
    const again = importReference([textFile(MFN, 'mfn.csv')], options({ active: [first] }));
    expect(again.snapshots).toMatchObject([{ outcome: 'unchanged', sealed: { version: first.version } }]);
  });

  test('given a tariff that lost half its lines, then the import is refused, unless forced with a reason that is kept', () => {
    const half = MFN.split('\n').slice(0, 11).join('\n');
    const active = [madeOf(MFN)];
    expect(() => madeOf(half, { active })).toThrow(expect.objectContaining({ code: 'TDW_REFERENCE_SHRUNK', message: expect.stringContaining('lines 20 → 10') as string }) as Error);
    expect(madeOf(half, { active, forced: { reason: 'chapter moved' } }).snapshot.provenance.notes).toEqual(['imported in spite of the guard: chapter moved']);
  });

  test('given a tariff whose rates are no longer understood, then it is refused as well: it lost its structure', () => {
    expect(() => madeOf(MFN.replaceAll('Free', 'see note'), { active: [madeOf(MFN)] })).toThrow(expect.objectContaining({ code: 'TDW_REFERENCE_SHRUNK', message: expect.stringContaining('rates understood 20 → 0') as string }) as Error);
  });

  test.each([
    ['a file of no known format', 'some,other,columns\n1,2,3\n', 'TDW_REFERENCE_FORMAT_UNKNOWN'],
    ['nothing', '', 'TDW_REFERENCE_FORMAT_UNKNOWN'],
    ['a header without rows', 'hs8,mfn_rate,rate_type,rate_raw\n', 'TDW_REFERENCE_MALFORMED'],
    ['lists of additional duty without the tariff', 'hts8,list,ch99_code\n84131100,3,9903.88.03\n', 'TDW_REFERENCE_INCOMPLETE'],
    ['one edition of the nomenclature without the other', 'section,hscode,description,parent,level\nI,010121,Horses,0101,6\n', 'TDW_REFERENCE_INCOMPLETE'],
  ])('given %s, then it is refused with %s', (_, text, code) => {
    expect(() => importReference([textFile(text)], options())).toThrow(expect.objectContaining({ code, place: expect.objectContaining({ file: 'given.csv' }) as object }) as Error);
  });

  test('given the schedule and the lists together, then the duty on top stands on its lines', () => {
    const hts = `${HTS_HEADER}"8413.11.00.00","1","Pumps","[""No.""]","Free"\n"9903.88.03","0","articles the product of China","","The duty provided in the applicable subheading + 25%"\n`;
    const { snapshots } = importReference([textFile(hts), textFile('hts8,list,ch99_code\n84131100,3,9903.88.03\n')], options());
    const reference = new LoadedReference(snapshots.map(({ sealed }) => sealed), { country: 'US', currency: 'USD' });
    expect(reference.tariffLine('84131100', '2026-11-22')).toMatchObject({ value: { supplementaryUnits: ['NAR'], additionalDuties: [{ id: '9903.88.03', duty: { percent: '25' } }] } });
  });

  test('given a tariff without lists while some are active, then they are taken over and the snapshot says so', () => {
    const additional = [{ id: '9903.88.03', origins: ['CN'], rate: '25%', codes: '84131000' }];
    const before = madeOf(MFN);
    const active = [snapshotOf('tariff', { ...(before.snapshot.content as never as Parameters<typeof snapshotOf<'tariff'>>[1]), additional }, { of: 'US' })];
    expect(madeOf(MFN, { active }).snapshot).toMatchObject({ content: { additional }, provenance: { notes: [expect.stringContaining('taken over')] } });
  });

  test('given nomenclature and correlation, then codes of one edition only are moved, and new ones that gather from everywhere are not', () => {
    const everywhere = Array.from({ length: 31 }, (_, n) => ['854921', `8501${10 + n}`, 'n:n']);
    const rows = [['HS 2022', 'HS 2017', 'Relationship'], ['852581', '852580', 'n:1'], ['852589', '852580', 'n:1'], ['854231', '854231', '1:1'], ...everywhere];
    const { snapshots } = importReference([workbook([{ name: 'Correlations', rows }]), textFile('section,hscode,description,parent,level\nXVI,8525,"Cameras",85,4\nXVI,852581,a,8525,6\nXVI,852589,a,8525,6\nXVI,854231,a,8542,6\nXVI,854921,a,8549,6\n')], options());
    expect(snapshots[0]!.sealed.snapshot.content).toMatchObject({
      editions: [{ edition: '2017', validTo: '2021-12-31' }, { edition: '2022', validFrom: '2022-01-01', subheadings: { '85': '2581 2589 4231 4921' } }],
      headingTitles: { '8525': 'Cameras' },
    });
    expect(snapshots[0]!.sealed.snapshot.content).toHaveProperty('moves', { '852580': '852581 852589', '852581': '852580', '852589': '852580' });
  });

  test('given countries and ports, then names and positions change; customs unions and hubs stay', () => {
    const hubs = { AE: { kind: 'diversion', basis: 'alert', zones: [] } } as const;
    const active = [snapshotOf('geography', { countries: [['AE', 'Emirates', '', 0, 0, 'GCC']], hubs })];
    const { snapshots } = importReference([textFile('ISO3166-1-Alpha-2,CLDR display name,Sub-region Name\nAE,United Arab Emirates,Western Asia\n'), textFile('{"AEJEA":{"coordinates":[55.03,24.99]}}')], options({ active }));
    expect(snapshots[0]!.sealed.snapshot.content).toEqual({ countries: [['AE', 'United Arab Emirates', 'Western Asia', 25, 55, 'GCC']], hubs });
  });

  test('given a rate table beside the schedule, then the one with more detail is used and the report says which was not', () => {
    const hts = `${HTS_HEADER}"8413.11.00","1","Pumps","","Free"\n"8413.11.00.10","2","Other","[""No.""]",""\n`;
    expect(importReference([textFile(MFN, 'table.csv'), textFile(hts, 'schedule.csv')], options()).files).toMatchObject([{ name: 'table.csv', used: false }, { name: 'schedule.csv', used: true }]);
  });

  test('given a snapshot of one\'s own, then it is brought in as it is, guarded like the others', () => {
    const own = snapshotOf('document-types', { types: { A100: { kind: 'licence', title: 'Our licence' } } });
    const file = textFile(JSON.stringify(own.snapshot), 'ours.json');
    expect(importReference([file], options()).snapshots).toMatchObject([{ name: 'document-types', outcome: 'new', sealed: own }]);
    const types = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`A${100 + n}`, { kind: 'licence', title: 'x' } as const]));
    expect(() => importReference([file], options({ active: [snapshotOf('document-types', { types })] }))).toThrow(expect.objectContaining({ code: 'TDW_REFERENCE_SHRUNK' }) as Error);
    expect(() => importReference([file, file], options())).toThrow(expect.objectContaining({ code: 'TDW_REFERENCE_INCOMPLETE' }) as Error);
  });
});
