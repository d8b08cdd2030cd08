/** One element of a message, as read: names without prefix, text trimmed. */
export interface XmlElement {
  readonly name: string;
  /** Namespace; empty where there is none. */
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Its path in the message, where that has it elsewhere or by another name: see `Transposer`. */
  readonly source?: string;
}

export interface XmlAttribute {
  readonly name: string;
  readonly uri: string;
  readonly value: string;
  /** As of an element. */
  readonly source?: string;
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first element at a path of names: `at(declaration, 'Declarant', 'ID')`. One that says something goes before an empty placeholder. */
export function at(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  let here: XmlElement | undefined = element;
  for (const name of names) here = here === undefined ? undefined : firstNamed(here, name);
  return here;
}

function firstNamed(element: XmlElement, name: string): XmlElement | undefined {
  const named = childrenNamed(element, name);
  return named.find((child) => child.text !== '' || child.children.length > 0) ?? named[0];
}

/** Whether a child may be of the same message: extensions of others have namespaces of their own. */
export function sameFamily(child: XmlElement, parent: XmlElement): boolean {
  return child.uri === parent.uri || child.uri === '' || child.uri.startsWith('urn:wco:datamodel:');
}

/** How the editions of the WCO's schemas wrap a time. */
const TIMES: ReadonlySet<string> = new Set(['DateTimeString', 'DateTime', 'DateString', 'Date']);

/** The element that holds the value: of a time its DateTimeString (or whatever its edition calls that), else the element itself. */
export function valueElement(element: XmlElement): XmlElement {
  const [only] = element.children;
  return only !== undefined && element.children.length === 1 && element.text === '' && TIMES.has(only.name)
    ? only
    : element;
}

/** Its text; `undefined` where the element is missing or empty. */
export function textAt(element: XmlElement, ...names: readonly string[]): string | undefined {
  const text = at(element, ...names)?.text;
  return text === undefined || text === '' ? undefined : text;
}
