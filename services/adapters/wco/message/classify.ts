import { parseInstant } from '../../../risk/declaration/instant.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { childrenNamed, textAt, type XmlElement } from '../xml/element.ts';
import type { DeclarationMessage, NamedDeclaration, Notification, WcoMessage } from './message.ts';
import { notificationName } from './notification-names.ts';

const DECLARATION_NAMESPACE = /^(urn:wco:datamodel:WCO:.*)?$/;
/** How deep a MetaData may stand in the envelope of a gateway or message bus (SOAP included). */
const ENVELOPE_DEPTH = 6;

/** What the message holds. Throws TDW_XML_NOT_WCO or TDW_XML_NAMESPACE where it is nothing of this world. */
export function classify(root: XmlElement): readonly WcoMessage[] {
  const other = otherMessage(root);
  if (other !== undefined) return [other];
  const envelopes = metaDataIn(root, ENVELOPE_DEPTH);
  const receivedAt = receiptOf(root);
  const found = envelopes.flatMap((envelope) => messagesIn(envelope, receivedAt));
  if (found.length > 0) return found;
  throw notWco(root);
}

function otherMessage(root: XmlElement): WcoMessage | undefined {
  if (/^inventoryLinking/i.test(root.name)) return { kind: 'other', what: `inventory-linking ${movementCode(root)}`, declarations: [] };
  if (/^(query|retrieve|search)\w*Request$/i.test(root.name)) return { kind: 'other', what: `request for a report ${root.name}`, declarations: [] };
  if (/^(declaration|retrieve|query|search)\w*Response$/i.test(root.name)) return { kind: 'other', what: `retrieval report ${root.name}`, declarations: namedInReport(root) };
  if (/^\w+Declaration(Response|Result)$/.test(root.name)) return { kind: 'other', what: `gateway answer ${root.name}`, declarations: namedInReport(root) };
  return undefined;
}

function movementCode(root: XmlElement): string {
  const code = textAt(root, 'messageCode');
  return code !== undefined && /^\w{1,6}$/.test(code) ? code : root.name;
}

function metaDataIn(element: XmlElement, depth: number): readonly XmlElement[] {
  if (element.name === 'MetaData' || element.name === 'Declaration' || element.name === 'Response') return [element];
  return depth === 0 ? [] : element.children.flatMap((child) => metaDataIn(child, depth - 1));
}

function messagesIn(envelope: XmlElement, receivedAt: string | undefined): readonly WcoMessage[] {
  const parts = envelope.name === 'MetaData' ? envelope.children : [envelope];
  return parts.flatMap((part): readonly WcoMessage[] => {
    if (part.name === 'Response') return [notification(part)];
    if (part.name !== 'Declaration') return [];
    if (!DECLARATION_NAMESPACE.test(part.uri)) throw namespaceError(part);
    return [declaration(part, receivedAt)];
  });
}

function declaration(element: XmlElement, receivedAt: string | undefined): DeclarationMessage {
  const version = Number(textAt(element, 'VersionID') ?? Number.NaN);
  return {
    kind: kindOf(element),
    declaration: element,
    ...optional('mrn', textAt(element, 'ID')),
    ...optional('lrn', textAt(element, 'FunctionalReferenceID')),
    ...optional('declarant', declarantOf(element)),
    ...optional('receivedAt', receivedAt),
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
  };
}

const OF_FUNCTION = new Map<string, DeclarationMessage['kind']>([['1', 'cancellation'], ['4', 'amendment'], ['5', 'amendment'], ['9', 'lodgement'], ['13', 'amendment']]);
const OF_TYPE = new Map<string, DeclarationMessage['kind']>([['INV', 'cancellation'], ['COR', 'amendment'], ['GPN', 'amendment']]);

/**
 * FunctionCode is UN/EDIFACT 1225 (1 cancellation, 4 change, 5 replacement, 9 original, 13 request); the UK's service sends every later message as 13
 * and tells them apart by TypeCode: INV cancels, COR amends, GPN presents the goods (a change: place and time of arrival). Where none is stated the
 * TypeCode alone says it. Throws TDW_XML_FUNCTION_CODE for any other: what it asks for is not known, so it is no lodgement.
 */
function kindOf(element: XmlElement): DeclarationMessage['kind'] {
  const stated = textAt(element, 'FunctionCode');
  const byFunction = stated === undefined ? 'lodgement' : OF_FUNCTION.get(stated.replace(/^0+(?=\d)/, ''));
  if (byFunction === undefined) throw functionError(element);
  return byFunction === 'cancellation' ? byFunction : (OF_TYPE.get(textAt(element, 'TypeCode') ?? '') ?? byFunction);
}

function functionError(element: XmlElement): TidewaiterError {
  const [code] = childrenNamed(element, 'FunctionCode');
  const text = code?.text.trim() ?? '';
  const named = /^\w{1,10}$/.test(text) ? `"${text}"` : 'of more than a few letters';
  return new TidewaiterError('TDW_XML_FUNCTION_CODE', `The FunctionCode ${named} says neither lodgement, amendment nor cancellation.`, { place: { line: code?.line ?? element.line, element: 'Declaration/FunctionCode' } });
}

function declarantOf(element: XmlElement): string | undefined {
  return textAt(element, 'Declarant', 'ID') ?? textAt(element, 'Submitter', 'ID') ?? textAt(element, 'Exporter', 'ID') ?? textAt(element, 'GoodsShipment', 'Importer', 'ID') ?? textAt(element, 'Declarant', 'Name');
}

function notification(response: XmlElement): Notification {
  return { kind: 'notification', name: notificationName(textAt(response, 'FunctionCode')), response, declarations: childrenNamed(response, 'Declaration').map(named) };
}

function named(declaration: XmlElement): NamedDeclaration {
  const version = Number(textAt(declaration, 'VersionID') ?? Number.NaN);
  return {
    ...optional('mrn', textAt(declaration, 'ID') ?? textAt(declaration, 'MRN')),
    ...optional('lrn', textAt(declaration, 'FunctionalReferenceID') ?? textAt(declaration, 'LRN')),
    ...(Number.isInteger(version) && version > 0 ? { version } : {}),
  };
}

/** Reports name the declaration in a summary: MRN and LRN side by side. */
function namedInReport(element: XmlElement): readonly NamedDeclaration[] {
  const here = named(element);
  const found = here.mrn !== undefined && here.lrn !== undefined ? [here] : [];
  return [...found, ...element.children.flatMap(namedInReport)];
}

function receiptOf(root: XmlElement): string | undefined {
  const stated = textAt(root, 'requestCommon', 'receiptDate');
  return stated === undefined ? undefined : parseInstant(stated);
}

function notWco(root: XmlElement): TidewaiterError {
  if (/wco.*datamodel/i.test(root.uri) || /(MetaData|Declaration)$/.test(root.name)) return namespaceError(root);
  return new TidewaiterError('TDW_XML_NOT_WCO', `<${root.name}> is no message of the WCO Data Model.`, { place: { line: root.line, element: root.name } });
}

function namespaceError(element: XmlElement): TidewaiterError {
  return new TidewaiterError('TDW_XML_NAMESPACE', `<${element.name}> in namespace "${element.uri}" is no part of a WCO message.`, { place: { line: element.line, element: element.name } });
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}
