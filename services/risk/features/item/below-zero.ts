import type { Amount, Measure } from '../../declaration/declaration-event.ts';
import type { ItemContext } from '../definition/context.ts';
import { itemFeature } from '../definition/feature.ts';

/** Masses, quantities and values as such, whatever they are compared with. */
export const belowZeroFeatures = [
  itemFeature('item.negativeFields', 'list<string>', {
    label: 'figures of the item',
    doc: 'Masses, quantities, write-offs and values of the item that are stated below zero: "net mass -5 KGM".',
    tier: 'trader',
    rests: 'whole',
    of: negativeFields,
  }),
];

function negativeFields({ goods }: ItemContext): readonly string[] {
  const { commodity, statisticalValueAmount, customsValueAmount, additionalDocuments } = goods;
  const below: string[] = [];
  const note = (name: string, stated: Measure | Amount | undefined): void => {
    if (stated?.value.startsWith('-') === true && Number(stated.value) < 0)
      below.push(`${name} ${stated.value} ${unitOf(stated)}`.trim());
  };
  note('net mass', commodity?.netNetWeightMeasure);
  note('gross mass', commodity?.grossMassMeasure);
  note('supplementary quantity', commodity?.tariffQuantity);
  note('statistical value', statisticalValueAmount);
  note('customs value', customsValueAmount);
  note('price', commodity?.itemChargeAmount);
  for (const { writeOff } of additionalDocuments) {
    note('write-off', writeOff?.quantity);
    note('write-off', writeOff?.amount);
  }
  return below;
}

const unitOf = (stated: Measure | Amount): string =>
  ('currencyId' in stated ? stated.currencyId : 'unitCode' in stated ? stated.unitCode : undefined) ?? '';
