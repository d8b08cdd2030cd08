import { z } from 'zod';
import { LONGEST_LINE, repeatedKeyError } from '../../../adapters/input/records/read-json-lines.ts';
import { type FailedLine, readLines } from '../../../adapters/input/records/read-lines.ts';
import type { InputSource } from '../../../adapters/input/source/input-entry.ts';
import { type ErrorLocation, TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { readJson } from '../../../risk/json/read-json.ts';

const KEYS: ReadonlySet<string> = new Set(['id', 'description', 'commodityCode']);

/** A code that was written as a number has lost its leading nought: codes have an even number of digits. */
const numericCode = z
  .int()
  .nonnegative()
  .transform((code) => (String(code).length % 2 === 0 ? String(code) : `0${String(code)}`));
const asked = z.object({
  id: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((id) => id ?? undefined),
  description: z
    .string()
    .nullable()
    .transform((description) => description ?? ''),
  commodityCode: z
    .union([z.string(), numericCode])
    .nullish()
    .transform((code) => withoutMarks(code ?? '')),
});

/** Codes are also written with blanks, dots, hyphens and strokes, and in the wide digits of East Asia. */
function withoutMarks(code: string): string | undefined {
  const plain = code.normalize('NFKC').replace(/[\s.\-/]/g, '');
  return plain === '' ? undefined : plain;
}

/** One line asked, or why it is none, with its id where that can be read; `ignored`: keys that nothing is known of. */
export type AskedLine =
  | {
      readonly kind: 'asked';
      readonly asked: z.infer<typeof asked>;
      readonly line: number;
      readonly ignored: readonly string[];
    }
  | (FailedLine & { readonly id?: string | number });

/** Descriptions from JSON lines; empty lines are passed over. */
export function readAsked(source: InputSource): AsyncGenerator<AskedLine> {
  return readLines(source, LONGEST_LINE, (text, line) => parsed(text, source.file, line));
}

function parsed(text: string, file: string, line: number): AskedLine {
  const written = readJson(text);
  if (written.kind === 'malformed')
    return {
      kind: 'failed',
      file,
      error: new TidewaiterError(
        'TDW_JSON_MALFORMED',
        'The line is no JSON object {id?, description, commodityCode?}.',
        { location: { file, line } },
      ),
    };
  if (written.kind === 'repeatedKey')
    return { kind: 'failed', file, error: repeatedKeyError(written.path, file, line) };
  const checked = asked.safeParse(written.value);
  if (checked.success)
    return {
      kind: 'asked',
      asked: checked.data,
      line,
      ignored: Object.keys(written.value as object).filter((key) => !KEYS.has(key)),
    };
  return { kind: 'failed', file, error: refusal(checked.error.issues[0]!, { file, line }), ...idIn(written.value) };
}

function refusal({ path, input, message }: z.core.$ZodIssue, location: ErrorLocation): TidewaiterError {
  const [key] = path;
  if (key === undefined)
    return new TidewaiterError('TDW_JSON_FIELD', 'The line is no JSON object {id?, description, commodityCode?}.', {
      location,
    });
  const why = input === undefined ? 'is missing' : `cannot be read: ${message}`;
  return new TidewaiterError('TDW_JSON_FIELD', `The key ${String(key)} ${why}.`, {
    location: { ...location, element: String(key) },
  });
}

function idIn(value: unknown): { readonly id?: string | number } {
  const read = asked.pick({ id: true }).safeParse(value);
  return read.success && read.data.id !== undefined ? { id: read.data.id } : {};
}
