/** Element names by WCO class code (DocumentSectionCode of a pointer), as the UK's published messages and pointer lists use them. */
export const SECTIONS: Readonly<Record<string, string>> = {
  '02A': 'AdditionalDocument', '03A': 'AdditionalInformation', '04A': 'Address', '05A': 'Agent', '06A': 'Amendment', '12C': 'DangerousGoods', '15A': 'BorderTransportMeans', '16C': 'AEOMutualRecognitionParty',
  '17B': 'Submitter', '17C': 'AuthorisationHolder', '18A': 'Carrier', '21A': 'Classification', '22C': 'WriteOff', '23A': 'Commodity', '27A': 'Consignee', '28A': 'Consignment', '29A': 'ConsignmentItem', '30A': 'Consignor',
  '31B': 'TransportEquipment', '35B': 'UCR', '40A': 'CurrencyExchange', '41A': 'CustomsValuation', '42A': 'Declaration', '43B': 'Warehouse', '44B': 'Seal', '46A': 'DepartureTransportMeans', '50A': 'DutyTaxFee', '55B': 'DomesticDutyTaxParty',
  '56A': 'ExitOffice', '57A': 'Exporter', '57B': 'Declarant', '62A': 'Freight', '64A': 'GoodsLocation', '65A': 'GoodsMeasure', '67A': 'GoodsShipment', '68A': 'GovernmentAgencyGoodsItem', '70A': 'GovernmentProcedure', '79A': 'InvoiceLine',
  '81A': 'Itinerary', '92A': 'Origin', '93A': 'Packaging', '94A': 'Payment', '95B': 'ExportCountry', '97B': 'SupervisingOffice', '99A': 'PreviousDocument', '99B': 'Destination',
};

/** The other way round. */
export const SECTION_OF: ReadonlyMap<string, string> = new Map(Object.entries(SECTIONS).map(([section, name]) => [name, section]));

/** Leaf names by section and WCO element number (TagID). A tag that is not here is only followed where the change itself states a value. */
export const TAGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '02A': { D005: 'ID', D006: 'TypeCode', D028: 'Name', D031: 'CategoryCode', '360': 'LPCOExemptionCode' },
  '03A': { '225': 'StatementDescription', '226': 'StatementCode' },
  '04A': { '239': 'Line', '241': 'CityName', '242': 'CountryCode', '245': 'PostcodeID', '410': 'TypeCode' },
  '05A': { R004: 'ID', '102': 'FunctionCode' },
  '12C': { '506': 'UNDGID' },
  '15A': { T006: 'ID', T014: 'RegistrationNationalityCode', T018: 'IdentificationTypeCode', T022: 'ModeCode' },
  '16C': { R143: 'ID', R005: 'RoleCode' },
  '17C': { R144: 'ID', R145: 'CategoryCode' },
  '18A': { R011: 'Name', R012: 'ID' },
  '21A': { '145': 'ID', '337': 'IdentificationTypeCode' },
  '23A': { '137': 'Description' },
  '27A': { R014: 'Name' },
  '31B': { '159': 'ID' },
  '35B': { '009': 'TraderAssignedReferenceID' },
  '40A': { '118': 'RateNumeric' },
  '41A': { '117': 'FreightChargeAmount' },
  '42A': { '103': 'TransactionNatureCode', '109': 'InvoiceAmount', '146': 'TotalPackageQuantity', '149': 'TotalPackageQuantity', '228': 'GoodsItemQuantity', '504': 'SpecificCircumstancesCodeCode', D013: 'TypeCode' },
  '43B': { L019: 'ID', L112: 'TypeCode' },
  '44B': { '165': 'ID' },
  '46A': { T004: 'ID', T020: 'IdentificationTypeCode', T034: 'ModeCode' },
  '50A': { '113': 'TypeCode', '129': 'SpecificTaxBaseQuantity' },
  '55B': { R005: 'RoleCode', R119: 'ID' },
  '56A': { G005: 'ID' },
  '57A': { R031: 'Name', R032: 'ID' },
  '57B': { R123: 'ID' },
  '64A': { L016: 'Name', L017: 'ID', L110: 'TypeCode' },
  '65A': { '126': 'GrossMassMeasure', '128': 'NetNetWeightMeasure', '130': 'TariffQuantity' },
  '67A': { '103': 'TransactionNatureCode' },
  '68A': { '103': 'TransactionNatureCode', '108': 'CustomsValueAmount', '114': 'StatisticalValueAmount' },
  '70A': { '161': 'PreviousCode', '166': 'CurrentCode' },
  '79A': { '112': 'ItemChargeAmount' },
  '93A': { '141': 'TypeCode', '142': 'MarksNumbersID', '144': 'QuantityQuantity' },
  '94A': { '107': 'MethodCode', '120': 'TaxAssessedAmount', '378': 'PaymentAmount' },
  '95B': { '062': 'ID' },
  '97B': { G012: 'ID' },
  '99A': { D018: 'ID', D019: 'TypeCode', D031: 'CategoryCode', '171': 'LineNumeric' },
  '99B': { '465': 'CountryCode' },
};

/** Elements that may stand more than once beside each other. */
export const REPEATED: ReadonlySet<string> = new Set([
  'AdditionalDocument', 'AdditionalInformation', 'AEOMutualRecognitionParty', 'AuthorisationHolder', 'ChargeDeduction', 'Classification', 'Communication', 'ConsignmentItem', 'CurrencyExchange', 'DangerousGoods',
  'DomesticDutyTaxParty', 'DutyTaxFee', 'GovernmentAgencyGoodsItem', 'GovernmentProcedure', 'Itinerary', 'Manufacturer', 'ObligationGuarantee', 'Origin', 'Packaging', 'Payer', 'PreviousDocument', 'RefundRecipientParty', 'Seal', 'Surety',
  'TransportContractDocument', 'TransportEquipment', 'ValuationAdjustment',
]);

/** Among them, those that are told apart by their SequenceNumeric where they state one. */
export const NUMBERED: ReadonlySet<string> = new Set(['GovernmentAgencyGoodsItem', 'Itinerary', 'Packaging', 'Seal', 'TransportEquipment', 'ConsignmentItem']);
