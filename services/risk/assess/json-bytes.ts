const FIRST_SIZE = 64 * 1024;
/** Most bytes of UTF-8 that one UTF-16 code unit becomes; an escape in JSON takes six. */
const MOST_BYTES = 6;
/** Kept between calls at most: what one giant needed is not held for ever. */
const MOST_KEPT = 4 * 1024 * 1024;

/** A part of a JSON text. */
export interface WrittenText {
  readonly bytes: Uint8Array;
  readonly ascii: boolean;
}

/** The bytes of a JSON text while it is written: texts of data are short and mostly ASCII, so they are written byte by byte. */
export class JsonBytes {
  #buffer = Buffer.allocUnsafe(FIRST_SIZE);
  #end = 0;
  #ascii = true;

  clear(): void {
    if (this.#buffer.length > MOST_KEPT) this.#buffer = Buffer.allocUnsafe(FIRST_SIZE);
    this.#end = 0;
    this.#ascii = true;
  }

  text(): string {
    return this.#buffer.toString(this.#ascii ? 'latin1' : 'utf8', 0, this.#end);
  }

  get length(): number {
    return this.#end;
  }

  /** A copy of what was written from there on. */
  since(start: number): WrittenText {
    const bytes = Uint8Array.prototype.slice.call(this.#buffer, start, this.#end);
    return { bytes, ascii: bytes.every((byte) => byte < 0x80) };
  }

  /** Bytes of a text that was written before. */
  copied({ bytes, ascii }: WrittenText): void {
    this.#reserve(bytes.length);
    this.#ascii &&= ascii;
    this.#buffer.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** A text as it is. */
  raw(text: string): void {
    this.#reserve(text.length * MOST_BYTES);
    const buffer = this.#buffer;
    let end = this.#end;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0x7e) return this.#utf8(text);
      buffer[end++] = code;
    }
    this.#end = end;
  }

  /** A text in quotes, escaped where it must be (RFC 8785, 3.2.2.2). */
  quoted(text: string): void {
    this.#reserve(text.length * MOST_BYTES + 2);
    const end = copyPlain(text, this.#buffer, this.#end + 1);
    if (end < 0) return this.#utf8(JSON.stringify(text));
    this.#buffer[this.#end] = QUOTE;
    this.#buffer[end] = QUOTE;
    this.#end = end + 1;
  }

  #utf8(text: string): void {
    this.#ascii = false;
    this.#end += this.#buffer.write(text, this.#end);
  }

  #reserve(size: number): void {
    if (this.#end + size <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#end + size));
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Writes a text of printable ASCII that needs no escape; answers its end, or -1 where it is not such a text. */
function copyPlain(text: string, into: Buffer, start: number): number {
  let end = start;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return -1;
    into[end++] = code;
  }
  return end;
}
