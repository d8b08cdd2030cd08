import { z } from 'zod';
import { inFile } from '../../adapters/input/call/in-file.ts';
import type { InputSource } from '../../adapters/input/input-entry.ts';
import { linesOf } from '../../adapters/input/records/lines.ts';
import { repeatedKeyError } from '../../adapters/input/records/read-json-lines.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { readJson } from '../../risk/json/read-json.ts';

/** As long as a line of declarations may be, in bytes. */
const LONGEST_LINE = 10 * 1024 * 1024;
const KEYS: ReadonlySet<string> = new Set(['id', 'description', 'commodityCode']);

/** A code that was written as a number has lost its leading nought: codes have an even number of digits. */
const numericCode = z.int().nonnegative().transform((code) => (String(code).length % 2 === 0 ? String(code) : `0${String(code)}`));
const asked = z.object({
  id: z.union([z.string(), z.number()]).nullish().transform((id) => id ?? undefined),
  description: z.string().nullable().transform((description) => description ?? ''),
  commodityCode: z.union([z.string(), numericCode]).nullish().transform((code) => withoutMarks(code ?? '')),
});

/** Codes are also written with blanks, dots, hyphens and strokes, and in the wide digits of East Asia. */
function withoutMarks(code: string): string | undefined {
  const plain = code.normalize('NFKC').replace(/[\s.\-/]/g, '');
  return plain === '' ? undefined : plain;
}

/** One line asked, or why it is none; `ignored`: keys that nothing is known of. */
export type AskedLine =
  | { readonly kind: 'asked'; readonly asked: z.infer<typeof asked>; readonly line: number; readonly ignored: readonly string[] }
  | { readonly kind: 'failed'; readonly error: TidewaiterError };

/** Descriptions from JSON lines; empty lines are passed over. */
export async function* readAsked({ file, bytes }: InputSource): AsyncGenerator<AskedLine> {
  try {
    for await (const line of linesOf(bytes, LONGEST_LINE)) {
      if ('error' in line) yield { kind: 'failed', error: inFile(line.error, file) };
      else if (line.text.trim() !== '') yield parsed(line.text, file, line.number);
    }
  } catch (error) {
    yield { kind: 'failed', error: inFile(error, file) };
  }
}

function parsed(text: string, file: string, line: number): AskedLine {
  const refused = (code: 'TDW_JSON_MALFORMED' | 'TDW_JSON_FIELD', what: string, element?: string): AskedLine => ({ kind: 'failed', error: new TidewaiterError(code, what, { place: { file, line, ...(element === undefined ? {} : { element }) } }) });
  const written = readJson(text);
  if (written.kind === 'malformed') return refused('TDW_JSON_MALFORMED', 'The line is no well-formed JSON.');
  if (written.kind === 'repeatedKey') return { kind: 'failed', error: repeatedKeyError(written.path, file, line) };
  const checked = asked.safeParse(written.value);
  if (checked.success) return { kind: 'asked', asked: checked.data, line, ignored: Object.keys(written.value as object).filter((key) => !KEYS.has(key)) };
  const [issue] = checked.error.issues;
  return refused('TDW_JSON_FIELD', `The line is no {id?, description, commodityCode?}: ${issue?.message ?? 'something else'}.`, issue?.path.join('.'));
}
