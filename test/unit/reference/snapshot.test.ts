import { describe, expect, test } from 'vitest';
import { inTurns } from '../../../services/adapters/turns/in-turns.ts';
import { overlay, versionsOf } from '../../../services/reference/active/overlay.ts';
import { firstRowProblem } from '../../../services/reference/snapshot/check-snapshot.ts';
import { checkSnapshot } from '../../../services/reference/snapshot/check-snapshot.ts';
import { canonicalText, seal, unsealByPart } from '../../../services/reference/snapshot/seal.ts';
import { snapshotOf } from './snapshots.ts';

const sealed = snapshotOf('high-priority', { codes: [['854231', '1', 'Processors']] });

describe('a snapshot', () => {
  test('given the same facts with keys in another order, then the version is the same', () => {
    const reordered = JSON.parse(
      JSON.stringify(
        sealed.snapshot,
        Object.keys(sealed.snapshot).concat('source', 'sourceDay', 'licence', 'madeBy', 'codes').reverse(),
      ),
    ) as typeof sealed.snapshot;
    expect(seal({ ...reordered, content: sealed.snapshot.content }).version).toBe(sealed.version);
  });

  test('given stored text, then it is read back; one changed byte is noticed and refused', async () => {
    const text = canonicalText(sealed.snapshot);
    expect(await inTurns(unsealByPart(text, sealed.version))).toEqual(sealed);
    for (const at of [1, text.length >> 1, text.length - 2]) {
      const changed = text.slice(0, at) + (text[at] === '1' ? '2' : '1') + text.slice(at + 1);
      await expect(inTurns(unsealByPart(changed, sealed.version))).rejects.toMatchObject({
        code: 'TDW_REFERENCE_TAMPERED',
      });
    }
  });

  test.each([
    ['another schema', { schema: 2 }],
    ['an unknown kind', { kind: 'rumours' }],
    ['no provenance', { provenance: undefined }],
    ['a content of another shape', { content: { codes: {} } }],
  ])('given %s, then it is no snapshot', (_, more) => {
    expect(() => checkSnapshot({ ...sealed.snapshot, ...more }, 'high-priority.json')).toThrow(
      expect.objectContaining({ code: 'TDW_REFERENCE_MALFORMED', location: { file: 'high-priority.json' } }) as Error,
    );
  });

  test('given a set and newer snapshots, then they take the place of those of the same name', () => {
    const newer = snapshotOf('high-priority', { codes: [] });
    const tariff = snapshotOf(
      'tariff',
      { country: 'US', headings: [], lines: [], statistical: [], additional: [] },
      { of: 'US' },
    );
    expect(versionsOf(overlay([sealed, tariff], [newer]))).toEqual({
      'high-priority': newer.version,
      'tariff/US': tariff.version,
    });
  });
});

describe('the rows of a snapshot from outside', () => {
  const control = {
    id: 'a',
    title: 'b',
    subject: 'c',
    certainty: 'always',
    legalBasis: 'd',
    documentCodes: ['E020'],
    waiverCodes: [],
    directions: ['export'],
    prefixes: ['93'],
    validFrom: '2020-01-01',
  } as const;
  const tariff = {
    country: 'GB',
    headings: ['8413'],
    lines: [['84131100', '2%', 'NAR']] as const,
    statistical: [],
    additional: [],
  };

  test('given rows that can be looked up in, then there is no problem', () => {
    const fine = [
      snapshotOf('controls', { measures: [control] }),
      snapshotOf('tariff', tariff, { of: 'GB' }),
      snapshotOf('usual-ratios', { currency: 'GBP', minimumCount: 1, rows: [['8517', 'KGM/NAR', -1, 0.2, 9]] }),
    ];
    expect(fine.map(({ snapshot }) => firstRowProblem(snapshot))).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    ['a rate that cannot be read', snapshotOf('tariff', { ...tariff, lines: [['84131100', '2', 'NAR']] }), 'lines[0]'],
    [
      'a line of a heading that is not covered',
      snapshotOf('tariff', { ...tariff, lines: [...tariff.lines, ['85131100', '2%', '']] }),
      'lines[1]',
    ],
    ['a control without a prefix', snapshotOf('controls', { measures: [{ ...control, prefixes: [] }] }), 'measures[0]'],
    [
      'a control with a day that is none',
      snapshotOf('controls', { measures: [control, { ...control, validTo: 'soon' }] }),
      'measures[1]',
    ],
    [
      'a control with a day that is in no calendar',
      snapshotOf('controls', { measures: [control, { ...control, validTo: '2026-02-30' }] }),
      'measures[1]',
    ],
    ['a first day that is none', snapshotOf('tariff', tariff, { validFrom: '2026-13-01' }), 'validFrom'],
    ['a control that is no object at all', snapshotOf('controls', { measures: [null as never] }), 'measures[0]'],
    [
      'a kind of document that is not known',
      snapshotOf('document-types', { types: { X002: { kind: 'paper' as never, title: 'x' } } }),
      'types[0]',
    ],
    [
      'days that do not ascend',
      snapshotOf('exchange-rates', {
        base: 'EUR',
        maximumAgeDays: 9,
        days: [
          { day: '2026-02-01', rates: {} },
          { day: '2026-01-01', rates: {} },
        ],
      }),
      'days[1]',
    ],
    [
      'a rate of zero',
      snapshotOf('exchange-rates', {
        base: 'EUR',
        maximumAgeDays: 9,
        days: [{ day: '2026-02-01', rates: { USD: '0' } }],
      }),
      'days[0]',
    ],
    [
      'a spread below zero',
      snapshotOf('usual-ratios', { currency: 'USD', minimumCount: 1, rows: [['85', 'USD/KGM', 1, -1, 5]] }),
      'rows[0]',
    ],
    [
      'half a position',
      snapshotOf('geography', { countries: [['FR', 'France', '', 46, null, '']], hubs: {} }),
      'countries[0]',
    ],
    ['a heading as high-priority code', snapshotOf('high-priority', { codes: [['8542', '1', 'x']] }), 'codes[0]'],
    [
      'a subheading of five digits',
      snapshotOf('nomenclature', {
        editions: [{ edition: '2022', validFrom: '2022-01-01', validTo: '2027-12-31', subheadings: { '85': '423' } }],
        moves: {},
        chapterTitles: {},
        headingTitles: {},
      }),
      'editions[0]',
    ],
  ])('given %s, then the row is named', (_, { snapshot }, path) => {
    expect(firstRowProblem(snapshot)).toMatchObject({ path });
  });
});
