import type { DeclarationEvent, GoodsItem, Party } from '../../services/risk/declaration/declaration-event.ts';
import { country, decimal, instant } from '../harness/checked.ts';

const party = (id: string, name: string, countryCode: string): Party => ({
  id,
  name,
  address: {
    line: '12 Harbour Road',
    cityName: 'Felixstowe',
    postcodeId: 'IP11 3SY',
    countryCode: country(countryCode),
  },
  communications: [],
});

function item(sequenceNumber: number): GoodsItem {
  return {
    sequenceNumber,
    commodity: {
      description: 'Centrifugal pumps of stainless steel, for water treatment plants',
      classifications: [{ id: '84137021', identificationTypeCode: 'TSP' }],
      dutyTaxFees: [
        {
          typeCode: 'A00',
          taxRateNumeric: decimal('1.7'),
          adValoremTaxBaseAmount: { value: decimal('48250.5'), currencyId: 'GBP' },
        },
      ],
      dangerousGoods: [],
      grossMassMeasure: { value: decimal('1320.5'), unitCode: 'KGM' },
      netNetWeightMeasure: { value: decimal('1250'), unitCode: 'KGM' },
      tariffQuantity: { value: decimal('12'), unitCode: 'NAR' },
      itemChargeAmount: { value: decimal('48250.5'), currencyId: 'GBP' },
      transportEquipments: [],
    },
    statisticalValueAmount: { value: decimal('48250.5'), currencyId: 'GBP' },
    governmentProcedures: [{ currentCode: '10', previousCode: '00' }],
    origins: [{ countryCode: country('GB'), typeCode: '1' }],
    packagings: [{ sequenceNumber: 1, marksNumbersId: 'PUMP 1-12', quantity: decimal('12'), typeCode: 'CT' }],
    additionalDocuments: [
      {
        categoryCode: 'X',
        typeCode: '002',
        id: 'GBSIE2026/000123',
        lpcoExemptionCode: 'AC',
        writeOff: { quantity: { value: decimal('12'), unitCode: 'NAR' } },
      },
    ],
    additionalInformations: [],
    valuationAdjustments: [],
    manufacturers: [],
    refundRecipientParties: [],
    consignee: party('', 'Al Noor Water Engineering LLC', 'AE'),
    domesticDutyTaxParties: [],
    aeoMutualRecognitionParties: [],
    destinationCountryCode: country('AE'),
    previousDocuments: [{ sequenceNumber: 1, categoryCode: 'Z', id: '20261122-4711', typeCode: '380', lineNumeric: 1 }],
  };
}

/** An export declaration as they come every day, for measuring. */
export function ordinaryDeclaration(items: number): DeclarationEvent {
  return {
    eventId: '3f1b8c1e-8f3e-5a61-9b4f-0a4a6a4f5b11',
    eventType: 'lodged',
    declarationId: '26GB7XQ1LV0KZP4RA3',
    version: 1,
    occurredAt: instant('2026-11-22T08:30:00Z'),
    completeness: 'whole',
    otherElements: [],
    functionCode: '9',
    functionalReferenceId: 'EXP-2026-004711',
    typeCode: 'EXD',
    acceptanceDateTime: instant('2026-11-22T08:29:12Z'),
    goodsItemQuantity: decimal(String(items)),
    totalPackageQuantity: decimal(String(items * 12)),
    totalGrossMassMeasure: { value: decimal('5282'), unitCode: 'KGM' },
    declarant: party('GB123456789000', 'Orwell Pumps Ltd', 'GB'),
    exporter: party('GB123456789000', 'Orwell Pumps Ltd', 'GB'),
    authorisationHolders: [],
    additionalDocuments: [],
    additionalInformations: [],
    amendments: [],
    borderTransportMeans: {
      id: '9321483',
      name: 'EVER GIVEN',
      identificationTypeCode: '10',
      registrationNationalityCode: country('PA'),
      modeCode: '1',
    },
    currencyExchanges: [],
    exitOffice: { id: 'GB000060' },
    obligationGuarantees: [],
    goodsShipment: {
      consignee: party('', 'Al Noor Water Engineering LLC', 'AE'),
      domesticDutyTaxParties: [],
      aeoMutualRecognitionParties: [],
      destinationCountryCode: country('AE'),
      exportCountryId: country('GB'),
      previousDocuments: [],
      payers: [],
      sureties: [],
      consignment: {
        containerCode: '1',
        itineraries: [
          { sequenceNumber: 1, routingCountryCode: country('GB') },
          { sequenceNumber: 2, routingCountryCode: country('EG') },
          { sequenceNumber: 3, routingCountryCode: country('AE') },
        ],
        goodsLocation: { name: 'FXTFXTFXT', typeCode: 'A', address: { typeCode: 'U', countryCode: country('GB') } },
        transportEquipments: [
          { sequenceNumber: 1, id: 'MSKU1234565', seals: [{ sequenceNumber: 1, id: 'SEAL00471' }] },
        ],
        transportContractDocuments: [],
        consignmentItems: [],
      },
      tradeTerms: { conditionCode: 'FOB', locationId: 'GBFXT' },
    },
    goodsItems: Array.from({ length: items }, (_, index) => item(index + 1)),
  };
}
