import { ORDER } from '../eucdm/document-rows.ts';
import {
  type Constants,
  group,
  type Reading,
  split,
  type TranspositionRow,
  unneeded,
  value,
  within,
} from '../xml/transposition-row.ts';
import { list, same } from './party-rows.ts';

const CATEGORY_AND_TYPE = /^[A-Za-z0-9]{4}$/;

/** "N380" has its category before the type; a shorter or longer code has none. */
const DOCUMENT_CODE: Reading = {
  words: 'of four characters the first is the category and the others are the type; any other code is the type',
  read: (text) => (CATEGORY_AND_TYPE.test(text) ? [text.slice(0, 1), text.slice(1)] : ['', text]),
};

const AUTHORISATION_CODE: Reading = {
  words: 'the whole; and as of any document',
  read: (text) => [text, ...(DOCUMENT_CODE.read(text) ?? [])],
};

const withAttribute =
  (attribute: string) =>
  (...names: readonly string[]): readonly TranspositionRow[] =>
    names.flatMap((name) => same(name, `${name}/@${attribute}`));

export const amounts = withAttribute('currencyID');
export const quantities = withAttribute('unitCode');
export const times = withAttribute('formatCode');

/** Certificates, licences, invoices and the like, with what is written off. */
const SUPPORTING: readonly TranspositionRow[] = [
  ...same('SequenceNumeric', 'ID', 'Name', 'LPCOExemptionCode'),
  split('TypeCode', ['CategoryCode', 'TypeCode'], DOCUMENT_CODE),
  ...times('IssueDateTime', 'EffectiveDateTime', 'ExpirationDateTime'),
  value('IssuingAuthorityName', 'Submitter/Name'),
  ...within('WriteOff', 'WriteOff', [...quantities('QuantityQuantity'), ...amounts('AmountAmount')]),
];

const REFERENCE: readonly TranspositionRow[] = [
  ...same('SequenceNumeric', 'ID'),
  split('TypeCode', ['CategoryCode', 'TypeCode'], DOCUMENT_CODE),
];

/** As the UK's form has them, category and type apart. */
const ADDITIONAL: readonly TranspositionRow[] = [
  ...same('SequenceNumeric', 'CategoryCode', 'TypeCode', 'ID', 'Name', 'LPCOExemptionCode'),
  ...same('Submitter/Name', 'Submitter/RoleCode'),
  ...times('IssueDateTime', 'EffectiveDateTime', 'ExpirationDateTime'),
  ...within('WriteOff', 'WriteOff', [...quantities('QuantityQuantity'), ...amounts('AmountAmount')]),
];

const PREVIOUS: readonly TranspositionRow[] = [
  ...same('SequenceNumeric', 'CategoryCode', 'ID', 'LineNumeric'),
  split('TypeCode', ['CategoryCode', 'TypeCode'], DOCUMENT_CODE),
];

const TRANSPORT: readonly TranspositionRow[] = [
  ...same('SequenceNumeric', 'ID', 'TypeCode'),
  value('Type', 'TypeCode'),
];

const INFORMATION: readonly TranspositionRow[] = [
  ...same('SequenceNumeric', 'StatementCode', 'StatementDescription', 'StatementTypeCode'),
  ...times('LimitDateTime'),
];

/** Where the documents of one level stand; "" is Declaration. */
export interface DocumentPlaces {
  readonly documents: string;
  readonly previous: string;
  readonly transport: string;
}

const at = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);

/** Documents and statements at one level. */
export function documents(from: string, to: DocumentPlaces): readonly TranspositionRow[] {
  return [
    ...list(at(from, 'SupportingDocument'), at(to.documents, 'AdditionalDocument'), SUPPORTING),
    ...list(at(from, 'AdditionalReference'), at(to.documents, 'AdditionalDocument'), REFERENCE),
    ...list(at(from, 'PreviousDocument'), at(to.previous, 'PreviousDocument'), PREVIOUS),
    ...list(at(from, 'AdditionalInformation'), at(to.documents, 'AdditionalInformation'), INFORMATION),
    ...transportDocuments(from, to.transport),
    ...authorisations(at(from, 'Authorisation'), at(to.documents, 'AdditionalDocument')),
  ];
}

/** In the UK's form. @param constants of those that state no type */
export function additionalDocuments(from: string, to: string, constants: Constants = {}): readonly TranspositionRow[] {
  return [group(from, `${to}+`, constants), ...within(from, to, ADDITIONAL)];
}

export function transportDocuments(from: string, to: string): readonly TranspositionRow[] {
  const place = at(to, 'TransportContractDocument');
  return ['TransportDocument', 'TransportContractDocument'].flatMap((name) => list(at(from, name), place, TRANSPORT));
}

/** Who holds which, and each as a document. The holder stands in an element of its own or as its text. */
function authorisations(from: string, documents: string): readonly TranspositionRow[] {
  const code = ['AuthorisationHolder/CategoryCode', `${documents}/CategoryCode`, `${documents}/TypeCode`];
  return [
    group(from, ['AuthorisationHolder+', `${documents}+`]),
    unneeded(`${from}/SequenceNumeric`, ORDER),
    split(`${from}/TypeCode`, code, AUTHORISATION_CODE),
    split(`${from}/Type`, code, AUTHORISATION_CODE),
    value(`${from}/ID`, `${documents}/ID`),
    value(`${from}/AuthorisationHolder`, 'AuthorisationHolder/ID'),
    value(`${from}/AuthorisationHolder/ID`, 'AuthorisationHolder/ID'),
  ];
}
