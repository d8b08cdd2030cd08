import { knownCountry } from '../../risk/declaration/country-code.ts';
import type { AdditionalDocument, Amount, GoodsItem, Measure } from '../../risk/declaration/declaration-event.ts';
import type { Line, Shipment } from '../shipment/shipment.ts';
import { decimal } from './decimal.ts';
import { NOTHING_STATED } from './nothing-stated.ts';

/** One goods item as the declarant writes it. */
export function declareItem(shipment: Shipment, line: Line, sequenceNumber: number, invoice: string): GoodsItem {
  const imported = shipment.trader.direction === 'import';
  const container = shipment.containers[(sequenceNumber - 1) % Math.max(1, shipment.containers.length)];
  return {
    sequenceNumber,
    commodity: {
      description: line.text,
      classifications: [{ id: line.code, identificationTypeCode: 'TSP' }],
      dutyTaxFees: imported
        ? [{ typeCode: 'A00', dutyRegimeCode: line.preference === 'claimed' ? '300' : '100', paymentMethodCode: 'E' }]
        : NOTHING_STATED.list,
      dangerousGoods: NOTHING_STATED.list,
      grossMassMeasure: kilograms(line.grossGrams),
      netNetWeightMeasure: kilograms(line.netGrams),
      ...(line.quantity === undefined
        ? {}
        : { tariffQuantity: { value: decimal(line.quantity.hundredths, 2), unitCode: line.quantity.unit } }),
      itemChargeAmount: { value: decimal(line.priceCents, 2), currencyId: shipment.currency },
      transportEquipments:
        container === undefined
          ? NOTHING_STATED.list
          : [{ sequenceNumber: 1, id: container.id, seals: NOTHING_STATED.list }],
    },
    statisticalValueAmount: homeAmount(line.homeCents),
    ...(imported ? { customsValueAmount: homeAmount(line.homeCents) } : {}),
    governmentProcedures: [
      imported ? { currentCode: '40', previousCode: '00' } : { currentCode: '10', previousCode: '00' },
    ],
    origins: [{ countryCode: knownCountry(line.origin), typeCode: line.preference === 'claimed' ? '2' : '1' }],
    packagings: [
      { sequenceNumber: 1, typeCode: line.packType, quantity: decimal(line.packages, 0), marksNumbersId: invoice },
    ],
    additionalDocuments: documentsOf(line, invoice, shipment),
    additionalInformations:
      sequenceNumber === 1 && shipment.remark !== undefined
        ? [{ statementCode: '00500', statementDescription: shipment.remark, pointers: NOTHING_STATED.list }]
        : NOTHING_STATED.list,
    valuationAdjustments: imported ? ['0000'] : NOTHING_STATED.list,
    ...NOTHING_STATED.item,
    ...(imported ? { customsValuation: { methodCode: '1', chargeDeductions: NOTHING_STATED.list } } : {}),
  };
}

export const kilograms = (grams: number): Measure => ({ value: decimal(grams, 3), unitCode: 'KGM' });

const homeAmount = (cents: number): Amount => ({ value: decimal(cents, 2), currencyId: 'USD' });

function documentsOf(line: Line, invoice: string, shipment: Shipment): readonly AdditionalDocument[] {
  const documents: AdditionalDocument[] = [
    { sequenceNumber: 1, categoryCode: 'N', typeCode: '935', id: invoice, lpcoExemptionCode: 'AC' },
  ];
  if (line.licenceId !== undefined && line.licenceDocument !== undefined) {
    documents.push({
      sequenceNumber: documents.length + 1,
      categoryCode: line.licenceDocument.slice(0, 1),
      typeCode: line.licenceDocument.slice(1),
      id: line.licenceId,
      lpcoExemptionCode: 'AE',
      writeOff: { quantity: kilograms(line.netGrams) },
    });
  }
  for (const paper of line.papers) {
    documents.push({
      sequenceNumber: documents.length + 1,
      categoryCode: paper.slice(0, 1),
      typeCode: paper.slice(1),
      id: `${paper}/${invoice.slice(4)}`,
    });
  }
  if (line.preference === 'claimed') {
    documents.push({
      sequenceNumber: documents.length + 1,
      categoryCode: 'N',
      typeCode: '864',
      id: `COO-${shipment.partner.country}-${invoice.slice(4)}`,
      lpcoExemptionCode: 'AC',
    });
  }
  return documents;
}
