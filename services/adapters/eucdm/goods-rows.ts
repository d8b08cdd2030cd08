import { group, joined, single, type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';
import { ORDER } from './document-rows.ts';

/** Digits of a code of the Combined Nomenclature; six are the Harmonized System alone. */
const CN_DIGITS = 8;

type Beside = (name: string) => string | undefined;

const SUBHEADING = {
  words: "TSP where the Combined Nomenclature's digits stand beside the Harmonized System's, else HS",
  of: (beside: Beside): string => ((beside('ID') ?? '').length >= CN_DIGITS ? 'TSP' : 'HS'),
};

const MEASURES: readonly TranspositionRow[] = [
  value('grossMass', 'GoodsMeasure/GrossMassMeasure', { '@unitCode': 'KGM' }),
  value('netMass', 'GoodsMeasure/NetNetWeightMeasure', { '@unitCode': 'KGM' }),
  value('supplementaryUnits', 'GoodsMeasure/TariffQuantity'),
];

const CODE_PARTS = ['CommodityCode/harmonizedSystemSubHeadingCode', 'CommodityCode/combinedNomenclatureCode'];

/** What the goods are: description, codes, dangerous goods, masses. */
export const COMMODITY: readonly TranspositionRow[] = [
  value('descriptionOfGoods', 'Description'),
  value('cusCode', 'Classification+/ID', { IdentificationTypeCode: 'CV' }),
  single('CommodityCode', 'Classification+', { IdentificationTypeCode: SUBHEADING }),
  ...joined(CODE_PARTS, 'Classification/ID'),
  value('CommodityCode/taricCode', 'Classification+/ID', { IdentificationTypeCode: 'TRC' }),
  group('CommodityCode/TARICAdditionalCode', 'Classification+', { IdentificationTypeCode: 'TRA' }),
  unneeded('CommodityCode/TARICAdditionalCode/sequenceNumber', ORDER),
  value('CommodityCode/TARICAdditionalCode/TARICAdditionalCode', 'Classification/ID'),
  group('CommodityCode/NationalAdditionalCode', 'Classification+', { IdentificationTypeCode: 'GN' }),
  unneeded('CommodityCode/NationalAdditionalCode/sequenceNumber', ORDER),
  value('CommodityCode/NationalAdditionalCode/nationalAdditionalCode', 'Classification/ID'),
  group('DangerousGoods', 'DangerousGoods+'),
  unneeded('DangerousGoods/sequenceNumber', ORDER),
  value('DangerousGoods/UNNumber', 'DangerousGoods/UNDGID'),
  ...within('GoodsMeasure', '', MEASURES),
];

export const PACKAGING: readonly TranspositionRow[] = [
  group('Packaging', 'Packaging+'),
  value('Packaging/sequenceNumber', 'Packaging/SequenceNumeric'),
  value('Packaging/typeOfPackages', 'Packaging/TypeCode'),
  value('Packaging/numberOfPackages', 'Packaging/QuantityQuantity'),
  value('Packaging/shippingMarks', 'Packaging/MarksNumbersID'),
];

/** Others in the supply chain, by their role. */
export const SUPPLY_CHAIN_ACTORS: readonly TranspositionRow[] = [
  group('AdditionalSupplyChainActor', 'AEOMutualRecognitionParty+'),
  unneeded('AdditionalSupplyChainActor/sequenceNumber', ORDER),
  value('AdditionalSupplyChainActor/role', 'AEOMutualRecognitionParty/RoleCode'),
  value('AdditionalSupplyChainActor/identificationNumber', 'AEOMutualRecognitionParty/ID'),
];
