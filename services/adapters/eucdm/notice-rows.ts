import { type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';
import { MESSAGE } from './message-rows.ts';
import { party, representative } from './party-rows.ts';

/** Where the offices of a family stand. */
export interface Offices {
  readonly [element: string]: string;
}

/**
 * A request to cancel, or an answer of the authority: the declaration that it is about, its offices and parties, what
 * is said of it.
 */
export function noticeRows(operation: string, offices: Offices, declarant: string): readonly TranspositionRow[] {
  return [
    ...MESSAGE,
    ...within(operation, '', [value('LRN', 'FunctionalReferenceID'), value('MRN', 'ID')]),
    ...Object.entries(offices).map(([office, to]) => value(`${office}/referenceNumber`, to)),
    ...party(declarant, 'Declarant'),
    ...representative('Representative', 'Agent'),
    unneeded('Invalidation/initiatedByCustoms', 'The trader asks.', (text) => text === '0'),
    value('Invalidation/justification', 'AdditionalInformation+/StatementDescription'),
    value('Invalidation/invalidationReason', 'AdditionalInformation+/StatementDescription'),
    value('ExitControlResult/code', 'AdditionalInformation+/StatementCode'),
  ];
}
