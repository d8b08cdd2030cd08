import type { XmlElement } from './element.ts';
import type { Siblings } from './transposition-row.ts';

/** Name of the nth child of its name, told apart from the others: the second of three GoodsItem is "GoodsItem[2]". */
export function nthName(name: string, nth: number, parent: XmlElement): string {
  return nth === 1 && isAlone(name, parent) ? name : `${name}[${String(nth)}]`;
}

function isAlone(name: string, { children }: XmlElement): boolean {
  let found = 0;
  for (const child of children) if (child.name === name && ++found > 1) return false;
  return true;
}

/** Names of children that have no row, each asked for in its order: there may be any number of them, and of names. */
export class UnknownNames {
  readonly #totals = new Map<string, number>();
  readonly #met = new Map<string, number>();

  constructor({ children }: XmlElement) {
    for (const { name } of children) this.#totals.set(name, (this.#totals.get(name) ?? 0) + 1);
  }

  next({ name }: XmlElement): string {
    const nth = (this.#met.get(name) ?? 0) + 1;
    this.#met.set(name, nth);
    return this.#totals.get(name) === 1 ? name : `${name}[${String(nth)}]`;
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
