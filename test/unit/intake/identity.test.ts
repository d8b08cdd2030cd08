import { describe, expect, test } from 'vitest';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { brief, declares, eventsOf, type Given, notifies } from './batch.ts';

const told = (...given: readonly Given[]): readonly string[] => eventsOf(...given).map(brief);
const lodged = declares('lodgement', { lrn: 'L1', declarant: 'GB1' });

describe('given a lodgement, its declaration', () => {
  test('is the MRN that it states, in the one form that MRNs have', () => {
    expect(told(declares('lodgement', { mrn: '26gb 1', lrn: 'L1', declarant: 'GB1' }))).toEqual([
      '26GB1 lodged 1 whole',
    ]);
  });

  test('is who declared it under which LRN, before it has an MRN; where no declarant is stated, who filed it', () => {
    expect(told(lodged, declares('lodgement', { lrn: 'L2', filer: 'Trader: of names' }))).toEqual([
      'LRN:GB1:L1 lodged 1 whole',
      'LRN:Trader%3A of names:L2 lodged 1 whole',
    ]);
  });

  test('cannot be told without either', () => {
    expect(() => eventsOf(declares('lodgement', { declarant: 'GB1' }))).toThrow(TidewaiterError);
  });

  test('is the MRN that a notification or report gives to its LRN', () => {
    expect(told(lodged, notifies('none', { lrn: 'L1', mrn: 'MA' }))).toContain('MA lodged 1 whole');
    expect(told(lodged, { kind: 'other', name: 'report', declarations: [{ lrn: 'L1', mrn: 'MA' }] })).toContain(
      'MA lodged 1 whole',
    );
  });
});

describe('given an LRN that several lodgements have, the MRN', () => {
  const other = declares('lodgement', { lrn: 'L1', declarant: 'GB2' });
  const notice = notifies('none', { lrn: 'L1', mrn: 'MA' });

  test('goes to the only one of the folder', () => {
    expect(told(lodged, notice, ['b', other])).toEqual([
      'MA lodged 1 whole',
      'notification none',
      'LRN:GB2:L1 lodged 1 whole',
    ]);
  });

  test('goes to the only one that can be of the declarant named, wherever it lies', () => {
    expect(told(lodged, notifies('none', { lrn: 'L1', mrn: 'MA', declarant: 'GB2' }), ['b', other])).toEqual([
      'LRN:GB1:L1 lodged 1 whole',
      'notification none',
      'MA lodged 1 whole',
    ]);
  });

  test('goes to none where two lie in the folder, or none does', () => {
    const none = ['LRN:GB1:L1 lodged 1 whole', 'notification none', 'LRN:GB2:L1 lodged 1 whole'];
    expect(told(lodged, notice, other)).toEqual(none);
    expect(told(lodged, ['c', notice], ['b', other])).toEqual(none);
  });

  test('goes to every copy of one', () => {
    expect(told(lodged, ['c', notice], ['b', lodged])).toEqual([
      'MA lodged 1 whole',
      'notification none',
      'MA lodged 1 whole',
    ]);
  });

  test('goes to none where a message names the declarant of the MRN, and it is another', () => {
    const amended = declares('amendment', { lrn: 'X', mrn: 'MA', declarant: 'GB2' });
    expect(told(lodged, notice, ['b', other], ['b', amended])).toEqual([
      'LRN:GB1:L1 lodged 1 whole',
      'notification none',
      'LRN:GB2:L1 lodged 1 whole',
      'MA amended 2 partial',
    ]);
  });

  test('goes to none where two of them were given it, by two declarants', () => {
    expect(told(lodged, notice, ['b', other], ['b', notice]).filter((one) => one.includes('lodged'))).toEqual([
      'LRN:GB1:L1 lodged 1 whole',
      'LRN:GB2:L1 lodged 1 whole',
    ]);
  });
});

test('given notifications of an MRN by the LRN of the lodgement and by that of an amendment, which another lodgement has too, then only the former counts', () => {
  const other = declares('lodgement', { lrn: 'L2', declarant: 'GB2' });
  const amended = declares('amendment', { lrn: 'L2', mrn: 'MA' });
  expect(
    told(
      lodged,
      notifies('none', { lrn: 'L1', mrn: 'MA' }),
      other,
      amended,
      notifies('none', { lrn: 'L2', mrn: 'MA' }),
    ),
  ).toEqual([
    'MA lodged 1 whole',
    'notification none',
    'LRN:GB2:L2 lodged 1 whole',
    'MA amended 2 whole',
    'notification none',
  ]);
});

describe('given a later message', () => {
  const linked = [lodged, notifies('none', { lrn: 'L1', mrn: 'MA' })] as const;

  test('it joins by MRN, whatever its own LRN, and by declarant where both state one', () => {
    expect(told(...linked, declares('amendment', { mrn: 'ma', lrn: 'X' })).at(-1)).toBe('MA amended 2 whole');
    expect(told(...linked, declares('amendment', { mrn: 'MA', lrn: 'X', declarant: 'gb1' })).at(-1)).toBe(
      'MA amended 2 whole',
    );
    expect(told(...linked, declares('amendment', { mrn: 'MA', lrn: 'X', declarant: 'GB2' })).at(-1)).toBe(
      'MA amended 2 partial',
    );
  });

  test('a replacement by another declarant is partial too, though it carries a whole declaration', () => {
    expect(told(...linked, declares('replacement', { mrn: 'MA', lrn: 'X', declarant: 'GB2' })).at(-1)).toBe(
      'MA amended 2 partial',
    );
  });

  test('without MRN it joins by declarant and LRN, both stated', () => {
    expect(told(...linked, declares('amendment', { lrn: 'L1', declarant: 'GB1' })).at(-1)).toBe('MA amended 2 whole');
    expect(told(...linked, declares('amendment', { lrn: 'L1', filer: 'GB1' })).at(-1)).toBe(
      'LRN:GB1:L1 amended 2 partial',
    );
  });

  test('it joins none of two lodgements that state its MRN and do not agree', () => {
    const both = [
      declares('lodgement', { mrn: 'MA', lrn: 'L1', declarant: 'GB1' }),
      declares('lodgement', { mrn: 'MA', lrn: 'L1', declarant: 'GB2' }),
    ] as const;
    const [, , amended] = eventsOf(...both, declares('amendment', { mrn: 'MA' }));
    expect(amended).toMatchObject({
      completeness: 'partial',
      cause: expect.stringMatching(/^kept apart, as several lodgements may be meant/) as string,
    });
    expect(told(...both, declares('amendment', { mrn: 'MA', declarant: 'GB2' })).at(-1)).toBe('MA amended 2 whole');
  });

  test('an exit by an LRN of several lodgements is of none', () => {
    expect(
      told(lodged, declares('lodgement', { lrn: 'L1', declarant: 'GB2' }), notifies('exit', { lrn: 'L1' })).at(-1),
    ).toBe('notification exit');
  });
});
