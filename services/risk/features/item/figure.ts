import type { AdditionalDocument, Amount, GoodsItem, Measure } from '../../declaration/declaration-event.ts';
import { itemFeature } from '../feature.ts';

type Figure = readonly [name: string, stated: Measure | Amount | undefined];

/** Masses, quantities and values as such, whatever they are compared with. */
export const figureFeatures = [
  itemFeature('item.figuresBelowZero', 'list<string>', {
    label: 'figures of the item', doc: 'Masses, quantities, write-offs and values of the item that are stated below zero: "net mass -5 KGM".', tier: 'trader', rests: 'whole',
    of: ({ goods }) => figuresOf(goods).flatMap(([name, stated]) => (stated?.value.startsWith('-') === true && Number(stated.value) < 0 ? [`${name} ${stated.value} ${unitOf(stated)}`.trim()] : [])),
  }),
];

function figuresOf({ commodity, statisticalValueAmount, customsValueAmount, additionalDocuments }: GoodsItem): readonly Figure[] {
  return [
    ['net mass', commodity?.netNetWeightMeasure], ['gross mass', commodity?.grossMassMeasure], ['supplementary quantity', commodity?.tariffQuantity],
    ['statistical value', statisticalValueAmount], ['customs value', customsValueAmount], ['price', commodity?.itemChargeAmount],
    ...additionalDocuments.flatMap(writeOffsOf),
  ];
}

const writeOffsOf = ({ writeOff }: AdditionalDocument): readonly Figure[] => [['write-off', writeOff?.quantity], ['write-off', writeOff?.amount]];

const unitOf = (stated: Measure | Amount): string => ('currencyId' in stated ? stated.currencyId : 'unitCode' in stated ? stated.unitCode : undefined) ?? '';
