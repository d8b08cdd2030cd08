import { describe, expect, test } from 'vitest';
import type { DeclarationEvent, GoodsItem } from '../../../services/risk/declaration/declaration-event.ts';
import type { OriginDuty } from '../../../services/risk/facts/facts.ts';
import { found } from '../../../services/risk/facts/known.ts';
import type { ItemContext } from '../../../services/risk/features/definition/context.ts';
import { originDutyFeatures } from '../../../services/risk/features/item/origin-duty.ts';
import { originSignFeatures } from '../../../services/risk/features/item/origin-signs.ts';
import { country } from '../../harness/checked.ts';
import { ordinaryItem } from './ordinary-facts.ts';

const hangers: OriginDuty = {
  id: 'A-570-918',
  kind: 'antiDumping',
  title: 'steel wire garment hangers',
  legalBasis: 'order A-570-918',
  origins: ['CN'],
  words: ['hanger'],
  reach: 'code',
};
const additional: OriginDuty = {
  ...hangers,
  id: '9903.88.03',
  kind: 'additional',
  title: 'goods of China on list 3',
  words: [],
  rate: '25 %',
};
const furniture: OriginDuty = {
  ...hangers,
  id: 'A-570-890',
  title: 'wooden bedroom furniture',
  words: ['dresser'],
  reach: 'chapter',
};

interface Given {
  readonly goods?: Partial<GoodsItem>;
  readonly event?: object;
  readonly description?: string;
  readonly duties?: readonly OriginDuty[] | undefined;
}
const importing = ({ goods, event, description = 'Steel wire garment hangers', ...rest }: Given = {}): ItemContext => {
  const duties = 'duties' in rest ? rest.duties : [hangers];
  return {
    direction: 'import',
    facts: { authority: { country: 'US' }, countries: {} },
    event: { goodsShipment: { exportCountryId: 'TH' }, ...event } as DeclarationEvent,
    goods: {
      ...ordinaryItem,
      commodity: { ...ordinaryItem.commodity!, description },
      origins: [{ countryCode: country('TH'), typeCode: '1' }],
      ...goods,
    },
    item: duties === undefined ? {} : { originDuties: found(duties, 'origin-duties@1') },
  } as unknown as ItemContext;
};
const valueOf = (name: string, context: ItemContext) =>
  [...originDutyFeatures, ...originSignFeatures].find((one) => one.name === name)!.of(context);
const SIGNS = 'item.signsOfOriginUnderDuty';

describe('signs of an origin under duty', () => {
  test('given goods from the declared origin, then there is none', () => {
    expect(valueOf(SIGNS, importing())).toEqual([]);
    expect(valueOf('item.dutiesSparedByOrigin', importing())).toEqual([
      'anti-dumping duty on steel wire garment hangers of CN (A-570-918)',
    ]);
  });

  test.each([
    ['dispatch', { event: { goodsShipment: { exportCountryId: 'CN' } } }, 'dispatched from CN'],
    [
      'a route that begins there',
      {
        event: {
          goodsShipment: { exportCountryId: 'TH' },
          consignment: {
            itineraries: [
              { sequenceNumber: 2, routingCountryCode: 'TH' },
              { sequenceNumber: 1, routingCountryCode: 'CN' },
            ],
          },
        },
      },
      'the route begins in CN',
    ],
    ['a maker', { goods: { manufacturers: [{ address: { countryCode: 'CN' } }] } }, 'made by a maker in CN'],
    ['marks', { description: 'Garment hangers, MADE IN P.R. CHINA' }, 'marked as made in CN'],
  ] as unknown as [string, Given, string][])(
    'given %s in the country under duty, then it is named',
    (_, given, words) => {
      expect(valueOf(SIGNS, importing(given))).toEqual([words]);
    },
  );

  test('given a seller there, then the sign is a weak one', () => {
    const given = importing({ event: { exporter: { address: { countryCode: 'CN' } } } });
    expect(valueOf(SIGNS, given)).toEqual([]);
    expect(valueOf('item.weakSignsOfOriginUnderDuty', given)).toEqual(['sold or sent by a party in CN']);
  });

  test('given goods of the code that the words do not bring into scope, then it counts as an additional duty does', () => {
    const given = importing({ description: 'Rat traps of wire', event: { goodsShipment: { exportCountryId: 'CN' } } });
    expect(valueOf(SIGNS, given)).toEqual([]);
    expect(valueOf('item.signsOfOriginUnderAdditionalDuty', given)).toEqual(['dispatched from CN']);
  });

  test('given an additional duty on the code, then it is named with its rate', () => {
    expect(valueOf('item.additionalDutiesSparedByOrigin', importing({ duties: [additional] }))).toEqual([
      'additional duty on goods of China on list 3 of CN (9903.88.03, 25 %)',
    ]);
  });

  test('given the origin under duty itself, then nothing is spared', () => {
    const given = importing({ goods: { origins: [{ countryCode: country('CN'), typeCode: '1' }] } });
    expect(valueOf('item.dutiesSparedByOrigin', given)).toEqual([]);
  });

  test('given no list in the facts, then it is missing; an export has no duties to spare', () => {
    expect(valueOf(SIGNS, importing({ duties: undefined }))).toHaveProperty('missing');
    expect(valueOf(SIGNS, { ...importing({ duties: undefined }), direction: 'export' })).toEqual([]);
  });
});

describe('goods described under another code of the chapter', () => {
  const chinese = { goods: { origins: [{ countryCode: country('CN'), typeCode: '1' }] }, duties: [furniture] };
  test.each([
    ['Bedroom dressers, six drawers', chinese, 1],
    ['Office desks', chinese, 0],
    ['Bedroom dressers, six drawers', { ...chinese, goods: {} }, 0],
  ])('given "%s" of an origin, then duties: %#', (description, given, count) => {
    expect(valueOf('item.dutiesEvadedByCode', importing({ ...given, description }))).toHaveLength(count);
  });
});

describe('what speaks against the declared origin', () => {
  test.each([
    ['Hangers made in Thailand', []],
    ['Hangers, Made in China, 100 pcs', ['CN']],
    ['Hangers, product of the Viet Nam', ['VN']],
    ['Home-made in style', []],
  ])('given "%s" of Thailand, then marked %j', (description, marked) => {
    expect(valueOf('item.markedOrigins', importing({ description }))).toEqual(marked);
  });

  const places = (hub: object = {}) => ({
    CN: found({ code: 'CN', ...hub }, 'g'),
    TH: found({ code: 'TH' }, 'g'),
  });
  test.each([
    ['CN', {}, 'CN'],
    ['CN', { hub: { kind: 'transit' } }, ''],
    ['TH', {}, ''],
  ])('given dispatch from %s (%j), then elsewhere: "%s"', (exportCountryId, hub, expected) => {
    const given = importing({ event: { goodsShipment: { exportCountryId } } });
    const facts = { ...given.facts, countries: places(hub) } as unknown as ItemContext['facts'];
    expect(valueOf('item.dispatchElsewhere', { ...given, facts })).toBe(expected);
  });
});
