import type { CustomsMessage, DeclarationMessage, Lifecycle, Notification, NotificationMeaning, RequestStanding } from '../../intake/message.ts';
import type { RequestMessage } from '../../risk/declaration/declaration-event.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
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
  readonly lodgement: string;
  readonly amendment: string;
  readonly cancellation: string;
  readonly answers: ReadonlyMap<string, EuMeaning>;
  /** Where the declarant is named, in this order of preference. */
  readonly declarant: readonly (readonly string[])[];
  readonly declarations: Transposer;
  /** Of requests to cancel, and of answers. */
  readonly notices: Transposer;
}

const PREPARED: readonly string[] = ['preparationDateAndTime'];
/** The editions before: their elements have other names. */
const EARLIER = /^CC[0-9]{3}[AB]$/;

/** A family of messages of the EU's customs systems, in whatever envelope. */
export function euDialect(family: EuFamily): XmlDialect {
  const names = new Set([family.lodgement, family.amendment, family.cancellation, ...family.answers.keys()]);
  const earlier = new Set([family.lodgement, family.amendment, family.cancellation].map((name) => name.slice(0, 5)));
  const isKnown = (name: string): boolean => names.has(name) || (EARLIER.test(name) && earlier.has(name.slice(0, 5)));
  return {
    format: family.format,
    messagesIn: (root) => {
      const found = messagesNamed(root, isKnown);
      return found.length === 0 ? undefined : found.map((message) => read(message, family));
    },
  };
}

function read(message: XmlElement, family: EuFamily): CustomsMessage {
  const answer = family.answers.get(message.name);
  if (answer !== undefined) return notification(message, answer, family);
  if (EARLIER.test(message.name)) throw earlierEdition(message, family);
  const kind = message.name === family.lodgement ? 'lodgement' : message.name === family.amendment ? 'replacement' : 'cancellation';
  return declaration(kind, message, family);
}

function declaration(kind: DeclarationMessage['kind'], message: XmlElement, family: EuFamily): DeclarationMessage {
  const declarant = firstText(message, ...family.declarant);
  const receivedAt = timeOf(message, PREPARED);
  const cause = kind === 'cancellation' ? firstText(message, ['Invalidation', 'justification'], ['Invalidation', 'invalidationReason']) : undefined;
  const transposer = kind === 'cancellation' ? family.notices : family.declarations;
  return {
    kind, ...referencesOf(message), request: requestOf(kind, message), document: new TransposedDocument(message, transposer),
    ...(declarant === undefined ? {} : { declarant }), ...(receivedAt === undefined ? {} : { receivedAt }), ...(cause === undefined ? {} : { cause }),
  };
}

/** In the words of the UK's service: 13 is a request, COR to amend, INV to cancel. The message's own reference is its identification. */
function requestOf(kind: DeclarationMessage['kind'], message: XmlElement): RequestMessage {
  const own = textAt(message, 'messageIdentification');
  return { ...(kind === 'lodgement' ? {} : { functionCode: '13', typeCode: kind === 'cancellation' ? 'INV' : 'COR' }), ...(own === undefined ? {} : { functionalReferenceId: own }) };
}

function notification(message: XmlElement, answer: EuMeaning, family: EuFamily): Notification {
  const { meaning, position } = meaningOf(message, answer, family);
  const own = textAt(message, 'messageIdentification');
  return {
    kind: 'notification', name: message.name, meaning, ...(position === undefined ? {} : { position }), declarations: [referencesOf(message)],
    request: own === undefined ? {} : { functionalReferenceId: own },
    lifecycle: () => lifecycleOf(message, family),
  };
}

function meaningOf(message: XmlElement, answer: EuMeaning, family: EuFamily): { readonly meaning: NotificationMeaning; readonly position?: RequestStanding } {
  switch (answer) {
    case 'invalidationDecision':
      return textAt(message, 'Invalidation', 'decision') === '1' ? { meaning: 'invalidation' } : { meaning: 'requestPosition', position: 'refused' };
    case 'rejection':
      return isOf(family.lodgement, rejectedMessage(message)) ? { meaning: 'rejection' } : { meaning: 'requestPosition', position: 'refused' };
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

function lifecycleOf(message: XmlElement, { notices }: EuFamily): Lifecycle {
  const cause = firstText(message, ['ExitControlResult', 'code'], ['Invalidation', 'justification']);
  const occurredAt = timeOf(message, ['ExitControlResult', 'exitDate'], ['Invalidation', 'decisionDateAndTime'], PREPARED);
  return { content: new TransposedDocument(message, notices).content(), ...(cause === undefined ? {} : { cause }), ...(occurredAt === undefined ? {} : { occurredAt }) };
}

function earlierEdition({ name, line }: XmlElement, { format }: EuFamily): TidewaiterError {
  return new TidewaiterError('TDW_XML_NOT_WCO', `<${name}> is of an earlier edition that is not read; what is: ${format}.`, { place: { line, element: name } });
}
