import type { Lifecycle, Notification, NotificationMeaning, RequestStanding } from '../../intake/message.ts';
import { timeAt } from '../wco/message/lifecycle-content.ts';
import { optional } from '../wco/message/named-declaration.ts';
import { TransposedDocument } from '../wco/message/transposed-document.ts';
import { at, childrenNamed, textAt, type XmlElement } from '../xml/element.ts';
import { Transposer } from '../xml/transposition.ts';
import { type TranspositionRow, unneeded, value, within } from '../xml/transposition-row.ts';
import { referencesOf } from './dms-message.ts';
import { times } from './document-rows.ts';
import { party, same } from './party-rows.ts';

const STATEMENT = same('StatementCode', 'StatementTypeCode', 'StatementDescription');

const NOTICE_ROWS: readonly TranspositionRow[] = [
  unneeded('NotificationEventType', 'What happened, which the event says.'),
  unneeded('NotificationSID', "The notification's own number."),
  unneeded('NotificationCreatedDate', 'When it was written.'),
  ...times('IssueDateTime'),
  ...within('Declaration', '', [
    value('MRN', 'ID'),
    value('LRN', 'FunctionalReferenceID'),
    value('CustomsOfficeOfExport', 'DeclarationOfficeID'),
    ...same('VersionID'),
    ...times('AcceptanceDateTime'),
    ...['Exporter', 'Declarant', 'Agent'].flatMap((name) => party(name)),
  ]),
  ...within('AdditionalInformation', 'AdditionalInformation', STATEMENT),
];

const TRANSPOSER = new Transposer({ rows: NOTICE_ROWS });

/** By the last three letters of the event's name: "DMSREJ". Any other changes nothing. */
const MEANINGS: ReadonlyMap<string, NotificationMeaning> = new Map(
  Object.entries({
    REJ: 'rejection',
    INV: 'invalidation',
    REQ: 'requestPosition',
    EOG: 'exit',
  } satisfies Record<string, NotificationMeaning>),
);

/** What is decided on a request; any other text leaves it open. */
const POSITIONS: ReadonlyMap<string, RequestStanding> = new Map([
  ['GRANTED', 'granted'],
  ['NOT_GRANTED', 'refused'],
  ['REJECTED', 'refused'],
  ['REFUSED', 'refused'],
]);

/** What the system notifies traders of, alone or as a list. */
export function danishNotificationsIn(root: XmlElement): readonly Notification[] {
  return notificationsIn(root)
    .filter((one) => at(one, 'NotificationEventType') !== undefined)
    .map(notification);
}

function notificationsIn(root: XmlElement): readonly XmlElement[] {
  if (root.name === 'Notification') return [root];
  const lists = root.name === 'NotificationResult' ? childrenNamed(root, 'Notifications') : [];
  return lists.flatMap((list) => childrenNamed(list, 'Notification'));
}

function notification(element: XmlElement): Notification {
  const type = textAt(element, 'NotificationEventType') ?? '';
  const meaning = MEANINGS.get(type.slice(-3).toUpperCase()) ?? 'none';
  const declaration = at(element, 'Declaration');
  return {
    kind: 'notification',
    name: /^\w{1,20}$/.test(type) ? type : 'without a known type',
    meaning,
    ...optional('position', meaning === 'requestPosition' ? positionOf(element) : undefined),
    declarations: declaration === undefined ? [] : [referencesOf(declaration)],
    request: optional('functionalReferenceId', textAt(element, 'NotificationSID')),
    lifecycle: () => lifecycleOf(element),
  };
}

function positionOf(element: XmlElement): RequestStanding {
  return POSITIONS.get(textAt(element, 'CustomsPosition')?.toUpperCase() ?? '') ?? 'open';
}

function lifecycleOf(element: XmlElement): Lifecycle {
  const code = textAt(element, 'AdditionalInformation', 'StatementCode');
  const description = textAt(element, 'AdditionalInformation', 'StatementDescription');
  const occurredAt =
    timeAt(element, 'Declaration', 'CancellationDateTime') ??
    timeAt(element, 'IssueDateTime') ??
    timeAt(element, 'NotificationCreatedDate');
  const content = new TransposedDocument(element, TRANSPOSER, 'DMS-DK').content();
  return { content, ...optional('cause', code ?? description), ...optional('occurredAt', occurredAt) };
}
