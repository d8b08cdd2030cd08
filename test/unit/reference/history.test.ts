import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadHistory, readHistory } from '../../../services/reference/history/read-history.ts';
import type { Day } from '../../../services/risk/declaration/day.ts';
import { day } from '../../harness/checked.ts';

const HEADER = 'party,dimension,value,declarations,referrals,hits,firstSeen,lastSeen';
const ROW = 'GB1,chapter,84,12,3,1,2025-02-01,2026-10-30';
const read = (text: string, since?: Day): ReadHistory =>
  readHistory({ name: 'history.csv', sha256: '', body: { kind: 'text', text } }, since);

describe("given a file of traders' history", () => {
  test('when it is CSV, then each row is a counter, and parties are named as they are counted', () => {
    const rows = [
      ROW,
      'id:gb1,all,,40,5,2,2024-06-01,',
      '"name:Müller & Söhne|DE",received,,2,,,,',
      ' GB1 ,consignee,name:Falcon  Gate LLC|AE,3,0,0,,',
    ];
    expect(read([HEADER, ...rows].join('\n'))).toEqual({
      since: '2024-06-01',
      counts: [
        [
          { party: 'id:GB1', dimension: 'chapter', value: '84' },
          { declarations: 12, referrals: 3, hits: 1, firstSeen: '2025-02-01', lastSeen: '2026-10-30' },
        ],
        [
          { party: 'id:GB1', dimension: 'all', value: '' },
          { declarations: 40, referrals: 5, hits: 2, firstSeen: '2024-06-01' },
        ],
        [
          { party: 'name:MULLER SOHNE|DE', dimension: 'received', value: '' },
          { declarations: 2, referrals: 0, hits: 0 },
        ],
        [
          { party: 'id:GB1', dimension: 'consignee', value: 'name:FALCON GATE LLC|AE' },
          { declarations: 3, referrals: 0, hits: 0 },
        ],
      ],
    });
  });

  test('when it is JSON lines, then fewer fields do', () => {
    expect(
      read(
        '{"party":"GB1","dimension":"destination","value":"PK","declarations":2}\n\n{"party":"GB1","dimension":"all","declarations":9,"firstSeen":"2026-01-05"}\n',
      ).counts,
    ).toEqual([
      [
        { party: 'id:GB1', dimension: 'destination', value: 'PK' },
        { declarations: 2, referrals: 0, hits: 0 },
      ],
      [
        { party: 'id:GB1', dimension: 'all', value: '' },
        { declarations: 9, referrals: 0, hits: 0, firstSeen: '2026-01-05' },
      ],
    ]);
  });

  test('when the day is given, then it stands before what the file says', () => {
    expect(read(`${HEADER}\n${ROW}`, day('2020-01-01')).since).toBe('2020-01-01');
  });

  test.each<[string, string, number | undefined, string]>([
    ['no party', `${HEADER}\n${ROW.replace('GB1', '')}`, 2, 'party'],
    ['a dimension that is none', `${HEADER}\n${ROW.replace('chapter', 'heading')}`, 2, 'dimension'],
    ['a chapter of four digits', `${HEADER}\n${ROW.replace('84', '8471')}`, 2, 'value'],
    ['a country by name', `${HEADER}\nGB1,destination,Pakistan,1,,,,`, 2, 'value'],
    ['a value where none belongs', `${HEADER}\nGB1,all,84,1,,,,`, 2, 'value'],
    ['a count below zero', `${HEADER}\n${ROW.replace('12', '-1')}`, 2, 'declarations'],
    ['more referrals than declarations', `${HEADER}\n${ROW.replace(',3,', ',13,')}`, 2, 'referrals'],
    ['more hits than declarations', `${HEADER}\n${ROW.replace(',1,', ',13,')}`, 2, 'hits'],
    ['a day that is in no calendar', `${HEADER}\n${ROW.replace('2025-02-01', '2025-02-30')}`, 2, 'firstSeen'],
    ['an end before the beginning', `${HEADER}\n${ROW.replace('2026-10-30', '2024-10-30')}`, 2, 'lastSeen'],
    ['the same counter twice', `${HEADER}\n${ROW}\n${ROW.replace('GB1', 'id:gb1')}`, 3, 'party'],
    ['a column that is not known', `${HEADER},colour\n${ROW},red`, 1, 'colour'],
    ['a column missing', 'party,value,declarations\nGB1,84,1', 1, 'dimension'],
    ['a field that is not known', '{"party":"GB1","dimension":"all","declarations":1,"colour":"red"}', 1, 'colour'],
    [
      'a key that stands twice',
      '{"party":"GB1","dimension":"all","declarations":1,"declarations":2}',
      1,
      'declarations',
    ],
    ['no day at all', '{"party":"GB1","dimension":"all","declarations":1}', undefined, 'firstSeen'],
    ['nothing', '', 1, 'party'],
  ])('when it has %s, then nothing of it is taken, and line and field are named', (_, text, line, element) => {
    try {
      read(text);
    } catch (error) {
      return expect(error).toMatchObject({
        code: 'TDW_HISTORY_MALFORMED',
        location: { file: 'history.csv', element, ...(line === undefined ? {} : { line }) },
      });
    }
    expect.fail('was taken');
  });

  test('when it holds anything that JSON can, then it is read or refused under its code', () => {
    fc.assert(
      fc.property(fc.array(fc.json({ maxDepth: 2 }), { minLength: 1, maxLength: 3 }), (lines) => {
        try {
          read(lines.join('\n'), day('2026-01-01'));
        } catch (error) {
          expect((error as { code?: string }).code).toBe('TDW_HISTORY_MALFORMED');
        }
      }),
    );
  });
});
