/** About a millisecond. */
const PART = 64 * 1024;

/** A list or an object that is not closed yet. */
interface Open {
  readonly bracket: '[' | '{';
  /** From here on nothing is parsed yet; undefined between a value that was taken by itself and the comma behind it. */
  from: number | undefined;
  /** Where the member begins that is being read. */
  member: number;
  /** What was taken so far; undefined while nothing was. Of an object its entries. */
  taken: unknown[] | undefined;
}

/**
 * The same as JSON.parse, with a pause after every 64 K characters: a document of some megabytes would hold up all other work for a tenth of
 * a second. For text that a program wrote: of text that is no JSON not every mistake is found.
 * @param part characters that are parsed in one go
 * @throws SyntaxError
 */
export function* parseByPart(text: string, part = PART): Generator<undefined, unknown, undefined> {
  if (text.length <= part) return JSON.parse(text) as unknown;
  const splitting = new Splitting(text, part);
  let pausedAt = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') at = endOfString(text, at);
    else if (char === '[' || char === '{') splitting.open(char, at);
    else if (char === ',') splitting.next(at);
    else if (char === ']' || char === '}') splitting.close(at);
    if (at - pausedAt < part) continue;
    pausedAt = at;
    yield;
  }
  return splitting.whole();
}

/** Takes parts of a document out of its text as soon as they are long enough, and the rest with the list or object that they are of. */
class Splitting {
  readonly #text: string;
  readonly #part: number;
  readonly #open: Open[] = [];
  #whole: { readonly value: unknown; readonly to: number } | undefined;

  constructor(text: string, part: number) {
    this.#text = text;
    this.#part = part;
  }

  open(bracket: '[' | '{', at: number): void {
    this.#open.push({ bracket, from: at + 1, member: at + 1, taken: undefined });
  }

  next(at: number): void {
    const open = this.#open.at(-1);
    if (open === undefined) return;
    if (open.from === undefined) open.from = at + 1;
    else if (at - open.from >= this.#part) this.#take(open, at, at + 1);
    open.member = at + 1;
  }

  close(at: number): void {
    const closed = this.#open.pop();
    // What nothing was taken from is parsed with what it lies in.
    if (closed?.taken === undefined) return;
    this.#take(closed, at, undefined);
    const value = closed.bracket === '[' ? closed.taken : Object.fromEntries(closed.taken as [string, unknown][]);
    const around = this.#open.at(-1);
    if (around === undefined) this.#whole = { value, to: at + 1 };
    else this.#put(around, value);
  }

  whole(): unknown {
    const whole = this.#open.length > 0 ? undefined : this.#whole;
    // JSON.parse says best what is wrong.
    return whole === undefined || this.#text.slice(whole.to).trim() !== '' ? JSON.parse(this.#text) : whole.value;
  }

  /** Parses what lies before a place. */
  #take(open: Open, to: number, from: number | undefined): void {
    const text = open.from === undefined ? '' : this.#text.slice(open.from, to);
    open.from = from;
    const taken = (open.taken ??= []);
    if (text.trim() === '') return;
    const part = JSON.parse(open.bracket === '[' ? `[${text}]` : `{${text}}`) as object;
    for (const one of Array.isArray(part) ? (part as unknown[]) : Object.entries(part)) taken.push(one);
  }

  /** Adds a value that was taken by itself, after the members before it. */
  #put(around: Open, value: unknown): void {
    if (around.from !== undefined && around.member > around.from) this.#take(around, around.member - 1, undefined);
    around.from = undefined;
    const taken = (around.taken ??= []);
    taken.push(around.bracket === '[' ? value : [this.#keyAt(around.member), value]);
  }

  #keyAt(member: number): unknown {
    const from = this.#text.indexOf('"', member);
    return JSON.parse(this.#text.slice(from, endOfString(this.#text, from) + 1));
  }
}

/** Where the quote is that ends a string. @param at of the one that begins it */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}
