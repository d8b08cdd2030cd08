/** Element names by WCO class code (DocumentSectionCode of a pointer), as the UK's list of pointers for its declarations has them. */
export const SECTIONS: ReadonlyMap<string, string> = new Map(Object.entries({
  '02A': 'AdditionalDocument', '03A': 'AdditionalInformation', '04A': 'Address', '05A': 'Agent', '06A': 'Amendment', '09B': 'Seller', '10A': 'ArrivalTransportMeans', '12A': 'Authenticator',
  '12C': 'DangerousGoods', '14C': 'GuaranteeOffice', '15A': 'BorderTransportMeans', '15C': 'PresentationOffice', '16A': 'Buyer', '16C': 'AEOMutualRecognitionParty', '17B': 'Submitter',
  '17C': 'AuthorisationHolder', '18A': 'Carrier', '19B': 'Surety', '21A': 'Classification', '22B': 'TradeTerms', '22C': 'WriteOff', '23A': 'Commodity', '25A': 'Communication', '27A': 'Consignee',
  '28A': 'Consignment', '29A': 'ConsignmentItem', '30A': 'Consignor', '31B': 'TransportEquipment', '34A': 'Contact', '35B': 'UCR', '39B': 'ValuationAdjustment', '40A': 'CurrencyExchange',
  '41A': 'CustomsValuation', '42A': 'Declaration', '43B': 'Warehouse', '44B': 'Seal', '46A': 'DepartureTransportMeans', '50A': 'DutyTaxFee', '55B': 'DomesticDutyTaxParty', '56A': 'ExitOffice',
  '56B': 'Payer', '57A': 'Exporter', '57B': 'Declarant', '58B': 'ChargeDeduction', '59B': 'RefundRecipientParty', '61B': 'Authentication', '62A': 'Freight', '64A': 'GoodsLocation',
  '65A': 'GoodsMeasure', '67A': 'GoodsShipment', '68A': 'GovernmentAgencyGoodsItem', '70A': 'GovernmentProcedure', '74A': 'Importer', '78A': 'Invoice', '79A': 'InvoiceLine', '81A': 'Itinerary',
  '83A': 'LoadingLocation', '86A': 'Manufacturer', '90A': 'ObligationGuarantee', '92A': 'Origin', '93A': 'Packaging', '94A': 'Payment', '95B': 'ExportCountry', '97A': 'Pointer',
  '97B': 'SupervisingOffice', '99A': 'PreviousDocument', '99B': 'Destination',
}));

/** The other way round. */
export const SECTION_OF: ReadonlyMap<string, string> = new Map([...SECTIONS].map(([section, name]) => [name, section]));

/**
 * Leaf names by section and WCO element number (TagID), from the same list. A tag that is not here is only followed where the change itself states a value;
 * numbers of entries and what a message says of itself (type, references) are not here on purpose: no pointer removes them.
 */
export const TAGS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(Object.entries({
  '02A': { D005: 'ID', D006: 'TypeCode', D028: 'Name', D031: 'CategoryCode', '276': 'EffectiveDateTime', '360': 'LPCOExemptionCode' },
  '03A': { '225': 'StatementDescription', '226': 'StatementCode', '369': 'StatementTypeCode' },
  '04A': { '239': 'Line', '241': 'CityName', '242': 'CountryCode', '243': 'CountrySubDivisionName', '244': 'CountrySubDivisionCode', '245': 'PostcodeID', '410': 'TypeCode' },
  '05A': { R003: 'Name', R004: 'ID', '102': 'FunctionCode' },
  '09B': { R050: 'Name', R051: 'ID' },
  '10A': { T001: 'Name', T002: 'ID', T008: 'TypeCode', T020: 'ModeCode', T034: 'IdentificationTypeCode' },
  '12A': { R007: 'Name' },
  '12C': { '506': 'UNDGID' },
  '14C': { G014: 'ID' },
  '15A': { T005: 'Name', T006: 'ID', T010: 'TypeCode', T014: 'RegistrationNationalityCode', T018: 'IdentificationTypeCode', T022: 'ModeCode' },
  '15C': { G015: 'ID' },
  '16A': { R009: 'Name', R010: 'ID' },
  '16C': { R005: 'RoleCode', R143: 'ID' },
  '17B': { R005: 'RoleCode', R058: 'Name', R059: 'ID' },
  '17C': { R144: 'ID', R145: 'CategoryCode' },
  '18A': { R011: 'Name', R012: 'ID' },
  '19B': { R054: 'Name', R055: 'ID' },
  '21A': { '145': 'ID', '337': 'IdentificationTypeCode' },
  '22B': { '089': 'Description', '090': 'ConditionCode', '106': 'CountryRelationshipCode', L001: 'LocationName', L002: 'LocationID' },
  '22C': { '502': 'QuantityQuantity', '503': 'AmountAmount' },
  '23A': { '137': 'Description' },
  '25A': { '240': 'ID', '253': 'TypeCode' },
  '27A': { R014: 'Name', R015: 'ID' },
  '28A': { '096': 'ContainerCode' },
  '30A': { R020: 'Name', R021: 'ID' },
  '31B': { '159': 'ID' },
  '34A': { '246': 'Name' },
  '35B': { '009': 'TraderAssignedReferenceID', '016': 'ID' },
  '39B': { '188': 'AdditionCode' },
  '40A': { '118': 'RateNumeric', '135': 'CurrencyTypeCode' },
  '41A': { '117': 'FreightChargeAmount', '122': 'MethodCode' },
  '42A': { '013': 'LoadingListQuantity', '023': 'AcceptanceDateTime', '065': 'DeclarationOfficeID', '103': 'TransactionNatureCode', '109': 'InvoiceAmount', '131': 'TotalGrossMassMeasure', '146': 'TotalPackageQuantity', '149': 'TotalPackageQuantity', '228': 'GoodsItemQuantity', '504': 'SpecificCircumstancesCodeCode', D011: 'IssueDateTime', D012: 'IssueLocationID' },
  '43B': { L019: 'ID', L112: 'TypeCode' },
  '44B': { '165': 'ID' },
  '46A': { T003: 'Name', T004: 'ID', T009: 'TypeCode', T021: 'ModeCode', T029: 'IdentificationTypeCode' },
  '50A': { '111': 'DeductAmount', '113': 'TypeCode', '115': 'TaxRateNumeric', '116': 'AdValoremTaxBaseAmount', '129': 'SpecificTaxBaseQuantity', '164': 'DutyRegimeCode', '401': 'QuotaOrderID' },
  '55B': { R005: 'RoleCode', R119: 'ID' },
  '56A': { G005: 'ID' },
  '56B': { R120: 'Name', R121: 'ID' },
  '57A': { R031: 'Name', R032: 'ID' },
  '57B': { R123: 'ID', R124: 'Name' },
  '58B': { '181': 'OtherChargeDeductionAmount', '371': 'ChargesTypeCode' },
  '59B': { R127: 'Name', R128: 'ID' },
  '61B': { '104': 'Authentication' },
  '62A': { '098': 'PaymentMethodCode' },
  '64A': { L016: 'Name', L017: 'ID', L110: 'TypeCode' },
  '65A': { '126': 'GrossMassMeasure', '128': 'NetNetWeightMeasure', '130': 'TariffQuantity' },
  '67A': { '024': 'ExitDateTime', '103': 'TransactionNatureCode' },
  '68A': { '103': 'TransactionNatureCode', '108': 'CustomsValueAmount', '114': 'StatisticalValueAmount' },
  '70A': { '161': 'PreviousCode', '166': 'CurrentCode' },
  '74A': { R037: 'Name', R038: 'ID' },
  '78A': { D015: 'IssueDateTime', D016: 'ID' },
  '79A': { '112': 'ItemChargeAmount' },
  '81A': { '064': 'RoutingCountryCode' },
  '83A': { L009: 'Name', L010: 'ID' },
  '86A': { R042: 'Name', R043: 'ID' },
  '90A': { '100': 'ReferenceID', '101': 'SecurityDetailsCode', '492': 'AmountAmount', '499': 'AccessCode', D014: 'ID' },
  '92A': { '063': 'CountryCode', '066': 'RegionID', '501': 'TypeCode' },
  '93A': { '141': 'TypeCode', '142': 'MarksNumbersID', '144': 'QuantityQuantity', '344': 'PackingMaterialDescription', '367': 'LengthMeasure', '368': 'WidthMeasure', '395': 'VolumeMeasure', '402': 'HeightMeasure' },
  '94A': { '107': 'MethodCode', '120': 'TaxAssessedAmount', '378': 'PaymentAmount' },
  '95B': { '062': 'ID' },
  '97B': { G012: 'ID' },
  '99A': { D018: 'ID', D019: 'TypeCode', D031: 'CategoryCode', '171': 'LineNumeric' },
  '99B': { '465': 'CountryCode', '477': 'RegionID' },
}).map(([section, names]) => [section, new Map(Object.entries(names))]));

/** Elements that may stand more than once beside each other. */
export const REPEATED: ReadonlySet<string> = new Set([
  'AdditionalDocument', 'AdditionalInformation', 'AEOMutualRecognitionParty', 'AuthorisationHolder', 'ChargeDeduction', 'Classification', 'Communication', 'ConsignmentItem', 'CurrencyExchange', 'DangerousGoods',
  'DomesticDutyTaxParty', 'DutyTaxFee', 'GovernmentAgencyGoodsItem', 'GovernmentProcedure', 'Itinerary', 'Manufacturer', 'ObligationGuarantee', 'Origin', 'Packaging', 'Payer', 'PreviousDocument', 'RefundRecipientParty', 'Seal', 'Surety',
  'TransportContractDocument', 'TransportEquipment', 'ValuationAdjustment',
]);

/** Among them, those that are told apart by their SequenceNumeric where they state one. */
export const NUMBERED: ReadonlySet<string> = new Set(['GovernmentAgencyGoodsItem', 'Itinerary', 'Packaging', 'Seal', 'TransportEquipment', 'ConsignmentItem']);
