import type { XmlElement } from './element.ts';

/** An element of the source as it stands there, under its path in the source: no field has such a name. */
export function keptElement(element: XmlElement, path: string): XmlElement {
  return { name: path, uri: element.uri, attributes: element.attributes, children: element.children, text: element.text, line: element.line, source: path };
}

/** Whether it is a placeholder: no text and no attribute in it or below it. */
export function saysNothing(element: XmlElement): boolean {
  return element.text === '' && element.children.every(saysNothing) && element.attributes.every(({ value }) => value === '');
}
