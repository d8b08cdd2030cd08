import type { Direction } from '../../risk/declaration/direction.ts';
import { ITEM_IN_CONTAINER } from '../eucdm/transport-rows.ts';
import {
  group,
  type GroupConstants,
  joined,
  single,
  split,
  type TranspositionRow,
  unneeded,
  value,
  within,
} from '../xml/transposition-row.ts';
import * as reading from './asycuda-readings.ts';

const COMPUTED = 'Worked out by the system from what else is stated.';
const NAME_OF_CODE = 'What the code beside it is called.';
const SETTLEMENT = 'How duties are paid changes nothing of what is judged.';
const ISSUED_LATER = 'Numbers and days that the office gave to later stages of the same declaration.';

/** Where what needs more than a row waits for it: see `completeDeclaration`. */
export const LICENCE = 'Licence';
export const TOTAL_WEIGHT = 'TotalWeight';
export const TOTAL_INVOICE = 'TotalInvoice';
export const TARIFF_TEXT = 'TariffText';
export const ATTACHED_CODES = 'AttachedCodes';

const IDENTIFICATION: readonly TranspositionRow[] = [
  value('Office_segment/Customs_clearance_office_code', 'DeclarationOfficeID'),
  unneeded('Office_segment/Customs_Clearance_office_name', NAME_OF_CODE),
  ...joined(['Type/Type_of_declaration', 'Type/Declaration_gen_procedure_code'], 'TypeCode'),
  value('Manifest_reference_number', 'GoodsShipment/PreviousDocument+/ID', { CategoryCode: 'X' }),
  ...joined(['Registration/Serial_number', 'Registration/Number'], 'ID'),
  value('Registration/Date', 'AcceptanceDateTime'),
  unneeded('Assessment', ISSUED_LATER),
  unneeded('receipt', ISSUED_LATER),
];

const PROPERTY: readonly TranspositionRow[] = [
  unneeded('Sad_flow', 'Which way the goods go, which the type of the declaration says too.'),
  unneeded('Forms', 'How many sheets of paper it takes.'),
  value('Nbers/Number_of_loading_lists', 'LoadingListQuantity'),
  value('Nbers/Total_number_of_items', 'GoodsItemQuantity'),
  value('Nbers/Total_number_of_packages', 'TotalPackageQuantity', undefined, reading.UNLESS_ZERO),
  unneeded('Place_of_declaration', 'Where it was signed.'),
  value('Date_of_declaration', 'IssueDateTime'),
  unneeded('Selected_page', 'Which page was shown last.'),
];

function traders(direction: Direction): readonly TranspositionRow[] {
  const consignee = 'GoodsShipment/Consignee';
  const importer = 'GoodsShipment/Importer';
  const received =
    direction === 'export'
      ? [
          value('Consignee/Consignee_code', `${consignee}/ID`),
          split(
            'Consignee/Consignee_name',
            [`${consignee}/Name`, `${consignee}/Address/Line`],
            reading.NAME_THEN_ADDRESS,
          ),
        ]
      : [
          split('Consignee/Consignee_code', [`${consignee}/ID`, `${importer}/ID`], reading.TWICE),
          split(
            'Consignee/Consignee_name',
            [`${consignee}/Name`, `${consignee}/Address/Line`, `${importer}/Name`, `${importer}/Address/Line`],
            reading.NAME_THEN_ADDRESS_TWICE,
          ),
        ];
  return [
    value('Exporter/Exporter_code', 'Exporter/ID'),
    split('Exporter/Exporter_name', ['Exporter/Name', 'Exporter/Address/Line'], reading.NAME_THEN_ADDRESS),
    ...received,
    value('Financial/Financial_code', 'GoodsShipment/Payer/ID'),
    split(
      'Financial/Financial_name',
      ['GoodsShipment/Payer/Name', 'GoodsShipment/Payer/Address/Line'],
      reading.NAME_THEN_ADDRESS,
    ),
  ];
}

const DECLARANT: readonly TranspositionRow[] = [
  value('Declarant_code', 'Declarant/ID'),
  split('Declarant_name', ['Declarant/Name', 'Declarant/Address/Line'], reading.NAME_THEN_ADDRESS),
  value('Declarant_representative', 'Agent/Name'),
  { ...value('Reference/Year', 'FunctionalReferenceID', undefined, reading.BEFORE_A_DASH), part: 0 },
  { ...value('Reference/Number', 'FunctionalReferenceID'), part: 1 },
];

const GENERAL: readonly TranspositionRow[] = [
  value('Country/Country_first_destination', 'Consignment/Itinerary+/RoutingCountryCode'),
  value('Country/Trading_country', 'GoodsShipment/TradeTerms/CountryCode'),
  value('Country/Export/Export_country_code', 'GoodsShipment/ExportCountry/ID'),
  unneeded('Country/Export/Export_country_name', NAME_OF_CODE),
  value('Country/Destination/Destination_country_code', 'GoodsShipment/Destination/CountryCode'),
  unneeded('Country/Destination/Destination_country_name', NAME_OF_CODE),
  value('Country/Destination/Destination_country_region', 'GoodsShipment/Destination/RegionID'),
  unneeded('Country/Country_of_origin_name', 'The name of the origin that the items state, or that they have several.'),
  unneeded('Value_details', COMPUTED),
  unneeded('CAP', 'Refers to a common agricultural policy; a note of the office.'),
  value('Additional_information', 'AdditionalInformation+/StatementDescription'),
  value('Comments_free_text', 'AdditionalInformation+/StatementDescription'),
];

function transport(direction: Direction): readonly TranspositionRow[] {
  const consignment = 'GoodsShipment/Consignment';
  const means = `${consignment}/${direction === 'export' ? 'DepartureTransportMeans' : 'ArrivalTransportMeans'}`;
  return [
    value('Means_of_transport/Departure_arrival_information/Identity', `${means}/ID`),
    value('Means_of_transport/Departure_arrival_information/Nationality', `${means}/RegistrationNationalityCode`),
    value('Means_of_transport/Inland_mode_of_transport', `${means}/ModeCode`),
    value('Means_of_transport/Border_information/Identity', 'BorderTransportMeans/ID'),
    value('Means_of_transport/Border_information/Nationality', 'BorderTransportMeans/RegistrationNationalityCode'),
    value('Means_of_transport/Border_information/Mode', 'BorderTransportMeans/ModeCode'),
    value('Container_flag', `${consignment}/ContainerCode`, undefined, reading.CONTAINERISED),
    unneeded('Single_waybill_flag', 'Whether all goods are on one waybill.'),
    value('Delivery_terms/Code', 'GoodsShipment/TradeTerms/ConditionCode'),
    value('Delivery_terms/Place', 'GoodsShipment/TradeTerms/LocationName'),
    value('Delivery_terms/Situation', 'GoodsShipment/TradeTerms/Description'),
    value('Border_office/Code', direction === 'export' ? 'ExitOffice/ID' : 'PresentationOffice/ID'),
    unneeded('Border_office/Name', NAME_OF_CODE),
    value('Place_of_loading/Code', `${consignment}/LoadingLocation/ID`),
    value('Place_of_loading/Name', `${consignment}/LoadingLocation/Name`),
    value('Place_of_loading/Country', `${consignment}/LoadingLocation/Address/CountryCode`),
    value('Location_of_goods', `${consignment}/GoodsLocation/ID`),
  ];
}

const FINANCIAL: readonly TranspositionRow[] = [
  ...joined(['Financial_transaction/code1', 'Financial_transaction/code2'], 'GoodsShipment/TransactionNatureCode'),
  unneeded('Bank', SETTLEMENT),
  unneeded('Terms', SETTLEMENT),
  unneeded('Total_invoice', COMPUTED),
  value('Deffered_payment_reference', 'AdditionalDocument+/ID', { CategoryCode: '1', TypeCode: 'DAN' }),
  unneeded('Mode_of_payment', SETTLEMENT),
  unneeded('Amounts', COMPUTED),
  value('Guarantee/Name', 'ObligationGuarantee/ID'),
  value('Guarantee/Amount', 'ObligationGuarantee/AmountAmount', undefined, reading.UNLESS_ZERO),
];

/** One cost on the way, in the currency that it is stated in. */
function cost(from: string, to: string): readonly TranspositionRow[] {
  return [
    unneeded(`${from}/Amount_national_currency`, COMPUTED),
    value(`${from}/Amount_foreign_currency`, to, undefined, reading.UNLESS_ZERO),
    value(`${from}/Currency_code`, `${to}/@currencyID`),
    unneeded(`${from}/Currency_name`, NAME_OF_CODE),
    unneeded(`${from}/Currency_rate`, COMPUTED),
  ];
}

/** Costs by the names that the system's own forms have for them. */
function costs(prefix: string, valuation: string): readonly TranspositionRow[] {
  const deduction = (from: string, code: string): readonly TranspositionRow[] => {
    const constants: GroupConstants = { ChargesTypeCode: code };
    return [
      group(`${prefix}_${from}`, `${valuation}/ChargeDeduction+`, constants),
      ...cost(`${prefix}_${from}`, `${valuation}/ChargeDeduction/OtherChargeDeductionAmount`),
    ];
  };
  return [
    ...cost(`${prefix}_external_freight`, `${valuation}/FreightChargeAmount`),
    ...deduction('internal_freight', 'IFR'),
    ...deduction('insurance', 'INS'),
    ...deduction('other_cost', 'OTC'),
    ...deduction('deduction', 'DED'),
  ];
}

const VALUATION: readonly TranspositionRow[] = [
  unneeded('Calculation_working_mode', 'How the system shares costs among the items.'),
  value('Weight/Gross_weight', 'TotalGrossMassMeasure', { '@unitCode': 'KGM' }),
  unneeded('Total_cost', COMPUTED),
  unneeded('Total_CIF', COMPUTED),
  unneeded('Gs_Invoice/Amount_national_currency', COMPUTED),
  value('Gs_Invoice/Amount_foreign_currency', 'InvoiceAmount'),
  value('Gs_Invoice/Currency_code', 'InvoiceAmount/@currencyID'),
  unneeded('Gs_Invoice/Currency_name', NAME_OF_CODE),
  value('Gs_Invoice/Currency_rate', 'CurrencyExchange/RateNumeric', undefined, reading.UNLESS_ZERO),
  ...costs('Gs', 'GoodsShipment/CustomsValuation'),
  value('Total/Total_invoice', TOTAL_INVOICE),
  value('Total/Total_weight', TOTAL_WEIGHT, undefined, reading.UNLESS_ZERO),
];

const SUPPLIER: readonly TranspositionRow[] = [
  single('Suppliers_documents', 'GoodsShipment/Seller+'),
  ...within('Suppliers_documents', '', [
    value('Suppliers_document_name', 'GoodsShipment/Seller/Name'),
    value('Suppliers_document_street', 'GoodsShipment/Seller/Address/Line'),
    value('Suppliers_document_city', 'GoodsShipment/Seller/Address/CityName'),
    value('Suppliers_document_zip_code', 'GoodsShipment/Seller/Address/PostcodeID'),
    value('Suppliers_document_country', 'GoodsShipment/Seller/Address/CountrySubDivisionName'),
    value('Suppliers_document_telephone', 'GoodsShipment/Seller/Communication+/ID', { TypeCode: 'TE' }),
    value('Suppliers_document_fax', 'GoodsShipment/Seller/Communication+/ID', { TypeCode: 'FX' }),
    value('Suppliers_document_type_code', 'GoodsShipment/Seller/RoleCode'),
    value('Suppliers_document_invoice_nbr', 'GoodsShipment/Invoice/ID'),
    value('Suppliers_document_date', 'GoodsShipment/Invoice/IssueDateTime'),
  ]),
];

const CONTAINERS: readonly TranspositionRow[] = [
  group('Container', 'GoodsShipment/Consignment/TransportEquipment+'),
  ...within('Container', 'GoodsShipment/Consignment/TransportEquipment', [
    value('Container_identity', 'ID'),
    value('Item_Number', `${ITEM_IN_CONTAINER}+/SequenceNumeric`),
    unneeded('Container_type', 'Size and kind of the container change nothing of what is judged.'),
    unneeded('Empty_full_indicator', 'How full it is changes nothing of what is judged.'),
    unneeded('Gross_weight', 'The tare, or the share of the gross mass that the items state.'),
    unneeded('Packages_type', 'As the items in it state.'),
    unneeded('Packages_number', 'As the items in it state.'),
    unneeded('Packages_weight', 'As the items in it state.'),
  ]),
  value('Container/Goods_description', 'AdditionalInformation+/StatementDescription'),
];

const TARIFICATION: readonly TranspositionRow[] = [
  unneeded('Tarification_data', COMPUTED),
  single('HScode', 'Commodity/Classification+', { IdentificationTypeCode: reading.NATIONAL_OR_HS }),
  ...joined(['HScode/Commodity_code', 'HScode/Precision_1'], 'Commodity/Classification/ID'),
  value('HScode/Precision_2', 'Commodity/Classification+/ID', { IdentificationTypeCode: 'GN' }),
  value('HScode/Precision_3', 'Commodity/Classification+/ID', { IdentificationTypeCode: 'GN' }),
  value('HScode/Precision_4', 'Commodity/Classification+/ID', { IdentificationTypeCode: 'GN' }),
  value('Preference_code', 'Commodity/DutyTaxFee+/DutyRegimeCode'),
  split(
    'Extended_customs_procedure',
    ['GovernmentProcedure+/CurrentCode', 'GovernmentProcedure/PreviousCode'],
    reading.PROCEDURES,
  ),
  value('National_customs_procedure', 'GovernmentProcedure+/CurrentCode'),
  value('Quota_code', 'Commodity/DutyTaxFee+/QuotaOrderID'),
  value('Supplementary_unit/Suppplementary_unit_code', 'Commodity/GoodsMeasure/TariffQuantity/@unitCode'),
  unneeded('Supplementary_unit/Suppplementary_unit_name', NAME_OF_CODE),
  value('Supplementary_unit/Suppplementary_unit_quantity', 'Commodity/GoodsMeasure/TariffQuantity'),
  value('Item_price', 'Commodity/InvoiceLine/ItemChargeAmount'),
  value('Valuation_method_code', 'CustomsValuation/MethodCode'),
  unneeded('Value_item', COMPUTED),
  value('Attached_doc_item', ATTACHED_CODES),
  value('A.I._code', 'AdditionalInformation+/StatementCode'),
];

const VALUATION_ITEM: readonly TranspositionRow[] = [
  value('Weight_itm/Gross_weight_itm', 'Commodity/GoodsMeasure/GrossMassMeasure', { '@unitCode': 'KGM' }),
  value('Weight_itm/Net_weight_itm', 'Commodity/GoodsMeasure/NetNetWeightMeasure', { '@unitCode': 'KGM' }),
  unneeded('Total_cost_itm', COMPUTED),
  value('Total_CIF_itm', 'CustomsValueAmount', undefined, reading.UNLESS_ZERO),
  unneeded('Rate_of_adjustement', COMPUTED),
  unneeded('Rate_of_adjustment', COMPUTED),
  value('Statistical_value', 'StatisticalValueAmount', undefined, reading.UNLESS_ZERO),
  unneeded('Alpha_coeficient_of_apportionment', COMPUTED),
  unneeded('Item_Invoice/Amount_national_currency', COMPUTED),
  unneeded('Item_Invoice/Amount_foreign_currency', 'The price of the item, which stands beside its code.'),
  value('Item_Invoice/Currency_code', 'Commodity/InvoiceLine/ItemChargeAmount/@currencyID'),
  unneeded('Item_Invoice/Currency_name', NAME_OF_CODE),
  unneeded('Item_Invoice/Currency_rate', COMPUTED),
  ...costs('item', 'CustomsValuation'),
];

const TAXATION: readonly TranspositionRow[] = [
  unneeded('Item_taxes_amount', COMPUTED),
  unneeded('Item_taxes_guaranted_amount', COMPUTED),
  unneeded('Item_taxes_mode_of_payment', SETTLEMENT),
  unneeded('Counter_of_normal_mode_of_payment', COMPUTED),
  unneeded('Displayed_item_taxes_amount', COMPUTED),
  group('Taxation_line', 'Commodity/DutyTaxFee+'),
  ...within('Taxation_line', 'Commodity/DutyTaxFee', [
    value('Duty_tax_code', 'TypeCode'),
    value('Duty_tax_Base', 'AdValoremTaxBaseAmount', undefined, reading.UNLESS_ZERO),
    value('Duty_tax_rate', 'TaxRateNumeric', undefined, reading.UNLESS_ZERO),
    value('Duty_tax_amount', 'Payment/TaxAssessedAmount', undefined, reading.UNLESS_ZERO),
    value('Duty_tax_MP', 'Payment/MethodCode'),
    unneeded('Duty_tax_Type_of_calculation', COMPUTED),
  ]),
];

function item(): readonly TranspositionRow[] {
  return [
    value('Licence_number', `${LICENCE}/ID`),
    value('Amount_deducted_from_licence', `${LICENCE}/WriteOff/AmountAmount`, undefined, reading.UNLESS_ZERO),
    value('Quantity_deducted_from_licence', `${LICENCE}/WriteOff/QuantityQuantity`, undefined, reading.UNLESS_ZERO),
    group('Attached_documents', 'AdditionalDocument+'),
    value('Attached_documents/Attached_document_code', 'AdditionalDocument/TypeCode'),
    value('Attached_documents/Attached_document_name', 'AdditionalDocument/Name'),
    value('Attached_documents/Attached_document_reference', 'AdditionalDocument/ID'),
    unneeded('Attached_documents/Attached_document_from_rule', 'Which rule of the system asked for it.'),
    value('Attached_documents/Attached_document_date', 'AdditionalDocument/IssueDateTime'),
    value('Packages/Number_of_packages', 'Packaging/QuantityQuantity'),
    value('Packages/Kind_of_packages_code', 'Packaging/TypeCode'),
    unneeded('Packages/Kind_of_packages_name', NAME_OF_CODE),
    { ...value('Packages/Marks1_of_packages', 'Packaging/MarksNumbersID'), part: 0 },
    { ...value('Packages/Marks2_of_packages', 'Packaging/MarksNumbersID', undefined, reading.AFTER_A_BLANK), part: 1 },
    value('IncoTerms/Code', 'TradeTerms/ConditionCode'),
    value('IncoTerms/Place', 'TradeTerms/LocationName'),
    ...within('Tarification', '', TARIFICATION),
    value('Goods_description/Country_of_origin_code', 'Origin/CountryCode', { TypeCode: '1' }),
    value('Goods_description/Country_of_origin_region', 'Origin/RegionID'),
    value('Goods_description/Description_of_goods', TARIFF_TEXT),
    value('Goods_description/Commercial_Description', 'Commodity/Description'),
    value('Previous_doc/Summary_declaration', 'PreviousDocument+/ID', { CategoryCode: 'X' }),
    value('Previous_doc/Summary_declaration_sl', 'PreviousDocument+/ID', { CategoryCode: 'X' }),
    value('Previous_doc/Previous_document_reference', 'PreviousDocument+/ID', { CategoryCode: 'Z' }),
    value('Previous_doc/Previous_warehouse_code', 'PreviousDocument+/ID', { CategoryCode: 'Z', TypeCode: 'WHS' }),
    value('Free_text_1', 'AdditionalInformation+/StatementDescription'),
    value('Free_text_2', 'AdditionalInformation+/StatementDescription'),
    ...within('Taxation', '', TAXATION),
    ...within('Valuation_item', '', VALUATION_ITEM),
  ];
}

const EXPORT_RELEASE: readonly TranspositionRow[] = [
  value('Date_of_exit', 'GoodsShipment/ExitDateTime'),
  unneeded('Time_of_exit', 'The time of the day of exit.'),
  unneeded('Actual_office_of_exit_name', NAME_OF_CODE),
  value('Comments', 'AdditionalInformation+/StatementDescription'),
];

const ITEM_AT = 'GoodsShipment/GovernmentAgencyGoodsItem';

/** The Single Administrative Document as ASYCUDA World exports it (UNCTAD), by the way that the goods go. */
export function asycudaRows(direction: Direction): readonly TranspositionRow[] {
  return [
    unneeded('@id', 'The number that the system knows the file by.'),
    unneeded('Assessment_notice', COMPUTED),
    unneeded('Global_taxes', COMPUTED),
    ...within('Export_release', '', EXPORT_RELEASE),
    ...within('Property', '', PROPERTY),
    ...within('Identification', '', IDENTIFICATION),
    ...within('Traders', '', traders(direction)),
    ...within('Declarant', '', DECLARANT),
    ...within('General_information', '', GENERAL),
    ...within('Transport', '', transport(direction)),
    ...within('Financial', '', FINANCIAL),
    value('Warehouse/Identification', 'GoodsShipment/Warehouse/ID'),
    unneeded('Warehouse/Delay', 'How long the goods may stay there.'),
    value('Transit/Seals/Identity', 'GoodsShipment/Consignment/TransportEquipment+/Seal/ID'),
    unneeded('Transit/Seals/Number', 'How many there are.'),
    ...within('Valuation', '', VALUATION),
    ...SUPPLIER,
    ...CONTAINERS,
    group('Item', `${ITEM_AT}+`),
    ...within('Item', ITEM_AT, item()),
  ];
}
