import type { XmlElement } from './element.ts';
import type { Siblings } from './transposition-row.ts';

/** Names of the children of an element that tell them apart: the second of three GoodsItem is "GoodsItem[2]". */
export class SiblingNames {
  readonly #parent: XmlElement;
  #totals: Map<string, number> | undefined;
  #met: Map<string, number> | undefined;

  constructor(parent: XmlElement) {
    this.#parent = parent;
  }

  nth(name: string, count: number): string {
    if (this.#totals === undefined) {
      this.#totals = new Map();
      for (const child of this.#parent.children) this.#totals.set(child.name, (this.#totals.get(child.name) ?? 0) + 1);
    }
    return this.#totals.get(name) === 1 ? name : `${name}[${String(count)}]`;
  }

  /** Of each that has no row, in their order. */
  of({ name }: XmlElement): string {
    this.#met ??= new Map();
    const count = (this.#met.get(name) ?? 0) + 1;
    this.#met.set(name, count);
    return this.nth(name, count);
  }
}

export function siblingsOf(element: XmlElement, parent: XmlElement): Siblings {
  const others = parent.children.filter((child) => child !== element);
  return {
    count: (name) => others.filter((other) => other.name === name).length,
    texts: (path) => textsAt(others, path.split('/')),
  };
}

function textsAt(elements: readonly XmlElement[], [name, ...rest]: readonly string[]): readonly string[] {
  const here = elements.filter((element) => element.name === name);
  return rest.length === 0 ? here.map(({ text }) => text) : here.flatMap(({ children }) => textsAt(children, rest));
}
