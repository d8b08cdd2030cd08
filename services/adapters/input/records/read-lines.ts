import type { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { inFile } from '../source/in-file.ts';
import type { InputSource } from '../source/input-entry.ts';
import { linesOf } from './lines.ts';

/** A line that is no text, or a source that breaks off: the error names file and line. */
export interface FailedLine {
  readonly kind: 'failed';
  readonly file: string;
  readonly error: TidewaiterError;
}

/** What `read` makes of each line; empty ones are passed over, and so is one of which it makes nothing. `longest` in bytes. */
export async function* readLines<T>(
  { file, bytes }: InputSource,
  longest: number,
  read: (text: string, line: number) => T | undefined,
): AsyncGenerator<T | FailedLine> {
  try {
    for await (const line of linesOf(bytes, longest)) {
      if ('error' in line) yield { kind: 'failed', file, error: inFile(line.error, file) };
      else if (line.text.trim() !== '') {
        const made = read(line.text, line.number);
        if (made !== undefined) yield made;
      }
    }
  } catch (error) {
    yield { kind: 'failed', file, error: inFile(error, file) };
  }
}
