import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { InputSource } from '../../adapters/input/input-entry.ts';
import { repeatedKeyError } from '../../adapters/input/records/read-json-lines.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { repeatedKey } from '../../risk/json/repeated-key.ts';

const asked = z.strictObject({
  id: z.union([z.string(), z.number()]).optional(),
  description: z.string(),
  commodityCode: z.string().optional(),
});

/** One line asked, or why it is none. */
export type AskedLine = { readonly kind: 'asked'; readonly asked: z.infer<typeof asked> } | { readonly kind: 'failed'; readonly error: TidewaiterError };

/** Descriptions from JSON lines; empty lines are passed over. */
export async function* readAsked({ file, bytes }: InputSource): AsyncGenerator<AskedLine> {
  let line = 0;
  for await (const text of createInterface({ input: Readable.from(bytes), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() !== '') yield parsed(text, file, line);
  }
}

function parsed(text: string, file: string, line: number): AskedLine {
  const refused = (code: 'TDW_JSON_MALFORMED' | 'TDW_JSON_FIELD', what: string, element?: string): AskedLine => ({ kind: 'failed', error: new TidewaiterError(code, what, { place: { file, line, ...(element === undefined ? {} : { element }) } }) });
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return refused('TDW_JSON_MALFORMED', 'The line is no well-formed JSON.');
  }
  const twice = repeatedKey(text);
  if (twice !== undefined) return { kind: 'failed', error: repeatedKeyError(twice, file, line) };
  const checked = asked.safeParse(document);
  if (checked.success) return { kind: 'asked', asked: checked.data };
  const [issue] = checked.error.issues;
  return refused('TDW_JSON_FIELD', `The line is no {id?, description, commodityCode?}: ${issue?.message ?? 'something else'}.`, issue?.path.join('.'));
}
