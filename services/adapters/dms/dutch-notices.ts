import type { Lifecycle, Notification, NotificationMeaning } from '../../intake/message.ts';
import type { InstantOrDay } from '../../risk/declaration/instant.ts';
import { timeAt } from '../wco/message/lifecycle-content.ts';
import { optional } from '../wco/message/named-declaration.ts';
import { TransposedDocument } from '../wco/message/transposed-document.ts';
import { childrenNamed, textAt, type XmlElement } from '../xml/element.ts';
import { Transposer } from '../xml/transposition.ts';
import { type TranspositionRow, unneeded, within } from '../xml/transposition-row.ts';
import { referencesOf } from './dms-message.ts';
import { DMS_ROWS } from './dms-rows.ts';
import { list, same } from './party-rows.ts';

const STATEMENT = same('SequenceNumeric', 'StatementCode', 'StatementDescription', 'StatementTypeCode');

const NOTICE_ROWS: readonly TranspositionRow[] = [
  ...within('Declaration', '', DMS_ROWS),
  ...list('AdditionalInformation', 'AdditionalInformation', STATEMENT),
  unneeded('Status', 'When it happened, which the event says, and how the declaration stands after it.'),
];

const TRANSPOSER = new Transposer({ rows: NOTICE_ROWS });

/** Answers to traders, by the message's name without its last letter. Any other changes nothing. */
const MEANINGS: ReadonlyMap<string, NotificationMeaning> = new Map(
  Object.entries({
    CC404: 'amendmentAccepted',
    CC504: 'amendmentAccepted',
    CC410: 'invalidation',
    CC509: 'invalidation',
    CC456: 'rejection',
    CC556: 'rejection',
    CC599: 'exit',
  } satisfies Record<string, NotificationMeaning>),
);

/** A result of the control at exit with which goods do not leave. */
const NOT_LEFT = 'B1';

/** @param code "CC599C" @param preparedAt when the message was written */
export function dutchNotification(response: XmlElement, code?: string, preparedAt?: InstantOrDay): Notification {
  return {
    kind: 'notification',
    name: code ?? 'without type code',
    meaning: meaningOf(response, code),
    declarations: childrenNamed(response, 'Declaration').map(referencesOf),
    request: {},
    lifecycle: () => lifecycleOf(response, preparedAt),
  };
}

function meaningOf(response: XmlElement, code: string | undefined): NotificationMeaning {
  const meaning = MEANINGS.get(code?.slice(0, 5) ?? '') ?? 'none';
  return meaning === 'exit' && exitResultOf(response) === NOT_LEFT ? 'none' : meaning;
}

function lifecycleOf(response: XmlElement, preparedAt: InstantOrDay | undefined): Lifecycle {
  const cause =
    exitResultOf(response) ??
    textAt(response, 'AdditionalInformation', 'StatementDescription') ??
    textAt(response, 'AdditionalInformation', 'StatementCode');
  const occurredAt =
    timeAt(response, 'Control', 'ControlResult', 'ExitDateTime') ??
    timeAt(response, 'Status', 'EffectiveDateTime') ??
    preparedAt;
  const content = new TransposedDocument(response, TRANSPOSER, 'DMS-NL').content();
  return { content, ...optional('cause', cause), ...optional('occurredAt', occurredAt) };
}

function exitResultOf(response: XmlElement): string | undefined {
  return textAt(response, 'Control', 'ControlResult', 'ID');
}
