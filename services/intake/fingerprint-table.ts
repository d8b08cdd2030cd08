/** What an event is to those before it in a batch: new, a repeat, something else under the same id, or (`full`) that cannot be said. */
export type Occurrence = 'new' | 'same' | 'other' | 'full';

/** Two words of the id, two of what the event says. */
const WORDS = 4;

/**
 * The events of a batch by what is left of them: 16 bytes each, in an open table that doubles and is never more than half full.
 * Once `limit` are in it, it still knows them, and takes no other.
 */
export class FingerprintTable {
  readonly #limit: number;
  #slots = new Uint32Array(1024 * WORDS);
  #count = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Bytes that it takes. */
  get bytes(): number {
    return this.#slots.byteLength;
  }

  /**
   * Says what is known of an event, and remembers it where it is new.
   * @param id a UUID @param fingerprint at least 16 hexadecimal digits
   */
  recall(id: string, fingerprint: string): Occurrence {
    const entry = [word(id, 0) || 1, word(id, 28), word(fingerprint, 0), word(fingerprint, 8)] as const;
    const at = slotOf(this.#slots, entry[0], entry[1]);
    if (this.#slots[at] !== 0)
      return this.#slots[at + 2] === entry[2] && this.#slots[at + 3] === entry[3] ? 'same' : 'other';
    if (this.#count === this.#limit) return 'full';
    this.#slots.set(entry, at);
    this.#count += 1;
    if (2 * WORDS * this.#count > this.#slots.length) this.#slots = doubled(this.#slots);
    return 'new';
  }
}

/** Where an id stands, or the free slot where it would. */
function slotOf(slots: Uint32Array, first: number, second: number): number {
  const total = slots.length / WORDS;
  let at = (first % total) * WORDS;
  while (slots[at] !== 0 && (slots[at] !== first || slots[at + 1] !== second)) at = (at + WORDS) % slots.length;
  return at;
}

function doubled(slots: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * slots.length);
  for (let at = 0; at < slots.length; at += WORDS) {
    const [first = 0, second = 0] = slots.subarray(at, at + 2);
    if (first !== 0) larger.set(slots.subarray(at, at + WORDS), slotOf(larger, first, second));
  }
  return larger;
}

function word(hexadecimal: string, start: number): number {
  return Number.parseInt(hexadecimal.slice(start, start + 8), 16);
}
