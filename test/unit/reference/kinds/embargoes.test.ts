import { describe, expect, test } from 'vitest';
import { loadShippedReference } from '../../../../services/adapters/reference-files/shipped-reference.ts';
import { type EmbargoesContent, embargoProblem } from '../../../../services/reference/kinds/embargoes/content.ts';
import { EmbargoLookUp } from '../../../../services/reference/kinds/embargoes/embargo-look-up.ts';
import type { DeclaredPlace, EmbargoMatch, EmbargoQuery } from '../../../../services/risk/embargo/embargo.ts';
import { commodityCode, country, day } from '../../../harness/checked.ts';

const place = (role: DeclaredPlace['role'], code: string, more: Partial<DeclaredPlace> = {}): DeclaredPlace => ({
  role,
  country: country(code),
  words: '',
  ...more,
});

interface Asked extends Partial<Omit<EmbargoQuery, 'code' | 'text' | 'documents'>> {
  readonly code?: string;
  readonly text?: string;
  readonly documents?: readonly string[];
}

function query({ code = '84295210', text = '', documents = [], ...rest }: Asked): EmbargoQuery {
  return {
    code: commodityCode(code),
    direction: 'export',
    day: day('2026-11-18'),
    places: [],
    pieceIsWorthAtMost: () => undefined,
    ...rest,
    text: () => text,
    documents: () => documents,
  };
}

const withoutCode = (asked: EmbargoQuery): EmbargoQuery =>
  Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'code')) as unknown as EmbargoQuery;

/** As the shipped laws answer: way, reach and place of each match. */
function answer(authority: string, asked: Asked): readonly string[] {
  const reference = loadShippedReference({ country: authority, currency: 'GBP' });
  return said(reference.embargoes(query(asked)));
}

function said(known: ReturnType<EmbargoLookUp['embargoes']>): readonly string[] {
  if (known.state !== 'found') throw new Error(known.state);
  return [...new Set(known.value.map(({ way, reach, place: name }: EmbargoMatch) => `${way} ${reach} ${name}`))];
}

describe('embargoes as shipped', () => {
  test.each([
    [
      'an excavator for North Korea',
      'GB',
      { places: [place('destination', 'KP')] },
      ['movement prohibited North Korea'],
    ],
    [
      'a toy for North Korea',
      'GB',
      { code: '95030099', places: [place('destination', 'KP')] },
      ['movement possible North Korea'],
    ],
    [
      'rice for North Korea',
      'GB',
      { code: '10063000', places: [place('destination', 'KP')] },
      ['movement exempt North Korea'],
    ],
    ['an excavator for Japan', 'GB', { places: [place('destination', 'JP')] }, []],
    [
      'an excavator for Russia, on the list of the United States',
      'GB',
      { places: [place('destination', 'RU')] },
      ['movement possible Russia'],
    ],
    ['the same from the United States', 'US', { places: [place('destination', 'RU')] }, ['movement prohibited Russia']],
    [
      'an excavator for a buyer in Russia by way of a consignee in Georgia',
      'US',
      { places: [place('destination', 'GE'), place('buyer', 'RU')] },
      ['movement prohibited Russia'],
    ],
    ['tea for Russia', 'GB', { code: '09024000', places: [place('destination', 'RU')] }, []],
    ['medicine for Iran', 'US', { code: '30049000', places: [place('destination', 'IR')] }, ['movement exempt Iran']],
    [
      'chairs for Cuba, which the United Kingdom does not embargo',
      'GB',
      { code: '94017100', places: [place('destination', 'CU')] },
      [],
    ],
    [
      'the same from the United States',
      'US',
      { code: '94017100', places: [place('destination', 'CU')] },
      ['movement prohibited Cuba'],
    ],
    [
      'chairs for Iran, which only the United States forbid whole',
      'GB',
      { code: '94017100', places: [place('destination', 'IR')] },
      ['movement related Iran'],
    ],
    [
      'isopropanol for Syria',
      'GB',
      { code: '29051200', places: [place('consignee', 'SY')] },
      ['movement possible Syria'],
    ],
    [
      'a rifle for Haiti',
      'US',
      { code: '93033000', places: [place('destination', 'HT')] },
      ['movement prohibited Haiti'],
    ],
    [
      'a pump for Sevastopol by its name',
      'GB',
      { code: '84137081', places: [place('destination', 'UA'), place('consignee', 'UA', { words: ' sevastopol ' })] },
      ['movement prohibited Crimea and Sevastopol'],
    ],
    [
      'a pump for Simferopol by a Russian postcode',
      'US',
      { code: '84137081', places: [place('consignee', 'RU', { postcode: '295000' })] },
      ['movement prohibited Russia', 'movement prohibited Crimea and Sevastopol'],
    ],
    [
      'a pump for Kyiv',
      'GB',
      { code: '84137081', places: [place('consignee', 'UA', { words: ' kyiv ', postcode: '01001' })] },
      [],
    ],
    [
      'bearings through Russia',
      'GB',
      { code: '84821010', places: [place('destination', 'KZ'), place('itinerary', 'RU')] },
      ['transit prohibited Russia'],
    ],
    [
      'engines through Russia',
      'GB',
      { code: '84089065', places: [place('destination', 'KZ'), place('itinerary', 'RU')] },
      ['transit possible Russia'],
    ],
    [
      'tea through Russia',
      'GB',
      { code: '09024000', places: [place('destination', 'KZ'), place('itinerary', 'RU')] },
      [],
    ],
    [
      'engines for Russia by way of Russia, told once',
      'GB',
      { code: '84089065', places: [place('destination', 'RU'), place('itinerary', 'RU')] },
      ['movement possible Russia'],
    ],
  ])('given %s (%s), then %#', (_, authority, asked, expected) => {
    expect(answer(authority, asked)).toEqual(expected);
  });

  test.each([
    [
      'coal of North Korea',
      'GB',
      { code: '27011100', places: [place('origin', 'KP')] },
      ['movement prohibited North Korea'],
    ],
    ['steel of Russia', 'DK', { code: '72083900', places: [place('origin', 'RU')] }, ['movement prohibited Russia']],
    [
      'steel of Korea from a seller in Russia',
      'DK',
      { code: '72083900', places: [place('origin', 'KR'), place('seller', 'RU')] },
      ['movement possible Russia'],
    ],
    ['plywood of Russia', 'GB', { code: '44123300', places: [place('origin', 'RU')] }, ['movement possible Russia']],
    ['nuts of Iran', 'US', { code: '08025100', places: [place('origin', 'IR')] }, ['movement prohibited Iran']],
    ['books of Iran', 'US', { code: '49019900', places: [place('origin', 'IR')] }, ['movement exempt Iran']],
    [
      'charcoal of Somalia',
      'GB',
      { code: '44029000', places: [place('origin', 'SO')] },
      ['movement prohibited Somalia'],
    ],
    [
      'shirts from Urumqi',
      'US',
      { code: '62052020', places: [place('origin', 'CN'), place('seller', 'CN', { words: ' urumqi ' })] },
      ['movement related Xinjiang'],
    ],
    [
      'shirts from Ningbo',
      'US',
      { code: '62052020', places: [place('origin', 'CN'), place('seller', 'CN', { words: ' ningbo ' })] },
      [],
    ],
    [
      'birch plywood of Kazakhstan',
      'GB',
      { code: '44123300', places: [place('origin', 'KZ')] },
      ['input related Russia'],
    ],
    ['steel of Türkiye', 'DK', { code: '72083900', places: [place('origin', 'TR')] }, ['input related Russia']],
    [
      'the same with the document on its inputs',
      'DK',
      { code: '72083900', places: [place('origin', 'TR')], documents: ['Y824'] },
      [],
    ],
    [
      'steel of Türkiye that names Russian slabs',
      'GB',
      { code: '72083900', text: 'COILS OF RUSSIAN SLABS', places: [place('origin', 'TR')] },
      ['input possible Russia'],
    ],
    [
      'carpets of Iran as those of Türkiye, by their marks',
      'US',
      { code: '57011000', text: 'Wool carpets, made in Iran', places: [place('origin', 'TR')] },
      ['input possible Iran'],
    ],
    [
      'toys of China named after Russian dolls',
      'GB',
      { code: '95030099', text: 'Russian dolls', places: [place('origin', 'CN')] },
      [],
    ],
    [
      'toys by rail through Russia',
      'GB',
      { code: '95030099', places: [place('origin', 'CN'), place('itinerary', 'RU')] },
      [],
    ],
  ])('given import of %s (%s), then %#', (_, authority, asked, expected) => {
    expect(answer(authority, { direction: 'import', ...asked })).toEqual(expected);
  });

  test('given a list that begins at a price, then goods below it are only next to those named', () => {
    const asked = { code: '91011100', places: [place('destination', 'RU')] };
    expect(answer('US', { ...asked, pieceIsWorthAtMost: () => 249 })).toEqual(['movement related Russia']);
    expect(answer('US', { ...asked, pieceIsWorthAtMost: () => 301 })).toEqual(['movement possible Russia']);
    expect(answer('US', asked)).toEqual(['movement possible Russia']);
  });

  test('given law that ended or has not begun, then it says nothing', () => {
    const asked = { code: '94017100', places: [place('destination', 'SY')] };
    expect(answer('US', { ...asked, day: day('2025-09-01') })).toEqual(['movement prohibited Syria']);
    expect(answer('US', { ...asked, day: day('2025-09-02') })).toEqual(['movement possible Syria']);
    expect(answer('US', { ...asked, day: day('2004-05-13') })).toEqual([]);
  });

  test('given an authority without law of its own here, then law of others is no more than a reason to ask', () => {
    expect(answer('NO', { places: [place('destination', 'RU')] })).toEqual(['movement related Russia']);
  });

  test('given an item without a code, then any list may name it', () => {
    const reference = loadShippedReference({ country: 'GB', currency: 'GBP' });
    const asked = query({ places: [place('destination', 'RU')] });
    expect(said(reference.embargoes(withoutCode(asked)))).toEqual(['movement possible Russia']);
  });
});

const CONTENT: EmbargoesContent = {
  lists: [{ id: 'tools', goods: 'tools', legalBasis: 'a law', certainty: 'exact', prefixes: ['82'] }],
  measures: [
    {
      id: 'ru',
      law: 'GB',
      legalBasis: 'a law',
      place: { country: 'RU', name: 'Russia', words: [] },
      ways: ['export'],
      goods: [],
      state: 'in force',
      validFrom: day('2022-01-01'),
    },
  ],
};

describe('embargoes of other making', () => {
  test('given an embargo of which no list of goods is loaded, then every code may be meant', () => {
    const lookUp = new EmbargoLookUp(CONTENT, new Set(['GB']), 'embargoes@1');
    expect(said(lookUp.embargoes(query({ code: '09024000', places: [place('destination', 'RU')] })))).toEqual([
      'movement possible Russia',
    ]);
  });

  test.each([
    ['a measure that names no list there is', { goods: ['arms'] }],
    ['a law that is nobody’s', { law: 'Europe' }],
    ['a way that there is not', { ways: ['by sea'] }],
    ['a place without a country', { place: { country: 'Russia', name: 'Russia', words: [] } }],
    ['a day that is none', { validFrom: '2022-13-01' }],
  ])('given %s, then the snapshot is refused', (_, difference) => {
    const measures = [{ ...CONTENT.measures[0]!, ...difference }] as EmbargoesContent['measures'];
    expect(embargoProblem(CONTENT)).toBeUndefined();
    expect(embargoProblem({ ...CONTENT, measures })?.path).toBe('measures[0]');
  });
});
