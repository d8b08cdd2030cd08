import type { EmbargoMatch } from '../../services/risk/embargo/embargo.ts';
import type { DocumentFact, Facts, Licence, LikelyCode } from '../../services/risk/facts/facts.ts';
import { absent, found, type Known, unknown } from '../../services/risk/facts/known.ts';
import type { ModelAnswer } from '../../services/risk/facts/model-answer.ts';
import type { PartyFact } from '../../services/risk/facts/party-fact.ts';
import type { Lane } from '../../services/risk/lanes/lane.ts';
import { country, day, decimal } from '../harness/checked.ts';
import {
  answerOf,
  factsWhere,
  ordinaryEvent,
  ordinaryFacts,
  ordinaryItem,
  ordinaryItemFacts,
} from '../unit/risk/ordinary-facts.ts';

interface Decision {
  readonly facts: Facts;
  readonly lane: Lane;
}

const licence: Licence = {
  id: 'GBSIE2026/000123',
  status: 'issued',
  holderId: 'GB123456789000',
  holderName: 'Orwell Machines Ltd',
  validFrom: day('2026-01-01'),
  validTo: day('2026-12-31'),
  revision: 7,
  lines: [{ line: 1, commodityCode: '8419', destinations: ['JP', 'KR'], quantity: decimal('100'), unit: 'NAR' }],
};
const document: DocumentFact = {
  level: 'item',
  index: 0,
  code: 'X002',
  kind: found({ kind: 'licence', title: 'Dual-use export licence', subject: 'dual-use' }, 'documents@a7'),
};
const control = found(
  [
    {
      id: 'DU',
      title: 'Dual-use items',
      subject: 'dual-use',
      certainty: 'always' as const,
      legalBasis: 'Regulation (EU) 2021/821',
      documentCodes: ['X002'],
      waiverCodes: ['Y901'],
    },
  ],
  'controls/GB@c3',
);

/** A controlled item that cites a licence, of which the register says this. */
function citing(answer: Known<Licence>): Facts {
  return factsWhere({
    goods: { additionalDocuments: [{ categoryCode: 'X', typeCode: '002', id: 'GBSIE2026/000123' }] },
    item: { controls: control, documents: [{ ...document, licence: answer }] },
  });
}

const embargo = (way: EmbargoMatch['way'], reach: EmbargoMatch['reach']): EmbargoMatch => ({
  id: 'kp-un-export',
  ...{ way, reach },
  place: 'North Korea',
  where: way === 'transit' ? 'itinerary' : 'destination',
  goods: 'metals, machinery, electrical equipment and vehicles (HS 72 to 89)',
  legalBasis: 'Security Council resolution 2397 (2017), paragraph 7',
});

const chips = factsWhere({
  commodity: {
    description: 'Microprocessors, 64 bit, in trays',
    classifications: [{ id: '85423190', identificationTypeCode: 'TSP' }],
  },
  item: { highPriority: found({ tier: '1', description: 'Electronic integrated circuits' }, 'high-priority@d4') },
});
const turkey = {
  TR: found(
    {
      code: 'TR',
      name: 'Türkiye',
      region: 'Western Asia',
      position: { latitude: 39, longitude: 35 },
      hub: { kind: 'diversion' as const, concern: 'high' as const, basis: 'UK guidance', zones: [] },
    },
    'countries@f6',
  ),
};
const forwarding: PartyFact = {
  role: 'endUser',
  name: 'Müller Internationale Spedition GmbH',
  business: found(
    [{ id: 'forwarder', title: 'freight forwarder', category: 'transport', words: 'spedition', unfit: [] }],
    'business-lines@f7',
  ),
};
const never = { declarations: 0, referrals: 0, hits: 0 };
const route = {
  countries: {
    ...ordinaryFacts.countries,
    AE: found(
      {
        code: 'AE',
        name: 'United Arab Emirates',
        region: 'Western Asia',
        position: { latitude: 24, longitude: 54 },
        hub: { kind: 'diversion' as const, concern: 'high' as const, basis: 'EU guidance', zones: ['Jebel Ali'] },
      },
      'countries@f6',
    ),
    SG: found(
      {
        code: 'SG',
        name: 'Singapore',
        region: 'South-eastern Asia',
        position: { latitude: 1.3, longitude: 103.8 },
        hub: { kind: 'transit' as const, basis: 'UNCTAD', zones: [] },
      },
      'countries@f6',
    ),
    AU: found(
      {
        code: 'AU',
        name: 'Australia',
        region: 'Australia and New Zealand',
        position: { latitude: -25, longitude: 134 },
      },
      'countries@f6',
    ),
    CA: found(
      { code: 'CA', name: 'Canada', region: 'Northern America', position: { latitude: 60, longitude: -95 } },
      'countries@f6',
    ),
  },
};

function routed(codes: readonly string[], destination: string): Facts {
  return factsWhere({
    event: {
      consignment: {
        ...ordinaryEvent.consignment!,
        itineraries: codes.map((code, index) => ({ sequenceNumber: index + 1, routingCountryCode: country(code) })),
      },
      goodsShipment: {
        ...ordinaryEvent.goodsShipment!,
        destinationCountryCode: country(destination),
        consignee: { name: 'A customer', address: { countryCode: country(destination) }, communications: [] },
      },
    },
    facts: route,
  });
}

const importing = (difference: Parameters<typeof factsWhere>[0]): Facts =>
  factsWhere({
    ...difference,
    event: {
      typeCode: 'IMA',
      goodsShipment: {
        ...ordinaryEvent.goodsShipment!,
        destinationCountryCode: country('GB'),
        exportCountryId: country('IT'),
        importer: { id: 'GB123456789000', communications: [] },
      },
      ...difference.event,
    },
    goods: { governmentProcedures: [{ currentCode: '40', previousCode: '00' }], ...difference.goods },
  });

/** Coffee machines declared as something that their description does not speak for. */
const misdescribed = (
  pValue: number,
  likely: Partial<LikelyCode> = {},
  figures: ModelAnswer = answerOf('anomaly'),
): Parameters<typeof factsWhere>[0] => ({
  commodity: { classifications: [{ id: '84818079', identificationTypeCode: 'TSP' }] },
  item: {
    tariffLine: found(
      { country: 'GB', code: '84818079', duty: { kind: 'free' }, supplementaryUnits: [] },
      'tariff/GB@b2',
    ),
    models: [
      figures,
      answerOf('classification', {
        pValue,
        score: 6,
        evidence: ['espresso', 'machines'].map((seen) => ({ field: 'word', seen, usual: '841981', share: 0.4 })),
        likelyCommodityCodes: [
          { code: '841981', probability: 0.72 },
          { code: '851671', probability: 0.11 },
        ],
      }),
    ],
    likely: {
      code: '841981',
      duty: found({ lowest: '2', highest: '2' }, 'tariff/GB@b2'),
      declaredDuty: found({ lowest: '0', highest: '0' }, 'tariff/GB@b2'),
      controls: found([], 'controls/GB@c3'),
      ...likely,
    },
  },
});

const figuresNotJudged: ModelAnswer = {
  model: 'anomaly',
  version: '1',
  backend: 'tfjs-wasm',
  status: 'unknown',
  why: 'the model has no goods of this chapter',
  evidence: [],
  likelyCommodityCodes: [],
};

/** Facts by the name of what they show, and the lane that a customs officer would expect. */
export const decisions: Readonly<Record<string, Decision>> = {
  'ordinary-export': { facts: ordinaryFacts, lane: 'green' },
  'ordinary-import': { facts: importing({}), lane: 'green' },
  'net-above-gross': {
    facts: factsWhere({ commodity: { netNetWeightMeasure: { value: decimal('1200.001'), unitCode: 'KGM' } } }),
    lane: 'blue',
  },
  'code-of-no-edition': {
    facts: factsWhere({ item: { subheading: absent('nomenclature/HS2022@a1'), tariffLine: absent('tariff/GB@b2') } }),
    lane: 'blue',
  },
  'no-tariff-loaded': {
    facts: factsWhere({ item: { tariffLine: unknown('no tariff of GB is loaded', 'tariff/GB') } }),
    lane: 'green',
  },
  'undervalued-import': {
    facts: importing({ goods: { statisticalValueAmount: { value: decimal('2500'), currencyId: 'GBP' } } }),
    lane: 'yellow',
  },
  'undervalued-a-thousandfold': {
    facts: importing({ goods: { statisticalValueAmount: { value: decimal('40'), currencyId: 'GBP' } } }),
    lane: 'yellow',
  },
  'no-rate-of-the-day': {
    facts: importing({
      goods: { statisticalValueAmount: { value: decimal('5000'), currencyId: 'USD' } },
      item: { exchangeRates: { USD: unknown('no rate of USD for 2026-11-20', 'rates') } },
    }),
    lane: 'green',
  },
  'coffee-machines-exported-as-valves': { facts: factsWhere(misdescribed(0.005)), lane: 'blue' },
  'coffee-machines-exported-as-valves-beyond-doubt': { facts: factsWhere(misdescribed(0.0004)), lane: 'yellow' },
  'coffee-machines-imported-as-valves-that-are-free': { facts: importing(misdescribed(0.005)), lane: 'yellow' },
  'coffee-machines-imported-as-valves-that-may-be-free': {
    facts: importing(misdescribed(0.008, { duty: found({ lowest: '0', highest: '8' }, 'tariff/GB@b2') })),
    lane: 'yellow',
  },
  'doubtful-words-where-little-duty-is-spared': { facts: importing(misdescribed(0.07)), lane: 'green' },
  'doubtful-words-where-much-duty-is-spared': {
    facts: importing(misdescribed(0.07, { duty: found({ lowest: '12', highest: '14' }, 'tariff/GB@b2') })),
    lane: 'yellow',
  },
  'doubtful-words-and-odd-figures': {
    facts: factsWhere(
      misdescribed(
        0.07,
        {},
        answerOf('anomaly', {
          pValue: 0.004,
          evidence: [{ field: 'value per kilogram', seen: '875 GBP/KGM', usual: 'median 12 GBP/KGM', share: 1 }],
        }),
      ),
    ),
    lane: 'yellow',
  },
  'doubtful-words-and-no-figures-judged': {
    facts: factsWhere(misdescribed(0.07, {}, figuresNotJudged)),
    lane: 'green',
  },
  'description-in-no-words': {
    facts: factsWhere({
      item: {
        models: [
          answerOf('anomaly'),
          {
            model: 'classification',
            version: '1',
            backend: 'tfjs-wasm',
            status: 'unknown',
            why: 'the description is no words',
            unread: true,
            evidence: [],
            likelyCommodityCodes: [],
          },
        ],
      },
    }),
    lane: 'blue',
  },
  'controlled-goods-exported-as-valves': {
    facts: factsWhere(misdescribed(0.005, { controls: control })),
    lane: 'yellow',
  },
  'description-that-fits-everything': {
    facts: factsWhere({ item: { models: [answerOf('anomaly'), answerOf('classification', { status: 'vague' })] } }),
    lane: 'green',
  },
  'control-unanswered': { facts: factsWhere({ item: { controls: control } }), lane: 'red' },
  'control-not-loaded': {
    facts: factsWhere({ item: { controls: unknown('no controls of GB are loaded', 'controls/GB') } }),
    lane: 'query',
  },
  'licence-in-order': { facts: citing(found(licence, 'licences@118')), lane: 'green' },
  'licence-valid-on-its-last-day': {
    facts: citing(found({ ...licence, validTo: day('2026-11-20') }, 'licences@118')),
    lane: 'green',
  },
  'licence-expired-the-day-before': {
    facts: citing(found({ ...licence, validTo: day('2026-11-19') }, 'licences@118')),
    lane: 'yellow',
  },
  'licence-suspended': { facts: citing(found({ ...licence, status: 'suspended' }, 'licences@118')), lane: 'yellow' },
  'licence-of-someone-else': {
    facts: citing(found({ ...licence, holderId: 'GB999999999000', holderName: 'Other Ltd' }, 'licences@118')),
    lane: 'yellow',
  },
  'licence-for-pumps': {
    facts: citing(found({ ...licence, lines: [{ line: 1, commodityCode: '8413', destinations: [] }] }, 'licences@118')),
    lane: 'yellow',
  },
  'licence-for-korea': {
    facts: citing(
      found({ ...licence, lines: [{ line: 1, commodityCode: '8419', destinations: ['KR'] }] }, 'licences@118'),
    ),
    lane: 'yellow',
  },
  'written-off-in-a-unit-that-the-licence-does-not-count': {
    facts: factsWhere({
      goods: {
        additionalDocuments: [
          {
            categoryCode: 'X',
            typeCode: '002',
            id: 'GBSIE2026/000123',
            writeOff: { quantity: { value: decimal('1000'), unitCode: 'KGM' } },
          },
        ],
      },
      item: {
        controls: control,
        documents: [
          {
            ...document,
            licence: found(licence, 'licences@118'),
            writeOff: found({ enough: 'undetermined', unit: 'KGM' }, 'ledger'),
          },
        ],
      },
    }),
    lane: 'query',
  },
  'licence-that-nobody-knows': { facts: citing(absent('licences@118')), lane: 'yellow' },
  'licence-register-not-loaded': { facts: citing(unknown('no licence register is loaded', 'licences')), lane: 'query' },
  'microchips-for-an-old-customer': { facts: chips, lane: 'green' },
  'microchips-for-a-new-consignee-in-a-diversion-point': {
    facts: {
      ...chips,
      event: {
        ...chips.event,
        goodsShipment: {
          ...chips.event.goodsShipment!,
          destinationCountryCode: country('TR'),
          consignee: { name: 'Alfa Dis Ticaret', address: { countryCode: country('TR') }, communications: [] },
        },
        consignment: {
          ...chips.event.consignment!,
          itineraries: [
            { sequenceNumber: 1, routingCountryCode: country('GB') },
            { sequenceNumber: 2, routingCountryCode: country('TR') },
          ],
        },
      },
      countries: { ...chips.countries, ...turkey },
      trader: found(
        {
          ...(ordinaryFacts.trader.state === 'found' ? ordinaryFacts.trader.value : undefined!),
          consignees: { 'name:ALFA DIS TICARET|TR': never },
          consigneesAnywhere: { 'name:ALFA DIS TICARET|TR': never },
        },
        'trader-history@118',
      ),
    },
    lane: 'yellow',
  },
  'forwarder-as-end-user': {
    facts: factsWhere({
      event: {
        goodsShipment: {
          ...ordinaryEvent.goodsShipment!,
          endUser: { name: 'Müller Internationale Spedition GmbH', communications: [] },
        },
      },
      facts: { parties: [...ordinaryFacts.parties!, forwarding] },
    }),
    lane: 'blue',
  },
  'by-way-of-singapore-to-australia': { facts: routed(['GB', 'SG', 'AU'], 'AU'), lane: 'green' },
  'by-way-of-dubai-to-canada': { facts: routed(['GB', 'AE', 'CA'], 'CA'), lane: 'blue' },
  'excavator-for-pyongyang': {
    facts: factsWhere({ item: { embargoes: found([embargo('movement', 'prohibited')], 'embargoes@d5') } }),
    lane: 'red',
  },
  'on-the-list-of-another-authority': {
    facts: factsWhere({ item: { embargoes: found([embargo('movement', 'possible')], 'embargoes@d5') } }),
    lane: 'query',
  },
  'embargoed-goods-in-transit': {
    facts: factsWhere({ item: { embargoes: found([embargo('transit', 'possible')], 'embargoes@d5') } }),
    lane: 'yellow',
  },
  'embargoes-not-loaded': {
    facts: factsWhere({ item: { embargoes: unknown('no list of embargoes is loaded', 'embargoes') } }),
    lane: 'query',
  },
  'history-too-short': {
    facts: factsWhere({ facts: { trader: unknown('no trader history is loaded', 'history') } }),
    lane: 'green',
  },
  'second-commodity-not-read': {
    facts: factsWhere({
      event: {
        otherElements: [
          {
            path: 'GoodsShipment/GovernmentAgencyGoodsItem/Commodity[2]/Description',
            value: 'Thermal imaging rifle sights',
          },
          { path: 'GoodsShipment/GovernmentAgencyGoodsItem/Commodity[2]/Classification/ID', value: '90131030' },
        ],
      },
    }),
    lane: 'query',
  },
  'control-unanswered-and-not-read-in-full': {
    facts: factsWhere({
      event: { otherElements: [{ path: 'GoodsShipment/Consignment/Consignee/Name', value: 'Another' }] },
      item: { controls: control },
    }),
    lane: 'red',
  },
  'two-items-the-worse-one-counts': {
    facts: {
      ...ordinaryFacts,
      event: {
        ...ordinaryEvent,
        goodsItemQuantity: decimal('2'),
        invoiceAmount: { value: decimal('80000'), currencyId: 'GBP' },
        totalPackageQuantity: decimal('40'),
        goodsItems: [
          ordinaryItem,
          {
            ...ordinaryItem,
            sequenceNumber: 2,
            commodity: {
              ...ordinaryItem.commodity!,
              netNetWeightMeasure: { value: decimal('1300') },
              description: 'Spare parts',
            },
          },
        ],
      },
      items: [ordinaryItemFacts, { ...ordinaryItemFacts, sequenceNumber: 2 }],
    },
    lane: 'yellow',
  },
};
