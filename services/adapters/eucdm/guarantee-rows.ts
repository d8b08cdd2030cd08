import { group, parted, type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';
import { ORDER } from './document-rows.ts';

const REFERENCE: readonly TranspositionRow[] = [
  unneeded('sequenceNumber', ORDER),
  value('GRN', 'ReferenceID'),
  value('accessCode', 'AccessCode'),
  value('amountToBeCovered', 'AmountAmount'),
  value('currency', 'AmountAmount/@currencyID'),
  value('CustomsOfficeOfGuarantee/referenceNumber', 'GuaranteeOffice/ID'),
];

/** Each reference of a guarantee is a guarantee of its own, with the type of the whole. */
export const GUARANTEES: readonly TranspositionRow[] = [
  parted('Guarantee', 'ObligationGuarantee'),
  unneeded('Guarantee/sequenceNumber', ORDER),
  value('Guarantee/guaranteeType', 'ObligationGuarantee/SecurityDetailsCode'),
  value('Guarantee/otherGuaranteeReference', 'ObligationGuarantee/ID'),
  group('Guarantee/GuaranteeReference', 'ObligationGuarantee+'),
  ...within('Guarantee/GuaranteeReference', 'ObligationGuarantee', REFERENCE),
];
