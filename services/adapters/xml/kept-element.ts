import type { XmlElement } from './element.ts';

/** An element of the source as it stands there, under its path in the source: no field has such a name. */
export function keptElement(element: XmlElement, path: string): XmlElement {
  const { uri, attributes, children, text, line } = element;
  return { name: path, uri, attributes, children, text, line, source: path };
}

/** Whether it is a placeholder: no text and no attribute in it or below it. */
export function saysNothing(element: XmlElement): boolean {
  const { text, children, attributes } = element;
  return text === '' && children.every(saysNothing) && attributes.every(({ value }) => value === '');
}
