import { expect, test } from 'vitest';
import type { ControlMeasure, Country, DocumentKind, HighPriority } from '../../../services/risk/facts/facts.ts';
import type { Known } from '../../../services/risk/facts/known.ts';
import type { BusinessLine } from '../../../services/risk/facts/party-fact.ts';
import type { ReferenceData } from '../../../services/risk/look-up/reference-data.ts';
import { commodityCode, country, day } from '../../harness/checked.ts';

const DAY = day('2026-11-22');

/** What is loaded where something is: all other kinds are not. */
export const SOME = {
  controls: {
    '9302': {
      id: 'arms',
      title: 'Firearms',
      subject: 'firearms',
      certainty: 'always',
      legalBasis: 'law',
      documentCodes: ['E020'],
      waiverCodes: ['Y934'],
    },
  } satisfies Record<string, ControlMeasure>,
  highPriority: { '854231': { tier: '1', description: 'Processors' } } satisfies Record<string, HighPriority>,
  documentKinds: { X002: { kind: 'licence', title: 'Export licence', subject: 'dual-use' } } satisfies Record<
    string,
    DocumentKind
  >,
  businessLines: {
    'Alfa Cargo': [{ id: 'forwarder', title: 'freight forwarder', category: 'transport', words: 'cargo', unfit: [] }],
  } satisfies Record<string, readonly BusinessLine[]>,
  countries: {
    AE: { code: 'AE', name: 'United Arab Emirates', region: 'Western Asia', position: { latitude: 24, longitude: 54 } },
  } satisfies Record<string, Country>,
} as const;

/** What reference data answer, wherever they come from: for exports of an authority in GB. */
export function referenceDataContract(open: (loaded: 'nothing' | 'some') => ReferenceData): void {
  const controlsOn = (reference: ReferenceData, code: string): Known<readonly ControlMeasure[]> =>
    reference.controls(commodityCode(code), { direction: 'export', destination: country('JP'), day: DAY });
  const ofOtherKinds = (reference: ReferenceData): readonly Known<unknown>[] => [
    reference.subheading(commodityCode('854231'), DAY),
    reference.moved(commodityCode('854231'), DAY),
    reference.tariffLine(commodityCode('85423190'), DAY, 'export'),
    reference.dutyRange(commodityCode('854231'), DAY, country('US')),
    reference.usual(commodityCode('85423190'), DAY),
    reference.originDuties(commodityCode('73262000'), DAY),
    reference.exchangeRate('USD', DAY),
  ];
  const ofLoadedKinds = (reference: ReferenceData): readonly Known<unknown>[] => [
    controlsOn(reference, '93020000'),
    reference.highPriority(commodityCode('85423190')),
    reference.documentKind('X002'),
    reference.country(country('AE')),
    reference.businessLines('Alfa Cargo', ''),
  ];

  test('given nothing loaded, then everything is unknown, with why, and never absent', () => {
    const reference = open('nothing');
    for (const answer of [...ofOtherKinds(reference), ...ofLoadedKinds(reference)])
      expect(answer).toMatchObject({ state: 'unknown', why: expect.stringMatching(/\w/) as string });
    expect([reference.versions, reference.sourceDays]).toEqual([{}, {}]);
  });

  test('given some kinds loaded, then what they say is found, and the others stay unknown', () => {
    const reference = open('some');
    expect(ofLoadedKinds(reference)).toMatchObject([
      { state: 'found', value: [SOME.controls['9302']] },
      { state: 'found', value: SOME.highPriority['854231'] },
      { state: 'found', value: SOME.documentKinds.X002 },
      { state: 'found', value: SOME.countries.AE },
      { state: 'found', value: SOME.businessLines['Alfa Cargo'] },
    ]);
    expect(new Set(ofOtherKinds(reference).map(({ state }) => state))).toEqual(new Set(['unknown']));
  });

  test('given a kind without an entry for what is asked, then it is absent; controls that do not apply and lines of business that a name does not tell are none', () => {
    const reference = open('some');
    expect(reference.highPriority(commodityCode('841981')).state).toBe('absent');
    expect(reference.documentKind('Q001').state).toBe('absent');
    expect(reference.country(country('ZZ')).state).toBe('absent');
    expect(controlsOn(reference, '841981')).toMatchObject({ state: 'found', value: [] });
    expect(reference.businessLines('Aoyama Coffee KK', '')).toMatchObject({ state: 'found', value: [] });
  });

  test('given an answer, then it names the kind and its version, and comes out the same when it is asked again', () => {
    const reference = open('some');
    for (const { from } of ofLoadedKinds(reference)) {
      const [kind, version] = from.split('@') as [string, string];
      expect(reference.versions[kind]?.startsWith(version)).toBe(true);
      expect(reference.sourceDays[kind]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(ofLoadedKinds(reference)).toEqual(ofLoadedKinds(reference));
  });
}
