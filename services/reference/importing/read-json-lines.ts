import { repeatedKey } from '../../risk/json/repeated-key.ts';
import type { Malformed } from './malformed.ts';

/** What stands in one line. */
export interface GivenLine {
  /** From 1. */
  readonly line: number;
  readonly given: unknown;
}

/** What each line of a text holds; empty ones are passed over. Throws what `malformed` makes of the first that is no JSON or names a key twice. */
export function readJsonLines(text: string, malformed: Malformed): readonly GivenLine[] {
  return text.split('\n').flatMap((written, index) => (written.trim() === '' ? [] : [{ line: index + 1, given: parsed(written, index + 1, malformed) }]));
}

function parsed(written: string, line: number, malformed: Malformed): unknown {
  const given = parse(written, line, malformed);
  const twice = repeatedKey(written);
  if (twice !== undefined) throw malformed(line, twice, 'stands twice in one object');
  return given;
}

function parse(written: string, line: number, malformed: Malformed): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw malformed(line, undefined, 'is no well-formed JSON');
  }
}
