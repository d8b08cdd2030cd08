import type { Filing } from './filing.ts';

/** All filings are of one moment, so that nothing depends on the day of the run. */
export const LODGED_AT = '2026-11-18T15:30:00Z';
/** Transport modes by UN/ECE Recommendation 19. */
const MODES = { sea: '1', road: '3', air: '4' } as const;

/** A filing as a customs system sends it, one JSON line. */
export function declare(filing: Filing): object {
  const { id, authority, trader, by, packages, value } = filing;
  return {
    eventType: 'lodged',
    declarationId: id,
    version: 1,
    occurredAt: LODGED_AT,
    completeness: 'whole',
    functionCode: '9',
    functionalReferenceId: id,
    acceptanceDateTime: LODGED_AT,
    goodsItemQuantity: '1',
    totalPackageQuantity: packages.value,
    invoiceAmount: amount(value),
    declarant: { id: trader.id, communications: [] },
    borderTransportMeans: { id: 'VX101', identificationTypeCode: '40', modeCode: MODES[by] },
    goodsItems: [goodsItem(filing)],
    ...(filing.seller === undefined
      ? outward(filing, partyOf({ ...trader, country: authority }))
      : inward(filing, partyOf({ ...trader, country: authority }))),
  };
}

function outward(filing: Filing, exporter: object): object {
  const { id, authority, trader, consignee, destination = consignee!.country } = filing;
  return {
    typeCode: 'EXA',
    exporter,
    goodsShipment: {
      ...shipment(filing),
      destinationCountryCode: destination,
      exportCountryId: authority,
      previousDocuments: [{ categoryCode: 'Z', typeCode: 'DCR', id: `6${trader.id}-${id}` }],
      consignee: partyOf(consignee!),
    },
    consignment: {
      carrier: { name: 'Northline Carriers' },
      freightPaymentMethodCode: 'B',
      itineraries: itineraries(filing.route ?? [authority, destination]),
    },
    exitOffice: { id: `${authority}004701` },
  };
}

function inward(filing: Filing, importer: object): object {
  const { authority, seller, route, dispatchedFrom = seller!.country } = filing;
  return {
    typeCode: 'IMA',
    exporter: partyOf(seller!),
    goodsShipment: {
      ...shipment(filing),
      destinationCountryCode: authority,
      exportCountryId: dispatchedFrom,
      importer,
    },
    ...(route === undefined ? {} : { consignment: { itineraries: itineraries(route) } }),
    presentationOffice: { id: `${authority}001703` },
  };
}

const shipment = ({ authority, transactionNature }: Filing): object => ({
  transactionNatureCode: transactionNature,
  consignment: {
    containerCode: '0',
    goodsLocation: { name: 'Shed 4', typeCode: 'A', address: { typeCode: 'U', countryCode: authority } },
  },
});

function goodsItem(filing: Filing): object {
  const { authority, seller, origin = seller?.country ?? authority, packages, value } = filing;
  return {
    sequenceNumber: 1,
    commodity: commodity(filing),
    statisticalValueAmount: amount(value),
    governmentProcedures: [{ currentCode: seller === undefined ? '10' : '40', previousCode: '00' }],
    origins: [{ countryCode: origin, typeCode: '1' }],
    packagings: [{ sequenceNumber: 1, marksNumbersId: 'ADDR', quantity: packages.value, typeCode: packages.unit }],
    additionalDocuments: documents(filing),
  };
}

function commodity({ goods, code, netKg, grossKg, quantity, seller }: Filing): object {
  return {
    description: goods,
    classifications: [{ id: code, identificationTypeCode: 'TSP' }],
    grossMassMeasure: { value: grossKg, unitCode: 'KGM' },
    netNetWeightMeasure: { value: netKg, unitCode: 'KGM' },
    ...(quantity === undefined ? {} : { tariffQuantity: { value: quantity.value, unitCode: quantity.unit } }),
    ...(seller === undefined
      ? {}
      : { dutyTaxFees: [{ typeCode: 'A00', dutyRegimeCode: '100', paymentMethodCode: 'E' }] }),
  };
}

const documents = ({ licence }: Filing): readonly object[] => [
  { categoryCode: 'N', typeCode: '935', id: 'INV-1', lpcoExemptionCode: 'AC' },
  ...(licence === undefined ? [] : [{ categoryCode: 'X', typeCode: '002', id: licence }]),
];

const amount = ({ value, unit }: Filing['value']): object => ({ value, currencyId: unit });

const itineraries = (route: readonly string[]): readonly object[] =>
  route.map((routingCountryCode, at) => ({ sequenceNumber: at + 1, routingCountryCode }));

interface Party {
  readonly id?: string;
  readonly name: string;
  readonly city: string;
  readonly country: string;
}

const partyOf = ({ id, name, city, country }: Party): object => ({
  ...(id === undefined ? {} : { id }),
  name,
  address: { line: '1 Main Street', cityName: city, countryCode: country },
  communications: [],
});
