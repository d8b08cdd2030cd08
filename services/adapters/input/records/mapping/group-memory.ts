import { sha256Hex } from '../../../../risk/json/canonical.ts';

/** Some hundred MiB at most. */
const MOST = 2_000_000;
const DIGITS = 12;

/**
 * On which line each declaration of a file began, to tell where one comes again. Beyond two million no further one is
 * remembered.
 */
export class GroupMemory {
  readonly #lines = new Map<number, number>();

  /** Line on which the same one began before; else remembers this line, and answers `undefined`. */
  recall(key: string, line: number): number | undefined {
    const hash = Number.parseInt(sha256Hex(key).slice(0, DIGITS), 16);
    const before = this.#lines.get(hash);
    if (before === undefined && this.#lines.size < MOST) this.#lines.set(hash, line);
    return before;
  }
}
