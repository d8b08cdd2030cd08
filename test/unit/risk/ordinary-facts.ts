import type { DeclarationEvent, GoodsItem } from '../../../services/risk/declaration/declaration-event.ts';
import type { Facts, ItemFacts } from '../../../services/risk/facts/facts.ts';
import { absent, found } from '../../../services/risk/facts/known.ts';
import type { ModelAnswer } from '../../../services/risk/facts/model-answer.ts';
import { country, day, decimal, instant } from '../../harness/checked.ts';

/** A goods item as exporters declare them every day: coffee machines for offices. */
export const ordinaryItem: GoodsItem = {
  sequenceNumber: 1,
  commodity: {
    description: 'Espresso machines with two groups, for cafes, 230 V, stainless steel',
    classifications: [{ id: '84198120', identificationTypeCode: 'TSP' }],
    dutyTaxFees: [],
    dangerousGoods: [],
    grossMassMeasure: { value: decimal('1200'), unitCode: 'KGM' },
    netNetWeightMeasure: { value: decimal('1000'), unitCode: 'KGM' },
    tariffQuantity: { value: decimal('20'), unitCode: 'NAR' },
    itemChargeAmount: { value: decimal('40000'), currencyId: 'GBP' },
    transportEquipments: [],
  },
  statisticalValueAmount: { value: decimal('40000'), currencyId: 'GBP' },
  governmentProcedures: [{ currentCode: '10', previousCode: '40' }, { currentCode: '000' }],
  origins: [{ countryCode: country('IT'), typeCode: '1' }],
  packagings: [{ sequenceNumber: 1, marksNumbersId: 'ESP 1-20', quantity: decimal('20'), typeCode: 'CT' }],
  additionalDocuments: [],
  additionalInformations: [],
  valuationAdjustments: [],
  manufacturers: [],
  refundRecipientParties: [],
  domesticDutyTaxParties: [],
  aeoMutualRecognitionParties: [],
  previousDocuments: [],
};

/** A model that finds nothing odd, but for what is said otherwise. */
export function answerOf(model: string, difference: Partial<ModelAnswer> = {}): ModelAnswer {
  return {
    model,
    version: '1',
    backend: 'tfjs-wasm',
    status: 'ok',
    score: 0.7,
    pValue: 0.5,
    evidence: [],
    likelyCommodityCodes: [],
    ...difference,
  };
}

/** What the sources say of the item above: nothing out of the way. */
export const ordinaryItemFacts: ItemFacts = {
  sequenceNumber: 1,
  subheading: found({ code: '841981', edition: '2022', correlated: [] }, 'nomenclature/HS2022@a1'),
  tariffLine: found(
    { country: 'GB', code: '84198120', duty: { kind: 'adValorem', percent: '2' }, supplementaryUnits: ['NAR'] },
    'tariff/GB@b2',
  ),
  controls: found([], 'controls/GB@c3'),
  highPriority: absent('high-priority@d4'),
  embargoes: found([], 'embargoes@d5'),
  usual: found(
    {
      unitValue: found(
        { unit: 'GBP/KGM', level: 'HS6', code: '841981', medianLog: Math.log(40), madLog: 0.4, count: 200 },
        'usual@e5',
      ),
      massPerUnit: found(
        [{ unit: 'KGM/NAR', level: 'HS6', code: '841981', medianLog: Math.log(50), madLog: 0.4, count: 150 }],
        'usual@e5',
      ),
    },
    'usual@e5',
  ),
  exchangeRates: { GBP: found({ rate: '1', day: day('2026-11-20') }, 'rates@2026-11-20') },
  documents: [],
  models: [answerOf('classification'), answerOf('anomaly')],
};

export const ordinaryEvent: DeclarationEvent = {
  eventId: '3f1b8c1e-8f3e-5a61-9b4f-0a4a6a4f5b11',
  eventType: 'lodged',
  declarationId: '26GB7XQ1LV0KZP4RA3',
  version: 1,
  occurredAt: instant('2026-11-20T08:30:00Z'),
  completeness: 'whole',
  otherElements: [],
  functionCode: '9',
  functionalReferenceId: 'EXP-2026-004711',
  typeCode: 'EXA',
  acceptanceDateTime: instant('2026-11-20T08:29:12Z'),
  goodsItemQuantity: decimal('1'),
  totalPackageQuantity: decimal('20'),
  invoiceAmount: { value: decimal('40000'), currencyId: 'GBP' },
  declarant: { id: 'GB123456789000', communications: [] },
  exporter: {
    id: 'GB123456789000',
    name: 'Orwell Machines Ltd',
    address: { countryCode: country('GB') },
    communications: [],
  },
  authorisationHolders: [],
  additionalDocuments: [],
  additionalInformations: [],
  amendments: [],
  borderTransportMeans: {
    id: '9321483',
    identificationTypeCode: '10',
    registrationNationalityCode: country('PA'),
    modeCode: '1',
  },
  consignment: {
    carrier: { id: 'GB025115100010', communications: [] },
    itineraries: [
      { sequenceNumber: 1, routingCountryCode: country('GB') },
      { sequenceNumber: 2, routingCountryCode: country('JP') },
    ],
    transportEquipments: [],
    transportContractDocuments: [],
    consignmentItems: [],
  },
  currencyExchanges: [],
  exitOffice: { id: 'GB000051' },
  obligationGuarantees: [],
  goodsShipment: {
    consignee: { name: 'Aoyama Coffee KK', address: { countryCode: country('JP') }, communications: [] },
    destinationCountryCode: country('JP'),
    exportCountryId: country('GB'),
    consignment: {
      containerCode: '1',
      itineraries: [],
      goodsLocation: { name: 'FXTFXTFXT', typeCode: 'A', address: { typeCode: 'U', countryCode: country('GB') } },
      transportEquipments: [{ sequenceNumber: 1, id: 'MSKU1234565', seals: [{ sequenceNumber: 1, id: 'SEAL00471' }] }],
      transportContractDocuments: [],
      consignmentItems: [],
    },
    domesticDutyTaxParties: [],
    aeoMutualRecognitionParties: [],
    payers: [],
    sureties: [],
    previousDocuments: [{ sequenceNumber: 1, categoryCode: 'Z', id: '6GB123456789000-4711', typeCode: 'DCR' }],
  },
  goodsItems: [ordinaryItem],
};

const seen = { declarations: 40, referrals: 1, hits: 0, firstSeen: day('2025-02-01'), lastSeen: day('2026-11-18') };

/** Facts of a declaration that a customs officer would let pass. */
export const ordinaryFacts: Facts = {
  schema: 1,
  event: ordinaryEvent,
  asOf: { instant: instant('2026-11-20T08:29:12Z'), day: day('2026-11-20'), source: 'acceptance' },
  arrivedAt: instant('2026-11-20T08:30:01Z'),
  authority: { country: 'GB', currency: 'GBP', timeZone: 'Europe/London' },
  prior: found({ events: 0, highestVersion: 0, cancelled: false, lane: absent('events@0') }, 'events@0'),
  trader: found(
    {
      trader: 'id:GB123456789000',
      since: day('2025-01-01'),
      total: seen,
      chapters: { 84: seen },
      destinations: { JP: seen },
      consignees: { 'name:AOYAMA COFFEE KK|JP': seen },
      consigneesAnywhere: { 'name:AOYAMA COFFEE KK|JP': seen },
    },
    'trader-history@118',
  ),
  countries: {
    GB: found(
      { code: 'GB', name: 'United Kingdom', region: 'Northern Europe', position: { latitude: 54, longitude: -2 } },
      'countries@f6',
    ),
    JP: found(
      { code: 'JP', name: 'Japan', region: 'Eastern Asia', position: { latitude: 36, longitude: 138 } },
      'countries@f6',
    ),
    IT: found(
      {
        code: 'IT',
        name: 'Italy',
        region: 'Southern Europe',
        position: { latitude: 42.8, longitude: 12.8 },
        customsUnion: 'EU',
      },
      'countries@f6',
    ),
  },
  parties: [
    { role: 'exporter', name: 'Orwell Machines Ltd', business: found([], 'business-lines@f7') },
    { role: 'consignee', name: 'Aoyama Coffee KK', business: found([], 'business-lines@f7') },
  ],
  items: [ordinaryItemFacts],
};

/** What a test says of a declaration that is otherwise ordinary. */
export interface Difference {
  readonly event?: Partial<DeclarationEvent>;
  readonly goods?: Partial<GoodsItem>;
  readonly commodity?: Partial<NonNullable<GoodsItem['commodity']>>;
  readonly item?: Partial<ItemFacts>;
  readonly facts?: Partial<Omit<Facts, 'event' | 'items'>>;
}

/** Ordinary facts but for what is said. */
export function factsWhere({ event = {}, goods = {}, commodity = {}, item = {}, facts = {} }: Difference): Facts {
  const changed: GoodsItem = { ...ordinaryItem, commodity: { ...ordinaryItem.commodity!, ...commodity }, ...goods };
  return {
    ...ordinaryFacts,
    ...facts,
    event: { ...ordinaryEvent, goodsItems: [changed], ...event },
    items: [{ ...ordinaryItemFacts, ...item }],
  };
}
