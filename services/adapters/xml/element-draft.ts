import type { XmlAttribute, XmlElement } from './element.ts';

/** Where in the source an element comes from. */
export interface Origin {
  readonly path: string;
  readonly line: number;
}

/** One step of a path; `isNew`: one element more each time. */
export interface Step {
  readonly name: string;
  readonly isNew: boolean;
}

/** An element of the WCO tree that is being made. */
export class ElementDraft {
  readonly name: string;
  #children: ElementDraft[] = [];
  readonly #firsts = new Map<string, ElementDraft>();
  readonly #attributes: XmlAttribute[] = [];
  #origin: Origin;
  /** By the part that it is, where several elements of the source make it. */
  #texts: (string | undefined)[] = [];
  #isTaken = false;
  #finished: XmlElement | undefined;

  constructor(name: string, origin: Origin) {
    this.name = name;
    this.#origin = origin;
  }

  get text(): string {
    return this.#texts.length === 1 ? (this.#texts[0] ?? '') : this.#texts.join('');
  }

  get children(): readonly ElementDraft[] {
    return this.#children;
  }

  get origin(): Origin {
    return this.#origin;
  }

  /** Whether it is one of a list. */
  get isListed(): boolean {
    return this.#isTaken;
  }

  first(name: string): ElementDraft | undefined {
    return this.#firsts.get(name);
  }

  named(name: string): readonly ElementDraft[] {
    return this.#children.filter((child) => child.name === name);
  }

  /** The element at the end of a path, made where it is not there. */
  reach(steps: readonly Step[], origin: Origin): ElementDraft {
    return steps.reduce<ElementDraft>((here, step) => here.step(step, origin), this);
  }

  step({ name, isNew }: Step, origin: Origin): ElementDraft {
    const first = this.#firsts.get(name);
    if (first === undefined || (isNew && first.#isTaken)) {
      const made = this.add(new ElementDraft(name, origin));
      made.#isTaken = isNew;
      return made;
    }
    if (isNew) {
      first.#isTaken = true;
      first.#origin = origin;
    }
    return first;
  }

  add(child: ElementDraft): ElementDraft {
    this.#children.push(child);
    if (!this.#firsts.has(child.name)) this.#firsts.set(child.name, child);
    return child;
  }

  /** Takes all children of a name out of it. */
  takeOut(name: string): readonly ElementDraft[] {
    const taken = this.named(name);
    if (taken.length === 0) return taken;
    this.#children = this.#children.filter((child) => child.name !== name);
    this.#firsts.delete(name);
    return taken;
  }

  /** Whether it has no such part yet. */
  hasRoomFor(part: number): boolean {
    return this.#texts[part] === undefined;
  }

  write(text: string, part: number, origin: Origin): this {
    this.#texts[part] = text;
    this.#origin = origin;
    return this;
  }

  /** Whether it had none of that name. */
  attribute(name: string, text: string, origin?: Origin): boolean {
    if (this.#attributes.some((one) => one.name === name)) return false;
    this.#attributes.push({ name, uri: '', value: text, ...(origin === undefined ? {} : { source: origin.path }) });
    return true;
  }

  /** The element as it stands now; one draft in several places is one element. */
  finished(): XmlElement {
    this.#finished ??= {
      name: this.name, uri: '', attributes: this.#attributes, text: this.text, line: this.#origin.line, source: this.#origin.path,
      children: this.#children.map((child) => child.finished()),
    };
    return this.#finished;
  }
}
