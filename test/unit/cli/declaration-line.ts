/** A small import declaration as one line of JSON, with as many goods items as asked. */
export function declarationLine(declarationId: string, items = 1): string {
  return JSON.stringify({
    declarationId,
    functionalReferenceId: `REF-${declarationId}`,
    typeCode: 'IMA',
    acceptanceDateTime: '2026-11-02T09:00:00Z',
    declarant: { id: 'GB123456789000' },
    goodsShipment: { destinationCountryCode: 'GB', consignee: { name: 'Harbour Imports Ltd' } },
    goodsItems: Array.from({ length: items }, (_, index) => goodsItem(index + 1)),
  });
}

function goodsItem(sequenceNumber: number): object {
  return {
    sequenceNumber,
    statisticalValueAmount: { value: '1200', currencyId: 'GBP' },
    commodity: {
      description: 'Cotton shirts for men, knitted',
      classifications: [{ id: '61051000', identificationTypeCode: 'TSP' }],
      grossMassMeasure: { value: '60', unitCode: 'KGM' },
      netNetWeightMeasure: { value: '55', unitCode: 'KGM' },
    },
    origins: [{ countryCode: 'BD', typeCode: '1' }],
  };
}
