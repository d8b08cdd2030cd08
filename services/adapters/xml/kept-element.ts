import type { XmlElement } from './element.ts';
import { ElementDraft } from './element-draft.ts';

/** An element of the source as it stands there, under its path in the source: no field has such a name. */
export class KeptElement extends ElementDraft {
  readonly #element: XmlElement;

  constructor(element: XmlElement, path: string) {
    super(path, { path, line: element.line });
    this.#element = element;
  }

  override finished(): XmlElement {
    return { ...this.#element, name: this.name, source: this.name };
  }
}

/** Whether it is a placeholder: no text and no attribute in it or below it. */
export function saysNothing(element: XmlElement): boolean {
  return element.text === '' && element.children.every(saysNothing) && element.attributes.every(({ value }) => value === '');
}
