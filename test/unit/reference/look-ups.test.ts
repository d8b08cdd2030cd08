import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TariffContent } from '../../../services/reference/kinds/tariff/content.ts';
import { usualProblem, type UsualRow } from '../../../services/reference/kinds/usual-ratios/content.ts';
import { type LoadedReference, loadSnapshots } from '../../../services/reference/snapshot/load-snapshots.ts';
import type { SealedSnapshot } from '../../../services/reference/snapshot/snapshot.ts';
import { commodityCode, country, day } from '../../harness/checked.ts';
import { snapshotOf } from './snapshots.ts';

const DAY = day('2026-11-22');
const AUTHORITY = { country: 'US', currency: 'USD' };
const asked = (...set: SealedSnapshot[]): LoadedReference => loadSnapshots(set, AUTHORITY);

describe('the nomenclature', () => {
  const reference = asked(
    snapshotOf('nomenclature', {
      editions: [
        { edition: '2017', validFrom: '2017-01-01', validTo: '2021-12-31', subheadings: { '85': '2580 4231' } },
        { edition: '2022', validFrom: '2022-01-01', validTo: '2027-12-31', subheadings: { '85': '2581 2589 4231' } },
      ],
      moves: { '852580': '852581 852589', '852581': '852580', '852589': '852580' },
      chapterTitles: {},
      headingTitles: { '8525': 'Cameras' },
    }),
  );

  test('given a code that moved, when asked on days of both editions, then each edition has its own', () => {
    expect(reference.subheading(commodityCode('85258000'), day('2021-12-31'))).toMatchObject({
      state: 'found',
      value: { code: '852580', edition: '2017', correlated: ['852581', '852589'], headingTitle: 'Cameras' },
    });
    expect(reference.subheading(commodityCode('85258000'), day('2022-01-01'))).toMatchObject({ state: 'absent' });
    expect(reference.moved(commodityCode('85258000'), day('2022-01-01'))).toMatchObject({
      state: 'found',
      value: ['852581', '852589'],
    });
    expect(reference.moved(commodityCode('854231'), DAY)).toMatchObject({ state: 'absent' });
  });

  test('given a chapter or a heading only, then there is no such subheading', () => {
    expect(reference.subheading(commodityCode('84'), DAY).state).toBe('absent');
    expect(reference.subheading(commodityCode('8542'), DAY).state).toBe('absent');
  });

  test.each([
    ['chapter 98', '980100', DAY],
    ['a day before the oldest edition', '854231', day('2016-12-31')],
    ['a day after the newest edition', '854231', day('2028-01-01')],
  ])('given %s, then it is unknown and not absent', (_, code, day) => {
    expect(reference.subheading(commodityCode(code), day)).toMatchObject({ state: 'unknown' });
  });

  test('given something that is no code, then it is in no nomenclature', () => {
    expect(reference.subheading(commodityCode('N/A'), DAY)).toMatchObject({ state: 'absent' });
  });
});

describe('the tariff of the authority', () => {
  const content = {
    country: 'US',
    headings: ['8413', '6109'],
    lines: [
      ['84131100', 'free', 'NAR'],
      ['61091000', '16.5%', 'DZN'],
      ['61099010', '32%', 'DZN'],
      ['61099040', '2¢/kg + 6%', 'DZN'],
    ] as const,
    statistical: [
      ['6109100012', 'DZN'],
      ['6109100014', 'DZN NAR'],
    ] as const,
    additional: [
      { id: '9903.88.03', origins: ['CN'], rate: '25%', codes: '84131100' },
      { id: '9903.91.06', origins: ['CN'], rate: '50%', validFrom: '2026-12-01', codes: '84131100' },
    ],
  };
  const reference = asked(snapshotOf('tariff', content, { of: 'US', validFrom: '2025-01-01' }));

  test('given a covered line, then rate, units and the additional duty in force are found', () => {
    expect(reference.tariffLine(commodityCode('8413110000'), DAY)).toMatchObject({
      state: 'found',
      value: {
        country: 'US',
        code: '84131100',
        duty: { kind: 'free' },
        supplementaryUnits: ['NAR'],
        additionalDuties: [{ id: '9903.88.03', origins: ['CN'], duty: { kind: 'adValorem', percent: '25' } }],
      },
    });
  });

  test('given a statistical code, then its own units hold; one that does not exist is absent', () => {
    expect(reference.tariffLine(commodityCode('6109100014'), DAY)).toMatchObject({
      state: 'found',
      value: { code: '6109100014', supplementaryUnits: ['DZN', 'NAR'] },
    });
    expect(reference.tariffLine(commodityCode('6109100099'), DAY)).toMatchObject({ state: 'absent' });
    expect(reference.tariffLine(commodityCode('6109100000'), DAY)).toMatchObject({
      state: 'found',
      value: { code: '61091000' },
    });
  });

  test('given further digits under a line that has none below it, then nothing is said against them', () => {
    expect(reference.tariffLine(commodityCode('8413110077'), DAY)).toMatchObject({ state: 'found' });
  });

  test('given a code under a covered heading that is not there, then absent; under another heading, unknown', () => {
    expect(reference.tariffLine(commodityCode('84139999'), DAY)).toMatchObject({ state: 'absent' });
    expect(reference.tariffLine(commodityCode('85423100'), DAY)).toMatchObject({
      state: 'unknown',
      why: expect.stringContaining('8542') as string,
    });
    expect(reference.tariffLine(commodityCode('841311'), DAY)).toMatchObject({ state: 'unknown' });
  });

  test('given a code of any length, then its duty spans the lines under it, with what comes on top for the origin', () => {
    expect(reference.dutyRange(commodityCode('610910'), DAY)).toMatchObject({
      state: 'found',
      value: { lowest: '16.5', highest: '16.5' },
    });
    expect(reference.dutyRange(commodityCode('8413'), DAY, country('CN'))).toMatchObject({
      state: 'found',
      value: { lowest: '25', highest: '25' },
    });
    expect(reference.dutyRange(commodityCode('8413'), DAY, country('DE'))).toMatchObject({
      state: 'found',
      value: { lowest: '0', highest: '0' },
    });
    expect(reference.dutyRange(commodityCode('6109901099'), DAY)).toMatchObject({
      state: 'found',
      value: { lowest: '32', highest: '32' },
    });
  });

  test('given a rate that is no percentage of the value, or a code of no line, then no span is made up', () => {
    expect(reference.dutyRange(commodityCode('6109'), DAY)).toMatchObject({ state: 'unknown' });
    expect(reference.dutyRange(commodityCode('8542'), DAY)).toMatchObject({ state: 'absent' });
    expect(asked().dutyRange(commodityCode('8413'), DAY)).toMatchObject({ state: 'unknown' });
  });

  test('given a day before the tariff holds, or another authority, then unknown', () => {
    expect(reference.tariffLine(commodityCode('84131100'), day('2024-12-31'))).toMatchObject({ state: 'unknown' });
    expect(reference.dutyRange(commodityCode('84131100'), day('2024-12-31'))).toMatchObject({ state: 'unknown' });
    const british = loadSnapshots([snapshotOf('tariff', content, { of: 'US' })], {
      country: 'GB',
      currency: 'GBP',
    });
    expect(british.tariffLine(commodityCode('84131100'), DAY)).toMatchObject({
      state: 'unknown',
      why: expect.stringContaining('GB') as string,
    });
  });

  test('given export codes, when exported, then they are asked first and the tariff after them', () => {
    const both = asked(
      snapshotOf('tariff', content, { of: 'US' }),
      snapshotOf(
        'export-codes',
        { ...content, lines: [['8413110001', 'free', 'NAR']], statistical: [], additional: [] },
        { of: 'US' },
      ),
    );
    expect(both.tariffLine(commodityCode('8413110001'), DAY, 'export')).toMatchObject({
      state: 'found',
      value: { code: '8413110001' },
    });
    expect(both.tariffLine(commodityCode('61091000'), DAY, 'export')).toMatchObject({
      state: 'found',
      value: { code: '61091000' },
    });
  });

  test('given rows in whatever order, and a line twice, then every code has the same answers as in order: of a line that stands twice the last', () => {
    const lines = [
      ['84137020', 'free', 'NAR', 'Pumps'],
      ['61091000', '16.5%', 'NAR', 'T-shirts'],
      ['8413702010', '2%', 'NAR', 'Pumps of a line of their own'],
      ['84137020', '3%', 'NAR', 'Pumps again'],
    ] as const;
    const statistical = [
      ['8413702015', 'NAR KGM'],
      ['6109100012', 'DZN'],
      ['841370201005', 'NAR'],
    ] as const;
    const answers = (content: Pick<TariffContent, 'lines' | 'statistical'>): unknown => {
      const reference = asked(
        snapshotOf('tariff', { country: 'US', headings: ['8413', '6109'], additional: [], ...content }, { of: 'US' }),
      );
      return ['84137020', '8413702015', '8413702099', '8413702010', '841370201005', '6109100012', '6109100099'].map(
        (code) => {
          const line = reference.tariffLine(commodityCode(code), DAY);
          return line.state === 'found' ? [code, line.value] : [code, line.state];
        },
      );
    };
    const byCode = (a: readonly [string, ...string[]], b: readonly [string, ...string[]]): number =>
      a[0] < b[0] ? -1 : Number(a[0] > b[0]);
    const sorted = answers({ lines: [...lines].sort(byCode), statistical: [...statistical].sort(byCode) });
    expect(answers({ lines, statistical })).toEqual(sorted);
    expect(sorted).toMatchObject([
      ['84137020', { description: 'Pumps again' }],
      ['8413702015', { code: '8413702015', supplementaryUnits: ['NAR', 'KGM'] }],
      ['8413702099', 'absent'],
      ['8413702010', { code: '8413702010', description: 'Pumps of a line of their own' }],
      ['841370201005', { description: 'Pumps of a line of their own' }],
      ['6109100012', { code: '6109100012', supplementaryUnits: ['DZN'] }],
      ['6109100099', 'absent'],
    ]);
  });
});

describe('controls', () => {
  const measure = {
    title: 't',
    subject: 'firearms',
    certainty: 'always',
    legalBasis: 'law',
    documentCodes: ['E020'],
    waiverCodes: ['Y934'],
    directions: ['export'],
    validFrom: '2013-09-30',
  } as const;
  const reference = asked(
    snapshotOf('controls', {
      measures: [
        { ...measure, id: 'arms', prefixes: ['9302', '93'], exceptPrefixes: ['930700'], validTo: '2027-12-31' },
        { ...measure, id: 'embargo', prefixes: ['85'], destinations: ['RU'] },
        { ...measure, id: 'timber', prefixes: ['44'], origins: ['ID'], directions: ['import'] },
      ],
    }),
  );
  const ids = (code: string, question: Parameters<LoadedReference['controls']>[1]): unknown => {
    const known = reference.controls(commodityCode(code), question);
    return known.state === 'found' ? known.value.map(({ id }) => id) : known.state;
  };

  test('given a code that two prefixes of one control meet, then it is named once', () => {
    expect(ids('93020000', { direction: 'export', day: DAY })).toEqual(['arms']);
  });

  test.each([
    ['the other direction', '930200', { direction: 'import', day: DAY }],
    ['an excepted code', '93070000', { direction: 'export', day: DAY }],
    ['a day before it held', '930200', { direction: 'export', day: day('2013-09-29') }],
    ['a day after it held', '930200', { direction: 'export', day: day('2028-01-01') }],
    ['a code of none', '010121', { direction: 'export', day: DAY }],
    ['a destination that is not declared', '854231', { direction: 'export', day: DAY }],
    ['another destination', '854231', { direction: 'export', day: DAY, destination: country('FR') }],
    ['another origin', '440710', { direction: 'import', day: DAY, origin: country('SE') }],
  ] as const)('given %s, then no control is found: an empty answer, not an unknown', (_, code, question) => {
    expect(ids(code, question)).toEqual([]);
  });

  test('given the destination or the origin it names, then it is found', () => {
    expect(ids('854231', { direction: 'export', day: DAY, destination: country('RU') })).toEqual(['embargo']);
    expect(ids('440710', { direction: 'import', day: DAY, origin: country('ID') })).toEqual(['timber']);
  });
});

describe('exchange rates', () => {
  const table = {
    base: 'EUR',
    maximumAgeDays: 40,
    days: [
      { day: '2026-09-30', rates: { USD: '1.1', GBP: '0.88' } },
      { day: '2026-10-30', rates: { USD: '1.2', JPY: '180' } },
    ],
  };
  const reference = asked(snapshotOf('exchange-rates', table));

  test('given days around a publication, then the last published rate counts, with its day', () => {
    expect(reference.exchangeRate('EUR', day('2026-10-29'))).toMatchObject({
      state: 'found',
      value: { rate: '1.1', day: '2026-09-30' },
    });
    expect(reference.exchangeRate('EUR', day('2026-10-30'))).toMatchObject({
      state: 'found',
      value: { rate: '1.2', day: '2026-10-30' },
    });
    expect(reference.exchangeRate('GBP', day('2026-10-01'))).toMatchObject({ value: { rate: '1.25' } });
    expect(reference.exchangeRate('EUR', day('2026-12-09'))).toMatchObject({
      state: 'found',
      value: { day: '2026-10-30' },
    });
  });

  test('given the own currency, then one, even where nothing is loaded', () => {
    expect(asked().exchangeRate('USD', DAY)).toMatchObject({ state: 'found', value: { rate: '1' } });
  });

  test.each([
    ['a day before the table', 'EUR', day('2026-09-29')],
    ['a day too long after it', 'EUR', day('2026-12-10')],
    ['a currency that was not published that day', 'GBP', DAY],
    ['a currency that nobody knows', 'XXX', DAY],
  ])('given %s, then unknown', (_, currency, day) => {
    expect(reference.exchangeRate(currency, day)).toMatchObject({ state: 'unknown' });
  });

  test('given any two currencies, then there and back is one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 10_000_000 }), (a, b) => {
        const days = [{ day: '2026-11-01', rates: { AAA: String(a / 1000), BBB: String(b / 1000) } }];
        const rate = (from: string, to: string): number => {
          const known = loadSnapshots([snapshotOf('exchange-rates', { base: 'EUR', maximumAgeDays: 40, days })], {
            country: 'US',
            currency: to,
          }).exchangeRate(from, DAY);
          return known.state === 'found' ? Number(known.value.rate) : Number.NaN;
        };
        expect(rate('AAA', 'BBB') * rate('BBB', 'AAA')).toBeCloseTo(1, 8);
      }),
    );
  });
});

describe('usual ratios', () => {
  const rows = (...given: UsualRow[]) => snapshotOf('usual-ratios', { currency: 'USD', minimumCount: 5, rows: given });

  test('given values in another currency, then the logarithm is shifted by the rate of the day', () => {
    const rates = snapshotOf('exchange-rates', {
      base: 'EUR',
      maximumAgeDays: 40,
      days: [{ day: '2026-11-01', rates: { USD: '1.25' } }],
    });
    const reference = loadSnapshots(
      [snapshotOf('usual-ratios', { currency: 'EUR', minimumCount: 1, rows: [['85', 'EUR/KGM', 1, 0.5, 9]] }), rates],
      AUTHORITY,
    );
    expect(reference.usual(commodityCode('854231'), DAY)).toMatchObject({
      value: {
        unitValue: {
          state: 'found',
          value: { unit: 'USD/KGM', medianLog: Number((1 + Math.log(1.25)).toFixed(6)), madLog: 0.5 },
        },
        massPerUnit: { state: 'absent' },
      },
    });
    expect(reference.usual(commodityCode('854231'), day('2030-01-01'))).toMatchObject({
      value: { unitValue: { state: 'unknown' } },
    });
  });

  test('given masses per different units, then each is found at the narrowest level that has any', () => {
    const reference = asked(
      rows(['8517', 'KGM/NAR', -1, 0.2, 20], ['85', 'KGM/DZN', 1, 0.2, 90], ['85171300', 'KGM/NAR', -1.8, 0.1, 7]),
    );
    expect(reference.usual(commodityCode('8517130000'), DAY)).toMatchObject({
      value: { massPerUnit: { state: 'found', value: [{ unit: 'KGM/NAR', level: 'HS8', code: '85171300' }] } },
    });
    expect(reference.usual(commodityCode('851762'), DAY)).toMatchObject({
      value: { massPerUnit: { value: [{ level: 'HS4', code: '8517' }] } },
    });
  });

  test('given any levels with any counts, then the answer is the narrowest with enough observations, else absent', () => {
    const code = '85423101';
    fc.assert(
      fc.property(fc.tuple(...[8, 6, 4, 2].map(() => fc.option(fc.integer({ min: 1, max: 10 })))), (counts) => {
        const levels = [8, 6, 4, 2].map((digits, index) => ({ digits, count: counts[index] ?? undefined }));
        const reference = asked(
          rows(
            ...levels.flatMap(({ digits, count }): UsualRow[] =>
              count === undefined ? [] : [[code.slice(0, digits), 'USD/KGM', digits, 1, count]],
            ),
          ),
        );
        const expected = levels.find(({ count }) => count !== undefined && count >= 5);
        const known = reference.usual(commodityCode(code), DAY);
        const unitValue = known.state === 'found' ? known.value.unitValue : known;
        if (expected === undefined) expect(unitValue.state).toBe('absent');
        else
          expect(unitValue).toMatchObject({
            state: 'found',
            value: { level: `HS${expected.digits}`, code: code.slice(0, expected.digits), count: expected.count },
          });
      }),
    );
  });
});

describe('usual ratios of statistics', () => {
  const sources = { lines: { inWords: 'old statistics', uncertainty: 0.6 } };
  const reference = asked(
    snapshotOf('usual-ratios', {
      currency: 'USD',
      minimumCount: 5,
      sources,
      rows: [
        ['620462', 'USD/KGM', 3, 0.6, 67, 'lines', 2, 4.4],
        ['6204', 'USD/KGM', 2, 0.6, 9],
        ['640411', 'USD/KGM', 3, 0.6, 67, 'lines', 2, 4.4],
        ['640411', 'USD/NPR', 2.9, 0.6, 67, 'lines', 1.9, 4.3],
      ],
    }),
  );

  test('given what was learned from the record, then it goes before statistics, even of a narrower level', () => {
    expect(reference.usual(commodityCode('620462'), DAY)).toMatchObject({
      value: { unitValue: { value: { level: 'HS4', code: '6204', medianLog: 2 } } },
    });
  });

  test('given statistics only, then their percentiles, what they may be off and their name come with them', () => {
    expect(reference.usual(commodityCode('640411'), DAY)).toMatchObject({
      value: {
        unitValue: {
          value: { level: 'HS6', statistics: { inWords: 'old statistics', uncertainty: 0.6, lowLog: 2, highLog: 4.4 } },
        },
        valuePerUnit: { value: [{ unit: 'USD/NPR', medianLog: 2.9 }] },
      },
    });
  });

  test('given rows of a source that is not described, or with the median outside its percentiles, then they are refused', () => {
    const row = (...tail: [string, number, number]): UsualRow => ['620462', 'USD/KGM', 3, 0.6, 67, ...tail];
    const problem = (one: UsualRow) => usualProblem({ currency: 'USD', minimumCount: 5, sources, rows: [one] })?.path;
    expect(problem(row('lines', 2, 4))).toBeUndefined();
    expect(problem(row('guess', 2, 4))).toBe('rows[0]');
    expect(problem(row('lines', 3.5, 4))).toBe('rows[0]');
  });
});

describe('duties by origin', () => {
  const measure = {
    authority: 'US',
    kind: 'antiDumping',
    title: 'garment hangers',
    origins: 'CN',
    legalBasis: 'order',
    validFrom: day('2008-10-06'),
  } as const;
  const list = snapshotOf('origin-duties', {
    measures: [
      { ...measure, id: 'A-570-918', codes: '732620', words: ['hanger'], elsewhere: ['wire hanger'] },
      { ...measure, id: 'ended', codes: '7326', validTo: day('2020-12-31') },
      { ...measure, id: 'EU', authority: 'EU', codes: '7326' },
    ],
  });
  const idsOf = (known: ReturnType<LoadedReference['originDuties']>): unknown =>
    known.state === 'found' ? known.value.map(({ id, reach, words }) => [id, reach, ...words]) : known.state;

  test('given a code that a measure names, then those of the authority that hold on the day', () => {
    expect(idsOf(asked(list).originDuties(commodityCode('73262000'), DAY))).toEqual([['A-570-918', 'code', 'hanger']]);
    expect(idsOf(asked(list).originDuties(commodityCode('73262000'), day('2020-12-31')))).toEqual([
      ['A-570-918', 'code', 'hanger'],
      ['ended', 'code'],
    ]);
  });

  test('given another code of the chapter, then those that phrases could bring it under', () => {
    expect(idsOf(asked(list).originDuties(commodityCode('73239900'), DAY))).toEqual([
      ['A-570-918', 'chapter', 'wire hanger'],
    ]);
    expect(idsOf(asked(list).originDuties(commodityCode('84212300'), DAY))).toEqual([]);
  });

  test('given an authority of the Union, then the measures of the Union', () => {
    const places = snapshotOf('geography', {
      countries: [['NL', 'Netherlands', 'Western Europe', 52, 5, 'EU']],
      hubs: {},
    });
    const dutch = loadSnapshots([list, places], { country: 'NL', currency: 'EUR' });
    expect(idsOf(dutch.originDuties(commodityCode('73262000'), DAY))).toEqual([['EU', 'code']]);
  });
});

describe('small tables', () => {
  const reference = asked(
    snapshotOf('document-types', {
      types: { X002: { kind: 'licence', title: 'Dual-use export authorisation', subject: 'dual-use' } },
    }),
    snapshotOf('high-priority', { codes: [['854231', '1', 'Processors']] }),
    snapshotOf('geography', {
      countries: [
        ['AE', 'United Arab Emirates', 'Western Asia', 24, 54, 'GCC'],
        ['QU', 'Not specified', '', null, null, ''],
      ],
      hubs: { AE: { kind: 'diversion', basis: 'alert', zones: [] } },
    }),
  );

  test('given entries that are there and some that are not, then found and absent', () => {
    expect(reference.documentKind('X002')).toMatchObject({ state: 'found', value: { kind: 'licence' } });
    expect(reference.documentKind('Q001')).toMatchObject({ state: 'absent' });
    expect(reference.highPriority(commodityCode('85423100'))).toMatchObject({ state: 'found', value: { tier: '1' } });
    expect(reference.highPriority(commodityCode('854290'))).toMatchObject({ state: 'absent' });
    expect(reference.country(country('ae'))).toMatchObject({
      state: 'found',
      value: { position: { latitude: 24, longitude: 54 }, customsUnion: 'GCC', hub: { kind: 'diversion' } },
    });
    expect(reference.country(country('QU'))).toMatchObject({
      state: 'found',
      value: { code: 'QU', name: 'Not specified' },
    });
    expect(reference.country(country('ZZ'))).toMatchObject({ state: 'absent' });
  });

  test('given nothing loaded at all, then every question is answered with unknown and says what is missing', () => {
    const empty = asked();
    const answers = [
      empty.subheading(commodityCode('854231'), DAY),
      empty.moved(commodityCode('854231'), DAY),
      empty.tariffLine(commodityCode('854231'), DAY),
      empty.controls(commodityCode('854231'), { direction: 'import', day: DAY }),
      empty.highPriority(commodityCode('854231')),
      empty.usual(commodityCode('854231'), DAY),
      empty.exchangeRate('EUR', DAY),
      empty.documentKind('X002'),
      empty.country(country('DE')),
    ];
    expect(answers.map((answer) => (answer.state === 'unknown' ? answer.why : answer.state))).toEqual([
      'no nomenclature is loaded',
      'no nomenclature is loaded',
      'no tariff of US is loaded',
      'no list of controls is loaded',
      'no list of high-priority items is loaded',
      'no table of usual values is loaded',
      'no table of exchange rates is loaded',
      'no list of document types is loaded',
      'no list of countries is loaded',
    ]);
  });

  test('given a loaded set, then its versions and days are told by name, and every fact says where it came from', () => {
    expect(Object.keys(reference.versions)).toEqual(['document-types', 'high-priority', 'geography']);
    expect(reference.sourceDays['geography']).toBe('2026-11-01');
    expect(reference.country(country('AE')).from).toBe(`geography@${reference.versions['geography']!.slice(0, 12)}`);
  });
});
