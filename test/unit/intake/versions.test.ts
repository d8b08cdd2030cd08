import { describe, expect, test } from 'vitest';
import { brief, declares, eventsOf, type Given, notifies, OfficeDocument, type Stated } from './batch.ts';

const MRN = 'MA';
const lodged = declares('lodgement', { mrn: MRN, lrn: 'L1', declarant: 'GB1' });
const amended = (office: string, stated: Stated = {}): ReturnType<typeof declares> =>
  declares('amendment', { mrn: MRN, lrn: office, document: new OfficeDocument(office), ...stated });
const cancelled = declares('cancellation', { mrn: MRN, lrn: 'X1', cause: 'Lodged twice' });
const told = (...given: readonly Given[]): readonly string[] => eventsOf(...given).map(brief);

describe('given amendments of a declaration', () => {
  test('then they count upward, each upon the one before', () => {
    const events = eventsOf(
      lodged,
      amended('GB2'),
      declares('amendment', { mrn: MRN, document: new OfficeDocument(undefined, '7') }),
    );
    expect(events).toMatchObject([
      { version: 1 },
      { version: 2, completeness: 'whole', exitOffice: { id: 'GB2' }, loadingListQuantity: '1' },
      { version: 3, completeness: 'whole', exitOffice: { id: 'GB2' }, loadingListQuantity: '7' },
    ]);
  });

  test("then they take the versions that the authority's answers name, where there is a later one for each", () => {
    const answer = (version: number): ReturnType<typeof notifies> =>
      notifies('amendmentAccepted', { mrn: MRN, lrn: 'L1', version });
    expect(told(lodged, amended('GB2'), answer(4))).toContain('MA amended 4 whole');
    expect(told(lodged, amended('GB2'), amended('GB3'), answer(4))).toEqual(
      expect.arrayContaining(['MA amended 2 whole', 'MA amended 3 whole']),
    );
    expect(told(lodged, amended('GB2'), answer(1))).toContain('MA amended 2 whole');
  });

  test('then an answer that names another declarant than the lodgement makes no version', () => {
    expect(
      told(lodged, amended('GB2'), notifies('amendmentAccepted', { mrn: MRN, version: 4, declarant: 'GB2' })),
    ).toContain('MA amended 2 whole');
  });

  test('then one that states its version has it', () => {
    expect(told(lodged, amended('GB2', { version: 5 }), amended('GB3'))).toEqual([
      'MA lodged 1 whole',
      'MA amended 5 whole',
      'MA amended 6 whole',
    ]);
  });

  test('then those of another declarant count for themselves', () => {
    expect(told(lodged, amended('GB2', { declarant: 'GB2' }), amended('GB3'))).toEqual([
      'MA lodged 1 whole',
      'MA amended 2 partial',
      'MA amended 2 whole',
    ]);
  });

  test('then after one whose place is not known, none is whole until the declaration is stated anew', () => {
    class Unplaced extends OfficeDocument {}
    const base = new (class extends OfficeDocument {
      override amendedBy(change: OfficeDocument): ReturnType<OfficeDocument['amendedBy']> {
        return change instanceof Unplaced ? { document: this, complete: false } : super.amendedBy(change);
      }
    })('GB1', '1');
    const events = told(
      declares('lodgement', { mrn: MRN, document: base }),
      amended('GB2', { document: new Unplaced('GB2') }),
      amended('GB3'),
      declares('replacement', { mrn: MRN, lrn: 'R' }),
      amended('GB4'),
    );
    expect(events).toEqual([
      'MA lodged 1 whole',
      'MA amended 2 partial',
      'MA amended 3 partial',
      'MA amended 4 whole',
      'MA amended 5 whole',
    ]);
  });
});

describe('given messages in any order', () => {
  test('then a lodgement comes before what changes it, and its end last; other declarations keep their places', () => {
    const other = declares('lodgement', { mrn: 'MB' });
    expect(told(cancelled, amended('GB2'), other, lodged)).toEqual([
      'MB lodged 1 whole',
      'MA lodged 1 whole',
      'MA amended 2 whole',
      'MA cancelled 2 partial',
    ]);
  });

  test("then a cancellation that the authority confirms is told once, for the trader's reason", () => {
    const events = eventsOf(notifies('invalidation', { mrn: MRN }), lodged, cancelled);
    expect(events.map(brief)).toEqual(['notification invalidation', 'MA lodged 1 whole', 'MA cancelled 1 partial']);
    expect(events.at(-1)).toMatchObject({ cause: 'Lodged twice' });
  });
});

describe('given a message twice', () => {
  test('then the very same amendment makes one version', () => {
    expect(told(lodged, amended('GB2'), amended('GB2'))).toEqual([
      'MA lodged 1 whole',
      'MA amended 2 whole',
      'amendment given before (a/1)',
    ]);
  });

  test('then the same lodgement is the same event, and another of its reference is one of its own', () => {
    const [first, again, other] = eventsOf(
      declares('lodgement', { lrn: 'L1', declarant: 'GB1' }),
      declares('lodgement', { lrn: 'L1', declarant: 'GB1' }),
      declares('lodgement', { lrn: 'L1', declarant: 'GB1', document: new OfficeDocument('GB9') }),
    );
    expect(again).toEqual(first);
    expect(other).toMatchObject({
      declarationId: 'LRN:GB1:L1',
      cause: expect.stringMatching(/^another message under the same reference/) as string,
    });
  });

  test('then lodgements of two declarants under one LRN are two declarations', () => {
    expect(
      told(
        declares('lodgement', { lrn: 'L1', declarant: 'GB1' }),
        declares('lodgement', { lrn: 'L1', declarant: 'GB2' }),
      ),
    ).toEqual(['LRN:GB1:L1 lodged 1 whole', 'LRN:GB2:L1 lodged 1 whole']);
  });
});

describe('given an answer to a request', () => {
  test.each<[string, readonly Given[], string]>([
    [
      'that names another declarant, then the request stands',
      [lodged, cancelled, notifies('rejection', { mrn: MRN, lrn: 'X1', declarant: 'GB2' })],
      'MA cancelled 1 partial',
    ],
    [
      'that names its declarant, then it is refused',
      [lodged, cancelled, notifies('rejection', { mrn: MRN, lrn: 'x1', declarant: 'GB1' })],
      'cancellation that was refused (rejection)',
    ],
    [
      'by an LRN that a lodgement has too, then the request stands',
      [lodged, declares('lodgement', { lrn: 'X1', declarant: 'GB2' }), cancelled, notifies('rejection', { lrn: 'X1' })],
      'MA cancelled 1 partial',
    ],
    [
      'by the MRN, and the LRN of a request that is not there, then the request stands',
      [lodged, cancelled, { ...notifies('requestPosition', { mrn: MRN, lrn: 'X2' }), position: 'refused' as const }],
      'MA cancelled 1 partial',
    ],
    [
      'by the MRN, and the LRN of the lodgement, then it is refused',
      [lodged, cancelled, { ...notifies('requestPosition', { mrn: MRN, lrn: 'L1' }), position: 'refused' as const }],
      'cancellation that was refused (requestPosition)',
    ],
  ])('%s', (_name, given, expected) => {
    expect(told(...given)).toContain(expected);
  });
});
