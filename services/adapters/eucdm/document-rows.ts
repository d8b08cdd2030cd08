import { group, split, type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';
import { AUTHORISATION_CODE, DOCUMENT_CODE, UNIT_WITH_QUALIFIER } from './readings.ts';

export const ORDER = 'The number of an entry in its list, which the order says too.';

/** Certificates, licences, invoices and the like, and references to them. */
const SUPPORTING: readonly TranspositionRow[] = [
  value('sequenceNumber', 'SequenceNumeric'),
  split('type', ['CategoryCode', 'TypeCode'], DOCUMENT_CODE),
  value('referenceNumber', 'ID'),
  value('issuingAuthorityName', 'Submitter/Name'),
  value('validityDate', 'ExpirationDateTime'),
  value('complementOfInformation', 'Name'),
  value('quantity', 'WriteOff/QuantityQuantity'),
  value('measurementUnitAndQualifier', 'WriteOff/QuantityQuantity/@unitCode', undefined, UNIT_WITH_QUALIFIER),
  value('amount', 'WriteOff/AmountAmount'),
  value('currency', 'WriteOff/AmountAmount/@currencyID'),
];

const REFERENCE: readonly TranspositionRow[] = [
  value('sequenceNumber', 'SequenceNumeric'),
  split('type', ['CategoryCode', 'TypeCode'], DOCUMENT_CODE),
  value('referenceNumber', 'ID'),
];

const PREVIOUS: readonly TranspositionRow[] = [...REFERENCE, value('goodsItemNumber', 'LineNumeric')];

const TRANSPORT: readonly TranspositionRow[] = [
  value('sequenceNumber', 'SequenceNumeric'),
  value('type', 'TypeCode'),
  value('referenceNumber', 'ID'),
];

const INFORMATION: readonly TranspositionRow[] = [
  value('sequenceNumber', 'SequenceNumeric'),
  value('code', 'StatementCode'),
  value('text', 'StatementDescription'),
];

const entries = (from: string, to: string, rows: readonly TranspositionRow[]): readonly TranspositionRow[] => [
  group(from, `${to}+`),
  ...within(from, to, rows),
];

/** Where documents and statements of a level stand, previous documents, and transport documents; "" is Declaration. */
export interface DocumentPlaces {
  readonly documents: string;
  readonly previous: string;
  readonly transport: string;
}

/** Documents and statements at one level. */
export function documents(from: string, to: DocumentPlaces): readonly TranspositionRow[] {
  const at = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);
  return [
    ...entries(at(from, 'PreviousDocument'), at(to.previous, 'PreviousDocument'), PREVIOUS),
    ...entries(at(from, 'SupportingDocument'), at(to.documents, 'AdditionalDocument'), SUPPORTING),
    ...entries(at(from, 'AdditionalReference'), at(to.documents, 'AdditionalDocument'), REFERENCE),
    ...entries(at(from, 'AdditionalInformation'), at(to.documents, 'AdditionalInformation'), INFORMATION),
    ...transportDocuments(from, to.transport),
  ];
}

export function transportDocuments(from: string, to: string): readonly TranspositionRow[] {
  return entries(`${from}/TransportDocument`, `${to}/TransportContractDocument`, TRANSPORT);
}

const AUTHORISATION_CODES = [
  'AuthorisationHolder/CategoryCode',
  'AdditionalDocument/CategoryCode',
  'AdditionalDocument/TypeCode',
];

/** Authorisations of the declaration: who holds which, and each as a document. */
export const AUTHORISATIONS: readonly TranspositionRow[] = [
  group('Authorisation', ['AuthorisationHolder+', 'AdditionalDocument+']),
  unneeded('Authorisation/sequenceNumber', ORDER),
  split('Authorisation/type', AUTHORISATION_CODES, AUTHORISATION_CODE),
  value('Authorisation/referenceNumber', 'AdditionalDocument/ID'),
  value('Authorisation/holderOfAuthorisation', 'AuthorisationHolder/ID'),
];
