import { readJson } from '../risk/json/read-json.ts';
import type { Malformed } from './source-file.ts';

/** What stands in one line. */
export interface GivenLine {
  /** From 1. */
  readonly line: number;
  readonly given: unknown;
}

/** What each line of a text holds; empty ones are passed over. Throws what `malformed` makes of the first that is no JSON or names a key twice. */
export function readJsonLines(text: string, malformed: Malformed): readonly GivenLine[] {
  return text
    .split('\n')
    .flatMap((written, index) =>
      written.trim() === '' ? [] : [{ line: index + 1, given: parsed(written, index + 1, malformed) }],
    );
}

function parsed(written: string, line: number, malformed: Malformed): unknown {
  const read = readJson(written);
  switch (read.kind) {
    case 'value':
      return read.value;
    case 'malformed':
      throw malformed(line, undefined, 'is no well-formed JSON');
    case 'repeatedKey':
      throw malformed(line, read.path, 'stands twice in one object');
  }
}
