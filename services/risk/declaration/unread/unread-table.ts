/** What an element that no field holds may be about; `other` where its names do not say. */
export type ElementGroup = 'goods' | 'parties' | 'documents' | 'values' | 'route' | 'other';

/** A kind of element that changes nothing of what is judged, and why. */
export interface NotJudged {
  /** On the path as it stands in `otherElements`. */
  readonly path: RegExp;
  readonly reason: string;
}

/** Elements that may stay unread. Every other one counts, whatever its name: what nobody knows may be goods, too. */
export const NOT_JUDGED: readonly NotJudged[] = [
  {
    path: /@(?!(unitCode|currencyID)$)[^/]*$/,
    reason: 'An attribute other than a unit or currency: the list, scheme, language or format of what was read.',
  },
  {
    path: /(^|\/)(GovernmentAgencyGoodsItem|GoodsShipment)(\[\d+\])?\/SequenceNumeric$/,
    reason: 'The number of an item within its shipment, where items of several shipments are numbered through.',
  },
  {
    path: /(Quantity|GoodsItemQuantity|SequenceNumeric)(\[\d+\])?\/@unitCode$/,
    reason: 'The unit of a count: packages, items and lists are counted in pieces.',
  },
  {
    path: /(^|\/)(Authentication|Signature|Signatory|Certificate(Value|Serial)\w*|Seal(ing)?Signature)\b/i,
    reason: 'Signatures, and who signed.',
  },
  {
    path: /(^|\/)(MetaData|WCO\w+|message\w*|correlation\w*|preparationDateAndTime|PhaseID|Envelope|requestCommon|Functional(Error)?|communicationLanguage\w*)(\[\d+\])?(\/|$)/i,
    reason: 'What the message says of itself: sender, recipient, kind, language, its place in an exchange.',
  },
  {
    path: /(^|\/)(TraceID|InternalID|InternalReference\w*|BatchID|SystemID|UserID|Export_release|Identification_instance_id|instance_id)(\[\d+\])?$/i,
    reason: 'Numbers that a system gives for its own use.',
  },
  {
    path: /(^|\/)CustomsOfficeOf\w+(\[\d+\])?\//,
    reason:
      'Offices of a transit: which office of customs expects the goods. Their destination and the countries on their way are read.',
  },
  {
    path: /\/(security|SecurityCode|bindingItinerary|limitDate|presentationOfTheGoodsDateAndTime|sequenceNumber|documentLineItemNumber|SupportingDocument(\[\d+\])?\/LineNumeric)$/,
    reason: 'Flags and times of the procedure, and which line of a document is meant.',
  },
  {
    path: /(^|\/)(ContactPerson|GoodsLocation\/Contact)(\[\d+\])?\//,
    reason: 'Whom to call; the party itself is read.',
  },
  { path: /(^|\/)(Pointer|Amendment)(\[\d+\])?\//, reason: 'What an amendment says of its own changes.' },
];

/** By the innermost name that says it; the first row that fits. */
export const GROUPS: readonly { readonly group: ElementGroup; readonly name: RegExp }[] = [
  {
    group: 'values',
    name: /amount|value|valuation|currency|price|invoice|charge|deduction|freight|dutytaxfee|tax|payment|rate$|cost|guarantee|tradeterms|deliveryterms|incoterm|financial/i,
  },
  {
    group: 'documents',
    name: /document|licen[cs]e|permit|certificate|writeoff|authorisation|authorization|lpco|reference|statement|information/i,
  },
  {
    group: 'parties',
    name: /party|consignee|consignor|importer|exporter|buyer|seller|declarant|agent|enduser|payer|surety|manufacturer|carrier|actor|holder|representative|submitter|contact|communication|address|person|trader/i,
  },
  {
    group: 'goods',
    name: /commodity|goods|classification|packag|origin|measure|mass|weight|quantity|description|item|procedure|marks|supplementary|dangerous|tariff|hscode|hs_code|cusc?ode/i,
  },
  {
    group: 'route',
    name: /country|itinerary|routing|location|transport|destination|dispatch|consignment|office|border|seal|container|equipment|warehouse|port|place|arrival|departure|voyage|vessel/i,
  },
];
