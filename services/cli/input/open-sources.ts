import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { InputSource } from '../../adapters/input/source/input-entry.ts';
import { UsageError } from '../exit/exit-codes.ts';
import type { Shell } from '../shell/shell.ts';

/** How standard input is called among the files. */
const STANDARD_INPUT = '-';

/**
 * The files of a command line as sources; `-` or no file at all is standard input. A file is opened when it is read, so
 * that thousands of them may be given.
 */
export function openSources(
  files: readonly string[],
  { stdin, workingDirectory }: Pick<Shell, 'stdin' | 'workingDirectory'>,
): InputSource[] {
  const named = files.length === 0 ? [STANDARD_INPUT] : files;
  if (files.length === 0 && stdin.isTTY) throw new UsageError('name a FILE, or pass the input to standard input');
  return named.map((file) => ({
    file,
    bytes: file === STANDARD_INPUT ? stdin : contents(resolve(workingDirectory, file)),
  }));
}

async function* contents(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>;
}
