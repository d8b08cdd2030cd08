import { MOST_PROBLEMS_NAMED, type Problem } from '../../../risk/declaration/validate.ts';
import { TidewaiterError } from '../../../risk/failure/tidewaiter-error.ts';
import { readJson } from '../../../risk/json/read-json.ts';
import type { InputEntry, InputSource, RecordOptions } from '../source/input-entry.ts';
import { completeEvent } from './complete.ts';
import { readLines } from './read-lines.ts';

/** As large as one XML message may be, in bytes. */
export const LONGEST_LINE = 10 * 1024 * 1024;

/** The first line of JSON as people like to see it: up to the line that closes it at the margin it is one thing, which is told once. */
const BEGINS_SPREAD = /^[{[]\s*$/;

/** One event a line, as `publish --dry-run --json` prints it. A bad line, or an object set over several lines, is one error with its number and field; the next ones are still read. */
export function readJsonLines(source: InputSource, options: RecordOptions): AsyncGenerator<InputEntry> {
  const { file } = source;
  let spread = false;
  return readLines(source, LONGEST_LINE, (text, line): InputEntry | undefined => {
    if (spread && !/^\{./.test(text)) {
      spread = !/^[}\]]/.test(text);
      return undefined;
    }
    spread = BEGINS_SPREAD.test(text);
    return spread ? { kind: 'failed', file, error: overSeveralLines(file, line) } : readLine(file, line, text, options);
  });
}

function readLine(file: string, line: number, text: string, options: RecordOptions): InputEntry {
  const written = readJson(text);
  const malformed = (says: string, cause?: unknown): InputEntry => ({
    kind: 'failed',
    file,
    error: new TidewaiterError('TDW_JSON_MALFORMED', says, {
      location: { file, line },
      ...(cause === undefined ? {} : { cause }),
    }),
  });
  if (written.kind === 'malformed') return malformed('The line is not one JSON object.', written.cause);
  if (written.kind === 'repeatedKey')
    return { kind: 'failed', file, error: repeatedKeyError(written.path, file, line) };
  if (Array.isArray(written.value)) return malformed('The line is a list; JSON lines have one object a line.');
  if (typeof written.value !== 'object' || written.value === null) return malformed('The line is not one JSON object.');
  const completed = completeEvent(written.value, options, 'JSON');
  if ('event' in completed) return { kind: 'event', file, event: completed.event };
  return { kind: 'failed', file, error: fieldError('TDW_JSON_FIELD', completed.problems, file, line) };
}

/** The error for problems of one record: the first is its place, the first few are named. */
export function fieldError(
  code: 'TDW_JSON_FIELD' | 'TDW_EVENT_INVALID',
  problems: readonly Problem[],
  file: string,
  line: number,
): TidewaiterError {
  const named = problems
    .slice(0, MOST_PROBLEMS_NAMED)
    .map((problem) => `${problem.path === '' ? 'the line' : problem.path}: ${problem.message}`);
  const first = problems[0]?.code === 'TDW_EVENT_ID_MISMATCH' ? problems[0].code : code;
  return new TidewaiterError(first, `${named.join('; ')}.`, {
    location: { file, line, element: problems[0]?.path ?? '' },
  });
}

/** The error for a key that a line holds twice. @param path of the key */
export function repeatedKeyError(path: string, file: string, line: number): TidewaiterError {
  return new TidewaiterError(
    'TDW_JSON_REPEATED_KEY',
    `The key ${path} stands twice in one object, and only one of its values could be taken.`,
    { location: { file, line, element: path } },
  );
}

function overSeveralLines(file: string, line: number): TidewaiterError {
  return new TidewaiterError(
    'TDW_JSON_MALFORMED',
    'The object or list goes over several lines; JSON lines have one object a line.',
    { location: { file, line } },
  );
}
