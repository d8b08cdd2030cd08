import type { LabelledDeclaration } from '../fraud/label.ts';

interface Due {
  readonly at: number;
  readonly make: () => LabelledDeclaration;
}

/** Events that will happen later, given out in the order of their times: a binary heap, so that a long stream stays fast. */
export class DueEvents {
  readonly #heap: Due[] = [];

  add(due: Due): void {
    const heap = this.#heap;
    heap.push(due);
    for (let child = heap.length - 1; child > 0;) {
      const parent = (child - 1) >> 1;
      if (this.#at(parent) <= this.#at(child)) return;
      this.#swap(parent, child);
      child = parent;
    }
  }

  /** Takes out, one by one, everything due by then. */
  *until(time: number): Generator<LabelledDeclaration> {
    for (let first = this.#heap[0]; first !== undefined && first.at <= time; first = this.#heap[0]) {
      this.#removeFirst();
      yield first.make();
    }
  }

  #removeFirst(): void {
    const heap = this.#heap;
    this.#swap(0, heap.length - 1);
    heap.pop();
    for (let parent = 0; ;) {
      const child = this.#earlierChild(parent);
      if (child === undefined || this.#at(parent) <= this.#at(child)) return;
      this.#swap(parent, child);
      parent = child;
    }
  }

  #earlierChild(parent: number): number | undefined {
    const left = 2 * parent + 1;
    if (left >= this.#heap.length) return undefined;
    return this.#at(left + 1) < this.#at(left) ? left + 1 : left;
  }

  #at(index: number): number {
    return this.#heap[index]?.at ?? Infinity;
  }

  #swap(one: number, other: number): void {
    const heap = this.#heap;
    [heap[one], heap[other]] = [heap[other] as Due, heap[one] as Due];
  }
}
