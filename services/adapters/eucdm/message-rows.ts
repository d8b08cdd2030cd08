import { unneeded, value, type TranspositionRow } from '../xml/transposition-row.ts';

const ENVELOPE = 'The message system\'s own: who sent which message to whom.';

/** What every message says of itself. */
export const MESSAGE: readonly TranspositionRow[] = [
  unneeded('@PhaseID', 'Names the edition of the specification.'),
  unneeded('messageSender', ENVELOPE),
  unneeded('messageRecipient', ENVELOPE),
  value('preparationDateAndTime', 'IssueDateTime'),
  unneeded('messageIdentification', 'The message\'s own reference; it stands in `message` where the message is a request.'),
  unneeded('messageType', 'Its name, which the root has too.'),
  unneeded('correlationIdentifier', ENVELOPE),
];
