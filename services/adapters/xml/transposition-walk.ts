import { sameFamily, valueElement, type XmlElement } from './element.ts';
import { ElementDraft, type Origin } from './element-draft.ts';
import { keptElement, saysNothing } from './kept-element.ts';
import { SharedElements } from './shared-elements.ts';
import { nthName, siblingsOf, UnknownNames } from './siblings.ts';
import type { CompiledTable, Rule, TableNode, Target, ValueTarget } from './transposition-table.ts';

type RuleOf<K extends Rule['kind']> = Extract<Rule, { readonly kind: K }>;

/** One pass over a message, by a table. */
export class TranspositionWalk {
  readonly #root: TableNode;
  readonly #declaration: ElementDraft;
  /** What the groups that are open make, Declaration first. */
  readonly #open: ElementDraft[];
  readonly #sharing: SharedElements[] = [];
  /** By node of the table: the element in which it was met last, and how often there. */
  readonly #parents: (XmlElement | undefined)[];
  readonly #counts: number[];

  constructor({ root, size }: CompiledTable, declaration: ElementDraft) {
    this.#root = root;
    this.#declaration = declaration;
    this.#open = [declaration];
    this.#parents = new Array<XmlElement | undefined>(size);
    this.#counts = new Array<number>(size).fill(0);
  }

  over(source: XmlElement): void {
    this.#below(source, this.#root, source.name);
  }

  #below(source: XmlElement, node: TableNode, path: string): void {
    this.#attributesOf(source, node, path);
    if (source.text !== '') {
      this.#keep({ ...source, attributes: [], children: [] }, source.children.length === 0 ? path : `${path}/text()`);
    }
    let unknown: UnknownNames | undefined;
    for (const child of source.children) {
      const next = sameFamily(child, source) ? node.children.get(child.name) : undefined;
      if (next === undefined) this.#keep(child, `${path}/${(unknown ??= new UnknownNames(source)).next(child)}`);
      else this.#child(child, next, source, path);
    }
  }

  #child(child: XmlElement, node: TableNode, parent: XmlElement, around: string): void {
    const { rule } = node;
    const count = this.#count(node, parent);
    const isListed = (rule?.kind === 'group' && !rule.isSingle) || rule?.kind === 'shared';
    const path = `${around}/${isListed || count > 1 ? nthName(child.name, count, parent) : child.name}`;
    if (count > 1 && !isListed) this.#keep(child, path);
    else if (rule === undefined) this.#below(child, node, path);
    else this.#apply(rule, child, node, parent, path);
  }

  /** How often the node has been met in this parent. */
  #count(node: TableNode, parent: XmlElement): number {
    const count = (this.#parents[node.index] === parent ? (this.#counts[node.index] ?? 0) : 0) + 1;
    this.#parents[node.index] = parent;
    this.#counts[node.index] = count;
    return count;
  }

  #apply(rule: Rule, child: XmlElement, node: TableNode, parent: XmlElement, path: string): void {
    const origin: Origin = { path, line: child.line };
    switch (rule.kind) {
      case 'group':
        this.#group(rule, child, node, origin);
        return;
      case 'shared':
        this.#share(rule, child, node, origin);
        return;
      case 'value':
        this.#value(rule, child, node, origin);
        return;
      case 'unneeded':
        if (rule.when !== undefined && !rule.when(child.text, siblingsOf(child, parent))) this.#keep(child, path);
    }
  }

  /** A time may stand in an element of its own; what holds elements that have rows is no value. */
  #value(rule: RuleOf<'value'>, child: XmlElement, node: TableNode, origin: Origin): void {
    const leaf = valueElement(child);
    if (leaf.children.some(({ name }) => node.children.has(name))) {
      this.#below(child, node, origin.path);
      return;
    }
    if (leaf.children.length > 0 || !this.#put(rule, leaf.text, origin)) {
      this.#keep(child, origin.path);
      return;
    }
    this.#attributesOf(child, node, origin.path);
    if (leaf !== child) this.#attributesOf(leaf, node, origin.path);
  }

  #group({ targets, constants }: RuleOf<'group'>, child: XmlElement, node: TableNode, origin: Origin): void {
    if (saysNothing(child)) return;
    const made = targets.map((target) => this.#reach(target, origin));
    for (const one of made) {
      for (const sharing of this.#sharing) sharing.offer(one);
      this.#open.push(one);
    }
    this.#below(child, node, origin.path);
    this.#open.splice(-made.length);
    for (const one of made) {
      if (one.children.length === 0) continue;
      for (const [name, constant] of constants) {
        setConstant(
          one,
          name,
          typeof constant === 'string' ? constant : constant.of((beside) => one.first(beside)?.text),
        );
      }
    }
  }

  #share(rule: RuleOf<'shared'>, child: XmlElement, node: TableNode, origin: Origin): void {
    const { holder, last, wrappers, canBeAlone } = rule;
    const sharing = new SharedElements(last.name, wrappers, origin);
    this.#sharing.push(sharing);
    this.#open.push(sharing.draft);
    this.#below(child, node, origin.path);
    this.#open.pop();
    this.#sharing.pop();
    if (canBeAlone && sharing.hasNoReceiver) this.#reach(holder, origin).add(sharing.draft);
    else for (const untaken of sharing.give()) this.#declaration.keep(keptElement(untaken, untaken.source));
  }

  /** Whether the text has found its places. */
  #put({ targets, part, reading }: RuleOf<'value'>, text: string, origin: Origin): boolean {
    if (text === '') return true;
    const texts = reading === undefined ? [text] : reading.read(text);
    return (
      texts !== undefined &&
      targets.every((target, index) => {
        const one = texts[index] ?? '';
        return one === '' || this.#write(target, one, part, origin);
      })
    );
  }

  #write(target: ValueTarget, text: string, part: number | undefined, origin: Origin): boolean {
    const holder = this.#reach(target.holder, origin);
    const draft = holder.step(target.last, origin);
    if (target.attribute !== undefined) return draft.attribute(target.attribute, text, origin.path);
    const leaf = draft.hasRoomFor(part ?? 0) ? draft : holder.add(new ElementDraft(draft.name, origin));
    leaf.write(text, part, origin);
    for (const [name, constant] of target.constants) {
      if (name.startsWith('@')) leaf.attribute(name.slice(1), constant);
      else setConstant(holder, name, constant);
    }
    return true;
  }

  #reach({ depth, steps }: Target, origin: Origin): ElementDraft {
    const group = this.#open[depth] ?? this.#declaration;
    return steps.length === 0 ? group : group.reach(steps, origin);
  }

  #attributesOf(source: XmlElement, node: TableNode, path: string): void {
    for (const { name, value } of source.attributes) {
      const rule = node.children.get(`@${name}`)?.rule;
      const origin: Origin = { path: `${path}/@${name}`, line: source.line };
      if (value === '' || rule?.kind === 'unneeded') continue;
      const isPlaced = rule?.kind === 'value' && this.#put(rule, value, origin);
      if (!isPlaced) this.#declaration.keep(new ElementDraft(origin.path, origin).write(value, undefined, origin));
    }
  }

  #keep(element: XmlElement, path: string): void {
    if (!saysNothing(element)) this.#declaration.keep(keptElement(element, path));
  }
}

function setConstant(holder: ElementDraft, name: string, constant: string | undefined): void {
  if (constant === undefined || holder.first(name) !== undefined) return;
  holder.add(new ElementDraft(name, holder.origin)).write(constant, undefined, holder.origin);
}
