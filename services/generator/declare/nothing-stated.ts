const NONE: readonly never[] = [];

/** The lists that a message leaves out, by the element they stand in: shared, since nobody alters an event. */
export const NOTHING_STATED = {
  list: NONE,
  header: {
    authorisationHolders: NONE,
    additionalDocuments: NONE,
    additionalInformations: NONE,
    amendments: NONE,
    currencyExchanges: NONE,
    obligationGuarantees: NONE,
    otherElements: NONE,
  },
  shipment: {
    domesticDutyTaxParties: NONE,
    aeoMutualRecognitionParties: NONE,
    previousDocuments: NONE,
    payers: NONE,
    sureties: NONE,
  },
  consignment: {
    itineraries: NONE,
    transportEquipments: NONE,
    transportContractDocuments: NONE,
    consignmentItems: NONE,
  },
  item: {
    domesticDutyTaxParties: NONE,
    aeoMutualRecognitionParties: NONE,
    previousDocuments: NONE,
    manufacturers: NONE,
    refundRecipientParties: NONE,
  },
} as const;
