import { repeatedKey } from './repeated-key.ts';

/** What a text holds as JSON, or why nobody can say what it holds. */
export type ReadJson =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly cause: unknown }
  /** A key stands twice in one object: two readers could take two different values. */
  | { readonly kind: 'repeatedKey'; readonly path: string };

/** Reads JSON that people or other systems wrote; never throws. */
export function readJson(text: string): ReadJson {
  const read = parse(text);
  if (read.kind !== 'value') return read;
  const path = repeatedKey(text);
  return path === undefined ? read : { kind: 'repeatedKey', path };
}

function parse(text: string): Exclude<ReadJson, { readonly kind: 'repeatedKey' }> {
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch (cause) {
    return { kind: 'malformed', cause };
  }
}
