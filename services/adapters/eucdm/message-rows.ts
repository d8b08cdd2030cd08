import { type TranspositionRow, unneeded, value } from '../xml/transposition-row.ts';

const ENVELOPE = "The message system's own: who sent which message to whom.";

/** What every message says of itself. */
export const MESSAGE: readonly TranspositionRow[] = [
  unneeded('@PhaseID', 'Names the edition of the specification.'),
  unneeded('messageSender', ENVELOPE),
  unneeded('messageRecipient', ENVELOPE),
  value('preparationDateAndTime', 'IssueDateTime'),
  unneeded('messageIdentification', "The message's own reference; that of a request stands in `message`."),
  unneeded('messageType', 'Its name, which the root has too.'),
  unneeded('correlationIdentifier', ENVELOPE),
];
