import { basename } from 'node:path';

const HASH = /^[0-9a-f]{64}$/;

/**
 * What tells this program from every other one: the hash over its code that its folder is named by, and the Node that runs it.
 * Undefined where the program runs from its sources or from single modules, which may change at any time.
 */
export function programHash(folder: string = import.meta.dirname): string | undefined {
  return HASH.test(basename(folder)) ? `${basename(folder)} ${process.version}` : undefined;
}
