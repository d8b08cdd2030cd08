import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { XmlElement } from './element.ts';
import { ElementDraft, type Origin } from './element-draft.ts';

/**
 * How many elements may be put into others in this way, all together: as many as the other elements that an event
 * holds.
 */
const MOST = 100_000;

/** What one element of the source says for several others, and those. */
export class SharedElements {
  readonly draft: ElementDraft;
  readonly #receivers: ElementDraft[] = [];
  readonly #wrappers: readonly string[];

  constructor(name: string, wrappers: readonly string[], origin: Origin) {
    this.draft = new ElementDraft(name, origin);
    this.#wrappers = wrappers;
  }

  /** An element that was made meanwhile. */
  offer(made: ElementDraft): void {
    if (made.name === this.draft.name) this.#receivers.push(made);
  }

  get hasNoReceiver(): boolean {
    return this.#receivers.length === 0;
  }

  /**
   * Gives each receiver what it does not say itself. Returns what all say otherwise, as it stands in the source.
   * Throws TDW_XML_TOO_LARGE.
   */
  give(): readonly ElementDraft[] {
    const given = this.draft.children.length * this.#receivers.length;
    if (given > MOST) throw this.#tooLarge(given);
    return drafts(this.draft.children).flatMap((one) => this.#untaken(one));
  }

  /** What nobody has taken of an element. */
  #untaken(one: ElementDraft): readonly ElementDraft[] {
    if (!this.#wrappers.includes(one.name)) return this.#isTaken((receiver) => take(receiver, one)) ? [] : [one];
    return drafts(one.children).filter((part) => !this.#isTaken((receiver) => take(wrapperOf(receiver, one), part)));
  }

  /** By one at least; each is asked. */
  #isTaken(by: (receiver: ElementDraft) => boolean): boolean {
    return this.#receivers.filter(by).length > 0;
  }

  #tooLarge(given: number): TidewaiterError {
    const { path, line } = this.draft.origin;
    const what = `${String(given)} elements that are said for several goods items at once.`;
    return new TidewaiterError('TDW_XML_TOO_LARGE', what, { location: { line, element: path } });
  }
}

function drafts(elements: readonly XmlElement[]): readonly ElementDraft[] {
  return elements.filter((element) => element instanceof ElementDraft);
}

function take(holder: ElementDraft, part: ElementDraft): boolean {
  if (holder.first(part.name) !== undefined && !part.isListed) return false;
  holder.add(part);
  return true;
}

/** The receiver's own, so that what else it gets stays its own. */
function wrapperOf(receiver: ElementDraft, { name, origin }: ElementDraft): ElementDraft {
  return receiver.first(name) ?? receiver.add(new ElementDraft(name, origin));
}
