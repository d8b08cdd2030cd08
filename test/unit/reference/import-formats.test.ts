import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../../services/reference/importing/formats.ts';
import type { Piece } from '../../../services/reference/kinds/format.ts';
import type { SourceFile } from '../../../services/source-files/source-file.ts';
import { textFile, workbook } from './source-files.ts';

/** Recognises by content and reads, as the import does. */
function read(file: SourceFile): Piece {
  const formats = FORMATS.filter((format) => format.recognises(file));
  expect(formats).toHaveLength(1);
  return formats[0]!.read(file).piece;
}

const HTS = `HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Quota Quantity,Additional Duties
"6109","0","T-shirts, knitted:","","","","","",""
"6109.10.00","1","Of cotton","","16.5%","Free (AU)","90%","",""
"","2","Men's or boys':","","","","","",""
"6109.10.00.12","3","Other T-shirts","[""doz."",""kg""]","","","","",""
"6109.10.00.14","3","Tank tops","[""doz."",""No.""]","","","","",""
"8413","0","Pumps:","","","","","",""
"8413.11.00.00","1","Pumps for fuel","[""No.""]","Free","","35%","",""
"0406","0","Cheese:","","","","","",""
"","1","Other:","","$1.227/kg","","","",""
"0406.10.18.00","2","Blue-mold","[""kg""]","","","","",""
"9903.88.03","0","Except as provided, articles the product of China, as provided for in U.S. note 20(e)","","The duty provided in the applicable subheading + 25%","","","",""
"9903.88.16","0","Articles the product of China, U.S. note 20(t) [Compiler's note: provision suspended.]","","The duty provided in the applicable subheading + 15%","","","",""
"9903.91.04","0","Effective with respect to entries on or after January 1, 2025, and before January 1, 2026, articles the product of China, as provided for in subdivision (e) of U.S. note 31","","The duty provided in the applicable subheading + 25%","","","",""
`;

describe('the US tariff schedule', () => {
  const piece = read(textFile(`\uFEFF${HTS}`));

  test('given rates at eight or ten digits or above a line, then every line has its own', () => {
    expect(piece).toMatchObject({
      piece: 'tariff',
      lines: [
        { code: '61091000', rate: { kind: 'adValorem', percent: '16.5' }, units: ['DZN'], description: 'Of cotton' },
        { code: '84131100', rate: { kind: 'free' }, units: ['NAR'] },
        {
          code: '04061018',
          rate: { kind: 'specific', amount: { value: '1.227' }, per: 'KGM' },
          units: [],
          description: 'Other – Blue-mold',
        },
        { code: '99038803' },
        { code: '99038816' },
        { code: '99039104' },
      ],
    });
  });

  test('given statistical codes with different units, then each keeps its own', () => {
    expect(piece).toMatchObject({
      statistical: [
        ['6109100012', ['DZN']],
        ['6109100014', ['DZN', 'NAR']],
      ],
    });
  });

  test('given provisions on Chinese goods, then those that add duty are understood with their days, suspended ones are left out', () => {
    expect(piece).toMatchObject({
      provisions: [
        { id: '9903.88.03', percent: '25', origins: ['CN'] },
        { id: '9903.91.04', percent: '25', origins: ['CN'], validFrom: '2025-01-01', validTo: '2025-12-31' },
      ],
    });
  });

  test.each([
    ['a code of nine digits', HTS.replace('6109.10.00.12', '6109.10.00.1'), 5, 'HTS Number'],
    ['units that are no list', HTS.replace('"[""No.""]","Free"', '"No.","Free"'), 8, 'Unit of Quantity'],
    ['an indent that is no number', HTS.replace('"","2","Men', '"","x","Men'), 4, 'Indent'],
    ['a row with too few cells', HTS.replace('"","2","Men\'s or boys\':","","","","","",""', '"","2"'), 4, undefined],
  ])('given %s, then it is refused with file and line', (_, text, line, element) => {
    const broken = textFile(text, 'hts.csv');
    expect(() => FORMATS[0]!.read(broken)).toThrow(
      expect.objectContaining({
        code: 'TDW_REFERENCE_MALFORMED',
        location: { file: 'hts.csv', line, ...(element === undefined ? {} : { element }) },
      }) as Error,
    );
  });
});

describe('the other formats', () => {
  test('given MFN rates, then the written rate counts', () => {
    expect(
      read(
        textFile('hs8,mfn_rate,rate_type,rate_raw\n01013000,0.068,ad_valorem,6.8%\n01051100,0,specific,0.9¢ each\n'),
      ),
    ).toMatchObject({
      piece: 'tariff',
      lines: [
        { code: '01013000', rate: { kind: 'adValorem', percent: '6.8' } },
        { code: '01051100', rate: { kind: 'specific', per: 'NAR' } },
      ],
    });
  });

  test('given an MFN rate that contradicts the number beside it, then it is refused', () => {
    expect(() => read(textFile('hs8,mfn_rate,rate_type,rate_raw\n01013000,0.68,ad_valorem,6.8%\n'))).toThrow(
      expect.objectContaining({
        code: 'TDW_REFERENCE_MALFORMED',
        location: { file: 'given.csv', line: 2, element: 'mfn_rate' },
      }) as Error,
    );
  });

  const exported = `6110201010    ${'SWEATERS'.padEnd(55)}${"MEN'S SWEATERS".padEnd(155)}${'DOZ'.padEnd(8)}${'KG'.padEnd(8)}84530     40000     1    315220     00\n`;
  test.each([
    [
      'the tariff schedule',
      `${HTS.trimEnd()}\n${HTS.split('\n').find((row) => row.includes('6109.10.00.12')) ?? ''}\n`,
      'HTS Number',
    ],
    [
      'the MFN rates',
      'hs8,mfn_rate,rate_type,rate_raw\n01013000,0.068,ad_valorem,6.8%\n01013000,0.05,ad_valorem,5%\n',
      'hs8',
    ],
    ['Schedule B', exported.repeat(2), 'columns 1–10'],
    [
      'the nomenclature',
      'section,hscode,description,parent,level\nI,010121,Horses,0101,6\nI,010121,Horses,0101,6\n',
      'hscode',
    ],
    ['the high-priority list', 'tier,hs6,description_hs2022\n1,854231,Processors\n2,854231,Processors\n', 'hs6'],
    [
      'the exchange rates',
      'Date,USD,JPY,GBP,CHF,\n2026-10-30,1.1172,175.68,0.8338,0.9194,\n2026-10-30,1.113,175.92,0.83578,0.9222,\n',
      'Date',
    ],
  ])('given %s with one code twice, then it is refused: which row counts would be chance', (_, text, element) => {
    expect(() => read(textFile(text))).toThrow(
      expect.objectContaining({
        code: 'TDW_REFERENCE_MALFORMED',
        message: expect.stringContaining('already') as string,
        location: expect.objectContaining({ element }) as object,
      }) as Error,
    );
  });

  test('given section 301 lists, then line and provision', () => {
    expect(read(textFile('hts8,list,ch99_code\n84131100,3,9903.88.03\n'))).toEqual({
      piece: 'additional-duties',
      country: 'US',
      rows: [{ line: 2, code: '84131100', provision: '9903.88.03' }],
    });
  });

  test('given Schedule B, then ten digits with both units', () => {
    const row = `6110201010    ${'SWEATERS'.padEnd(55)}${"MEN'S SWEATERS".padEnd(155)}${'DOZ'.padEnd(8)}${'KG'.padEnd(8)}84530     40000     1    315220     00`;
    expect(read(textFile(`${row}\n${row.replace('6110201010', '9803200000').replace('DOZ', 'X  ')}\n`))).toMatchObject({
      piece: 'export-codes',
      lines: [
        { code: '6110201010', units: ['DZN'], description: "MEN'S SWEATERS" },
        { code: '9803200000', units: [] },
      ],
    });
  });

  test('given the nomenclature, then chapters, headings and subheadings apart', () => {
    expect(
      read(
        textFile(
          'section,hscode,description,parent,level\nI,01,Animals; live,TOTAL,2\nI,0101,"Horses, asses",01,4\nI,010121,"Horses; pure-bred",0101,6\n',
        ),
      ),
    ).toEqual({
      piece: 'nomenclature',
      edition: '2022',
      subheadings: ['010121'],
      chapterTitles: { '01': 'Animals; live' },
      headingTitles: { '0101': 'Horses, asses' },
    });
  });

  test('given the correlation workbook, then the sheet with the relationship is read, not the conversion beside it', () => {
    const conversion = {
      name: 'Conversions',
      rows: [
        ['From HS 2022', 'To HS 2017'],
        ['852581', '852580'],
      ],
    };
    const correlation = {
      name: 'Correlations',
      rows: [
        ['HS 2022–2017', '', ''],
        ['HS 2022', 'HS 2017', 'Relationship'],
        ['852581', '852580', 'n:1'],
      ],
    };
    expect(read(workbook([conversion, correlation]))).toEqual({ piece: 'correlation', pairs: [['852581', '852580']] });
    expect(() => read(workbook([{ ...correlation, rows: [...correlation.rows, ['8525', '852580', '1:1']] }]))).toThrow(
      expect.objectContaining({
        code: 'TDW_REFERENCE_MALFORMED',
        location: { file: 'given.xlsx', line: 4, element: 'Correlations' },
      }) as Error,
    );
  });

  test('given the rates of the European Central Bank, then days ascend and currencies without a rate are left out', () => {
    expect(
      read(
        textFile(
          'Date,USD,JPY,GBP,CHF,CYP,\n2026-10-30,1.1172,175.68,0.8338,0.9194,N/A,\n2026-10-29,1.113,175.92,0.83578,0.9222,N/A,\n1999-01-04,1.1789,133.73,0.7111,1.6168,0.58,\n',
        ),
      ),
    ).toEqual({
      piece: 'exchange-rates',
      base: 'EUR',
      days: [
        { day: '2026-10-29', rates: { USD: '1.113', JPY: '175.92', GBP: '0.83578', CHF: '0.9222' } },
        { day: '2026-10-30', rates: { USD: '1.1172', JPY: '175.68', GBP: '0.8338', CHF: '0.9194' } },
      ],
    });
  });

  test('given the high-priority list, the countries and the ports, then their rows', () => {
    expect(read(textFile('tier,hs6,description_hs2022\n1,854231,Processors\n'))).toEqual({
      piece: 'high-priority',
      codes: [['854231', '1', 'Processors']],
    });
    expect(
      read(
        textFile(
          'ISO3166-1-Alpha-2,official_name_en,CLDR display name,Sub-region Name,Region Name\nAF,Afghanistan,Afghanistan,Southern Asia,Asia\n',
        ),
      ),
    ).toEqual({ piece: 'countries', countries: [{ code: 'AF', name: 'Afghanistan', region: 'Southern Asia' }] });
    expect(
      read(
        textFile(
          '{ "AEJEA": { "name": "Jebel Ali", "coordinates": [55.03, 24.99] }, "AEXXX": { "name": "Nowhere" } }',
          'ports.json',
        ),
      ),
    ).toEqual({ piece: 'ports', ports: [{ locode: 'AEJEA', country: 'AE', latitude: 24.99, longitude: 55.03 }] });
  });
});
