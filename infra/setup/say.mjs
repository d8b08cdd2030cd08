/**
 * What set-up does is told on standard error: standard output is kept for results.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A reason why set-up cannot go on, with its stable code and what to do about it. */
export class SetupError extends Error {
  /**
   * @param {string} code
   * @param {string} what
   * @param {string} todo
   */
  constructor(code, what, todo) {
    super(`${code}: ${what}\n${todo}`);
  }
}
