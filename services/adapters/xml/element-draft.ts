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

const NO_CHILDREN: readonly XmlElement[] = [];
const NO_ATTRIBUTES: readonly XmlAttribute[] = [];
/** As many children as are soon looked through one by one. */
const FEW = 12;

/**
 * An element of the WCO tree while it is being made, and then itself: most are leaves and many are made, so that none
 * is made twice.
 */
export class ElementDraft implements XmlElement {
  readonly name: string;
  readonly uri = '';
  attributes: readonly XmlAttribute[] = NO_ATTRIBUTES;
  children: readonly XmlElement[] = NO_CHILDREN;
  text = '';
  line: number;
  source: string;
  /** Whether it is one of a list. */
  isListed = false;
  /** Of the text, where several elements of the source make it. */
  #parts: string[] | undefined;
  /** Children by name, where there are many. */
  #firsts: Map<string, ElementDraft> | undefined;

  constructor(name: string, { path, line }: Origin) {
    this.name = name;
    this.source = path;
    this.line = line;
  }

  get origin(): Origin {
    return { path: this.source, line: this.line };
  }

  first(name: string): ElementDraft | undefined {
    if (this.#firsts !== undefined) return this.#firsts.get(name);
    for (const child of this.children) if (child.name === name && child instanceof ElementDraft) return child;
    return undefined;
  }

  named(name: string): readonly ElementDraft[] {
    return this.children.filter((child): child is ElementDraft => child.name === name && child instanceof ElementDraft);
  }

  /** The element at the end of a path, made where it is not there. */
  reach(steps: readonly Step[], origin: Origin): ElementDraft {
    return steps.reduce<ElementDraft>((here, step) => here.step(step, origin), this);
  }

  step({ name, isNew }: Step, origin: Origin): ElementDraft {
    const first = this.first(name);
    if (first === undefined || (isNew && first.isListed)) {
      const made = this.add(new ElementDraft(name, origin));
      made.isListed = isNew;
      return made;
    }
    if (isNew) {
      first.isListed = true;
      first.#comesFrom(origin);
    }
    return first;
  }

  add(child: ElementDraft): ElementDraft {
    this.keep(child);
    if (this.#firsts?.has(child.name) === false) this.#firsts.set(child.name, child);
    else if (this.#firsts === undefined && this.children.length > FEW) this.#firsts = firstsOf(this.children);
    return child;
  }

  /** An element of the source as it stands there. */
  keep(element: XmlElement): void {
    if (this.children === NO_CHILDREN) this.children = [];
    (this.children as XmlElement[]).push(element);
  }

  /** Takes all children of a name out of it. */
  takeOut(name: string): readonly ElementDraft[] {
    const taken = this.named(name);
    if (taken.length > 0) this.children = this.children.filter((child) => child.name !== name);
    this.#firsts?.delete(name);
    return taken;
  }

  /** Whether it has no such part of a text yet. */
  hasRoomFor(part: number): boolean {
    return this.text === '' || (this.#parts !== undefined && this.#parts[part] === undefined);
  }

  /** @param part which of the texts that make it together; undefined where it is the whole */
  write(text: string, part: number | undefined, origin: Origin): this {
    if (part === undefined) this.text = text;
    else {
      this.#parts ??= [];
      this.#parts[part] = text;
      this.text = this.#parts.join('');
    }
    this.#comesFrom(origin);
    return this;
  }

  /** Whether it had none of that name. */
  attribute(name: string, value: string, source?: string): boolean {
    if (this.attributes.some((one) => one.name === name)) return false;
    this.attributes = [...this.attributes, { name, uri: '', value, ...(source === undefined ? {} : { source }) }];
    return true;
  }

  #comesFrom({ path, line }: Origin): void {
    this.source = path;
    this.line = line;
  }
}

function firstsOf(children: readonly XmlElement[]): Map<string, ElementDraft> {
  const firsts = new Map<string, ElementDraft>();
  for (const child of children) {
    if (child instanceof ElementDraft && !firsts.has(child.name)) firsts.set(child.name, child);
  }
  return firsts;
}
