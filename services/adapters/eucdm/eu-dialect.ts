import type {
  CustomsMessage,
  DeclarationMessage,
  Lifecycle,
  Notification,
  NotificationMeaning,
  RequestStanding,
} from '../../intake/message.ts';
import type { RequestMessage } from '../../risk/declaration/declaration-event.ts';
import type { SourceFormat } from '../../risk/declaration/source-format.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { optional } from '../wco/message/named-declaration.ts';
import { TransposedDocument } from '../wco/message/transposed-document.ts';
import { textAt, type XmlElement } from '../xml/element.ts';
import type { Transposer } from '../xml/transposition.ts';
import type { XmlDialect } from '../xml/xml-dialect.ts';
import { firstText, messagesNamed, referencesOf, rejectedMessage, timeOf } from './eu-message.ts';

/** What an answer of the authority means; a decision or rejection says more in the message itself. */
export type EuMeaning = Exclude<NotificationMeaning, 'requestPosition'> | 'invalidationDecision';

/** One family of messages: those of export, or of transit. */
export interface EuFamily {
  readonly format: string;
  /** The same for machines, in events. */
  readonly source: SourceFormat;
  readonly lodgement: string;
  readonly amendment: string;
  readonly cancellation: string;
  readonly answers: ReadonlyMap<string, EuMeaning>;
  /** Where the declarant's identifier stands. */
  readonly declarant: readonly (readonly string[])[];
  /** Who filed it where no declarant is identified, in this order of preference: part of a declaration's identity, and no proof of whose it is. */
  readonly filer: readonly (readonly string[])[];
  readonly declarations: Transposer;
  /** Of requests to cancel, and of answers. */
  readonly notices: Transposer;
}

const PREPARED = ['preparationDateAndTime'];
const DECIDED = ['Invalidation', 'decisionDateAndTime'];
const LEFT = ['ExitControlResult', 'exitDate'];
/** Why a declaration is to be invalidated, in either edition's word. */
const REASONS = [
  ['Invalidation', 'justification'],
  ['Invalidation', 'invalidationReason'],
];
/** The editions before: their elements have other names. */
const EARLIER = ['A', 'B'];

/** A family of messages of the EU's customs systems, in whatever envelope. */
export function euDialect(family: EuFamily): XmlDialect {
  const declared = [family.lodgement, family.amendment, family.cancellation];
  const earlier = declared.flatMap((name) => EARLIER.map((edition) => `${name.slice(0, -1)}${edition}`));
  const names = new Set([...declared, ...earlier, ...family.answers.keys()]);
  return {
    format: family.format,
    messagesIn: (root) => {
      const found = messagesNamed(root, names);
      return found.length === 0 ? undefined : found.map((message) => read(message, family));
    },
  };
}

function read(message: XmlElement, family: EuFamily): CustomsMessage {
  const answer = family.answers.get(message.name);
  if (answer !== undefined) return notification(message, answer, family);
  if (EARLIER.includes(message.name.slice(-1))) throw earlierEdition(message, family);
  if (message.name === family.lodgement) return declaration('lodgement', message, family);
  return declaration(message.name === family.amendment ? 'replacement' : 'cancellation', message, family);
}

function declaration(kind: DeclarationMessage['kind'], message: XmlElement, family: EuFamily): DeclarationMessage {
  const receivedAt = timeOf(message, PREPARED);
  const cause = kind === 'cancellation' ? firstText(message, ...REASONS) : undefined;
  return {
    kind,
    ...referencesOf(message),
    ...optional('declarant', firstText(message, ...family.declarant)),
    ...optional('filer', firstText(message, ...family.filer)),
    ...optional('receivedAt', receivedAt),
    ...optional('cause', cause),
    request: requestOf(kind, message),
    document: new TransposedDocument(
      message,
      kind === 'cancellation' ? family.notices : family.declarations,
      family.source,
    ),
  };
}

/**
 * In the words of the UK's service: 13 is a request, COR to amend, INV to cancel. The message's own reference is its
 * identification.
 */
function requestOf(kind: DeclarationMessage['kind'], message: XmlElement): RequestMessage {
  const own = textAt(message, 'messageIdentification');
  const asks = kind === 'lodgement' ? {} : { functionCode: '13', typeCode: kind === 'cancellation' ? 'INV' : 'COR' };
  return { ...asks, ...optional('functionalReferenceId', own) };
}

function notification(message: XmlElement, answer: EuMeaning, family: EuFamily): Notification {
  const { meaning, position } = meaningOf(message, answer, family);
  const own = textAt(message, 'messageIdentification');
  return {
    kind: 'notification',
    name: message.name,
    meaning,
    ...optional('position', position),
    declarations: [referencesOf(message)],
    request: optional('functionalReferenceId', own),
    lifecycle: () => lifecycleOf(message, family),
  };
}

interface Meaning {
  readonly meaning: NotificationMeaning;
  readonly position?: RequestStanding;
}

const REFUSED: Meaning = { meaning: 'requestPosition', position: 'refused' };

function meaningOf(message: XmlElement, answer: EuMeaning, family: EuFamily): Meaning {
  switch (answer) {
    case 'invalidationDecision':
      return textAt(message, 'Invalidation', 'decision') === '1' ? { meaning: 'invalidation' } : REFUSED;
    case 'rejection':
      return isOf(family.lodgement, rejectedMessage(message)) ? { meaning: 'rejection' } : REFUSED;
    case 'exit':
      return { meaning: NOT_LEFT.has(textAt(message, 'ExitControlResult', 'code') ?? '') ? 'none' : 'exit' };
    case 'none':
    case 'amendmentAccepted':
    case 'invalidation':
      return { meaning: answer };
  }
}

/** Results of the control at exit with which goods do not leave. */
const NOT_LEFT: ReadonlySet<string> = new Set(['B1']);

/** A rejection that does not say what it rejects may be that of the declaration. */
function isOf(lodgement: string, rejected: string | undefined): boolean {
  return rejected === undefined || rejected === lodgement.slice(2, 5);
}

function lifecycleOf(message: XmlElement, { notices, source }: EuFamily): Lifecycle {
  const cause = firstText(message, ['ExitControlResult', 'code'], ['Invalidation', 'justification']);
  const occurredAt = timeOf(message, LEFT, DECIDED, PREPARED);
  const content = new TransposedDocument(message, notices, source).content();
  return { content, ...optional('cause', cause), ...optional('occurredAt', occurredAt) };
}

function earlierEdition({ name, line }: XmlElement, { format }: EuFamily): TidewaiterError {
  const what = `<${name}> is of an earlier edition that is not read; what is: ${format}.`;
  return new TidewaiterError('TDW_XML_NOT_WCO', what, { location: { line, element: name } });
}
