import type { NamedDeclaration } from '../../intake/message.ts';
import { type InstantOrDay, parseTime } from '../../risk/declaration/instant.ts';
import { at, childrenNamed, textAt, type XmlElement } from '../xml/element.ts';

type Names = ReadonlySet<string>;

/** What is of the WCO Data Model itself holds no message of another format. */
const WCO = 'urn:wco:datamodel:';
/** How deep a message may stand in the envelope of a gateway or message bus (SOAP included). */
const ENVELOPE_DEPTH = 6;

/** The outermost elements that have one of the names. */
export function messagesNamed(element: XmlElement, names: Names, depth = ENVELOPE_DEPTH): readonly XmlElement[] {
  if (names.has(element.name)) return [flat(element)];
  if (depth === 0 || element.uri.startsWith(WCO)) return [];
  return element.children.flatMap((child) => messagesNamed(child, names, depth - 1));
}

/** Some gateways put what the message says of itself into a Header, and the rest into a Body. */
function flat(message: XmlElement): XmlElement {
  const [body] = childrenNamed(message, 'Body');
  if (body === undefined) return message;
  const isPart = ({ name }: XmlElement): boolean => name === 'Body' || name === 'Header';
  return { ...message, children: message.children.flatMap((child) => (isPart(child) ? child.children : [child])) };
}

/** What it is about: "ExportOperation" or "TransitOperation". */
function operationOf(message: XmlElement): XmlElement | undefined {
  return at(message, 'ExportOperation') ?? at(message, 'TransitOperation');
}

export function referencesOf(message: XmlElement): NamedDeclaration {
  const operation = operationOf(message);
  const mrn = operation && textAt(operation, 'MRN');
  const lrn = operation && textAt(operation, 'LRN');
  return { ...(mrn === undefined ? {} : { mrn }), ...(lrn === undefined ? {} : { lrn }) };
}

/** Which message a rejection is about: "513". */
export function rejectedMessage(message: XmlElement): string | undefined {
  const operation = operationOf(message);
  return operation && textAt(operation, 'businessRejectionType');
}

/** The first time that is stated at one of the paths. */
export function timeOf(message: XmlElement, ...paths: readonly (readonly string[])[]): InstantOrDay | undefined {
  for (const path of paths) {
    const text = textAt(message, ...path);
    const time = text === undefined ? undefined : parseTime(text);
    if (time !== undefined) return time;
  }
  return undefined;
}

export function firstText(message: XmlElement, ...paths: readonly (readonly string[])[]): string | undefined {
  return paths.map((path) => textAt(message, ...path)).find((text) => text !== undefined);
}
