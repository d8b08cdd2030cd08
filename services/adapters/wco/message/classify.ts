import type { CustomsMessage, DeclarationMessage, Notification } from '../../../intake/message.ts';
import { type InstantOrDay, parseTime } from '../../../risk/declaration/instant.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { at, childrenNamed, textAt, type XmlElement } from '../../xml/element.ts';
import { lifecycleOf, timeAt } from './lifecycle-content.ts';
import { named, optional, versionOf } from './named-declaration.ts';
import { meaningOf, notificationName, positionOf } from './notification-names.ts';
import { otherMessage } from './other-message.ts';
import { cancellationCause, requestOf } from './request-message.ts';
import { refuseRepeated } from './stands-once.ts';
import { WcoDocument } from './wco-document.ts';

/** Authorities publish their editions under their own country: "urn:wco:datamodel:TW:…". */
const WCO_NAMESPACE = /^(urn:wco:datamodel:[A-Za-z]+:.*)?$/;
/** How deep a MetaData may stand in the envelope of a gateway or message bus (SOAP included). */
const ENVELOPE_DEPTH = 6;

/** What the message holds. Throws TDW_XML_NOT_WCO or TDW_XML_NAMESPACE where it is nothing of this world. */
export function classify(root: XmlElement): readonly CustomsMessage[] {
  const payload = payloadOf(root);
  const other = otherMessage(payload);
  if (other !== undefined) return [other];
  const envelopes = metaDataIn(root, ENVELOPE_DEPTH);
  const receivedAt = receiptOf(payload);
  const found = envelopes.flatMap((envelope) => messagesIn(envelope, receivedAt));
  if (found.length > 0) return found;
  throw notWco(payload);
}

/** What a SOAP envelope carries; any other root itself. */
function payloadOf(root: XmlElement): XmlElement {
  return root.name === 'Envelope' ? (at(root, 'Body')?.children[0] ?? root) : root;
}

function metaDataIn(element: XmlElement, depth: number): readonly XmlElement[] {
  if (
    element.name === 'MetaData' ||
    element.name === 'Declaration' ||
    (element.name === 'Response' && WCO_NAMESPACE.test(element.uri))
  )
    return [element];
  return depth === 0 ? [] : element.children.flatMap((child) => metaDataIn(child, depth - 1));
}

function messagesIn(envelope: XmlElement, receivedAt: InstantOrDay | undefined): readonly CustomsMessage[] {
  const parts = envelope.name === 'MetaData' ? envelope.children : [envelope];
  return parts.flatMap((part): readonly CustomsMessage[] => {
    if (part.name === 'Response') return perDeclaration(part).map(notification);
    if (part.name !== 'Declaration') return [];
    if (!WCO_NAMESPACE.test(part.uri)) throw namespaceError(part);
    return [declaration(part, receivedAt)];
  });
}

function declaration(element: XmlElement, receivedAt: InstantOrDay | undefined): DeclarationMessage {
  refuseRepeated(element);
  const kind = kindOf(element);
  return {
    kind,
    document: new WcoDocument(element),
    request: requestOf(element),
    ...optional('mrn', textAt(element, 'ID')),
    ...optional('lrn', textAt(element, 'FunctionalReferenceID')),
    ...optional('declarant', textAt(element, 'Declarant', 'ID')),
    ...optional('filer', filerOf(element)),
    ...optional('receivedAt', receivedAt ?? timeAt(element, 'IssueDateTime')),
    ...optional('cause', kind === 'cancellation' ? cancellationCause(element) : undefined),
    ...optional('version', versionOf(element)),
  };
}

const OF_FUNCTION = new Map<string, DeclarationMessage['kind']>([
  ['1', 'cancellation'],
  ['4', 'amendment'],
  ['5', 'replacement'],
  ['9', 'lodgement'],
  ['13', 'amendment'],
  ['14', 'amendment'],
]);
const OF_TYPE = new Map<string, DeclarationMessage['kind']>([
  ['INV', 'cancellation'],
  ['COR', 'amendment'],
  ['GPN', 'amendment'],
]);

/**
 * FunctionCode is UN/EDIFACT 1225 (1 cancellation, 4 change, 5 replacement, 9 original, 13 request, 14 notification); the UK's service sends every later
 * message as 13 or 14 and tells them apart by TypeCode: INV cancels, COR amends, GPN presents the goods (a change: place and time of arrival). Where none
 * is stated the TypeCode alone says it. A replacement with pointers is a change set after all. Throws TDW_XML_FUNCTION_CODE for any other: what it asks for is not known, so it is no lodgement.
 */
function kindOf(element: XmlElement): DeclarationMessage['kind'] {
  const stated = textAt(element, 'FunctionCode');
  const byFunction = stated === undefined ? 'lodgement' : OF_FUNCTION.get(stated.replace(/^0+(?=\d)/, ''));
  if (byFunction === undefined) throw functionError(element);
  if (byFunction === 'cancellation') return byFunction;
  const byType = OF_TYPE.get(textAt(element, 'TypeCode')?.toUpperCase() ?? '');
  return (
    byType ??
    (byFunction === 'replacement' && childrenNamed(element, 'Amendment').length > 0 ? 'amendment' : byFunction)
  );
}

function functionError(element: XmlElement): TidewaiterError {
  const [code] = childrenNamed(element, 'FunctionCode');
  const text = code?.text.trim() ?? '';
  const named = /^\w{1,10}$/.test(text) ? `"${text}"` : 'of more than a few letters';
  return new TidewaiterError(
    'TDW_XML_FUNCTION_CODE',
    `The FunctionCode ${named} says neither lodgement, amendment nor cancellation.`,
    { location: { line: code?.line ?? element.line, element: 'Declaration/FunctionCode' } },
  );
}

function filerOf(element: XmlElement): string | undefined {
  return (
    textAt(element, 'Submitter', 'ID') ??
    textAt(element, 'Exporter', 'ID') ??
    textAt(element, 'GoodsShipment', 'Importer', 'ID') ??
    textAt(element, 'Declarant', 'Name')
  );
}

/** An exit or invalidation of several declarations is one of each; any other notification is passed over, so it stays one. */
function perDeclaration(response: XmlElement): readonly XmlElement[] {
  const named = childrenNamed(response, 'Declaration');
  const meaning = meaningOf(textAt(response, 'FunctionCode'));
  if (named.length < 2 || (meaning !== 'exit' && meaning !== 'invalidation')) return [response];
  const ofAll = response.children.filter((child) => child.name !== 'Declaration');
  return named.map((one) => ({ ...response, children: [...ofAll, one] }));
}

function notification(response: XmlElement): Notification {
  const code = textAt(response, 'FunctionCode');
  const meaning = meaningOf(code);
  const statuses = childrenNamed(response, 'Status').flatMap((status) => textAt(status, 'NameCode') ?? []);
  return {
    kind: 'notification',
    name: notificationName(code),
    meaning,
    ...optional('position', meaning === 'requestPosition' ? positionOf(statuses) : undefined),
    declarations: childrenNamed(response, 'Declaration').map((one) => ({
      ...optional('declarant', textAt(response, 'Declarant', 'ID')),
      ...named(one),
    })),
    request: requestOf(response),
    lifecycle: () => lifecycleOf(response),
  };
}

function receiptOf(root: XmlElement): InstantOrDay | undefined {
  const stated = textAt(root, 'requestCommon', 'receiptDate');
  return stated === undefined ? undefined : parseTime(stated);
}

function notWco(root: XmlElement): TidewaiterError {
  const isKnown = WCO_NAMESPACE.test(root.uri);
  if (!isKnown && (/wco.*datamodel/i.test(root.uri) || /(MetaData|Declaration)$/.test(root.name)))
    return namespaceError(root);
  if (isKnown && /^\w+MetaData$/.test(root.name)) return namespaceError(root);
  return new TidewaiterError(
    'TDW_XML_NOT_WCO',
    `<${root.name}> holds neither a Declaration nor a Response of the WCO Data Model.`,
    { location: { line: root.line, element: root.name } },
  );
}

function namespaceError(element: XmlElement): TidewaiterError {
  return new TidewaiterError(
    'TDW_XML_NAMESPACE',
    `<${element.name}> in namespace "${element.uri}" is no part of a WCO message.`,
    { location: { line: element.line, element: element.name } },
  );
}
