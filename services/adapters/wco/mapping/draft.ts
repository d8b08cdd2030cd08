import type { OtherElement } from '../../../risk/declaration/declaration-event.ts';
import type { XmlAttribute, XmlElement } from '../../xml/element.ts';

/** An element that is being written; its children by name, since order matters only among those of one name. */
export class Draft {
  readonly #name: string;
  readonly #attributes: XmlAttribute[] = [];
  readonly #children = new Map<string, Draft[]>();
  #text: string;

  constructor(name: string, text = '') {
    this.#name = name;
    this.#text = text;
  }

  get isEmpty(): boolean {
    return this.#children.size === 0 && this.#attributes.length === 0 && this.#text === '';
  }

  attribute(name: string, value: string | undefined): this {
    if (value !== undefined) this.#attributes.push({ name, uri: '', value });
    return this;
  }

  add(...children: readonly Draft[]): this {
    for (const child of children) {
      const among = this.#children.get(child.#name);
      if (among === undefined) this.#children.set(child.#name, [child]);
      else among.push(child);
    }
    return this;
  }

  /** Puts an element or attribute that has no field where its path says, with what is missing on the way. One that counts beyond the next of its name has no place. */
  putBack({ path, value }: OtherElement): void {
    const steps = path.split('/');
    const last = steps.at(-1) ?? '';
    const isOwn = last.startsWith('@') || last === 'text()';
    const here = (isOwn ? steps.slice(0, -1) : steps).reduce<Draft | undefined>(
      (parent, step) => (parent === undefined ? undefined : parent.#child(step)),
      this,
    );
    if (here === undefined) return;
    if (last.startsWith('@')) here.attribute(last.slice(1), value);
    else here.#text = value;
  }

  #child(step: string): Draft | undefined {
    const [, name = step, nth = '1'] = /^(.+?)(?:\[(\d{1,6})\])?$/.exec(step) ?? [];
    const among = this.#children.get(name) ?? [];
    if (Number(nth) === among.length + 1) this.add(new Draft(name));
    return this.#children.get(name)?.[Number(nth) - 1];
  }

  finished(): XmlElement {
    return {
      name: this.#name,
      uri: '',
      attributes: this.#attributes,
      children: [...this.#children.values()].flat().map((child) => child.finished()),
      text: this.#text,
      line: 1,
    };
  }
}
