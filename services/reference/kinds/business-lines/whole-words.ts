/** Where words stand among others: from the first to before the end. */
export interface Place<T> {
  readonly value: T;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

interface Entry<T> {
  readonly value: T;
  readonly text: string;
  readonly words: readonly string[];
}

/** Finds sequences of whole words among the words of a name; built once for many names. */
export class WholeWords<T> {
  readonly #byFirst = new Map<string, Entry<T>[]>();

  constructor(entries: Iterable<readonly [words: string, value: T]>) {
    for (const [text, value] of entries) {
      const words = text.split(' ');
      const first = words[0] as string;
      const known = this.#byFirst.get(first);
      if (known === undefined) this.#byFirst.set(first, [{ value, text, words }]);
      else known.push({ value, text, words });
    }
  }

  /** Every sequence that stands there, in the order of their places. */
  in(words: readonly string[]): readonly Place<T>[] {
    const found: Place<T>[] = [];
    for (const [from, word] of words.entries())
      for (const entry of this.#byFirst.get(word) ?? NONE)
        if (entry.words.every((expected, at) => words[from + at] === expected))
          found.push({ value: entry.value, words: entry.text, from, to: from + entry.words.length });
    return found;
  }
}

const NONE: readonly never[] = [];
