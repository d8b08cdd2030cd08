import type { XmlElement } from '../xml/element.ts';

export interface Merged {
  readonly declaration: XmlElement;
  /** False where a change could not be placed: the result is then not known to be the whole truth. */
  readonly complete: boolean;
}

export function mergeAmendment(_base: XmlElement, change: XmlElement): Merged {
  return { declaration: change, complete: false };
}
