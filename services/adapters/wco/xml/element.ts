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
}

export interface XmlAttribute {
  readonly name: string;
  readonly uri: string;
  readonly value: string;
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first element at a path of names: `at(declaration, 'Declarant', 'ID')`. */
export function at(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  let here: XmlElement | undefined = element;
  for (const name of names) here = here?.children.find((child) => child.name === name);
  return here;
}

/** Its text; `undefined` where the element is missing or empty. */
export function textAt(element: XmlElement, ...names: readonly string[]): string | undefined {
  const text = at(element, ...names)?.text;
  return text === undefined || text === '' ? undefined : text;
}
