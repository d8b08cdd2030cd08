import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { resolve } from 'node:path';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';

/** How errors are written: for people, or one JSON object a line for machines. */
export type ErrorForm = 'text' | 'json';

/** One line on standard error: `TDW_CODE: file:line element: what — what to do`. */
export function errorLine(error: TidewaiterError, form: ErrorForm): string {
  const { code, location, message, todo } = error;
  if (form === 'json')
    return JSON.stringify({
      file: location?.file,
      code,
      line: location?.line,
      element: location?.element,
      message,
      todo,
    });
  return `${code}: ${where(error)}${message} — ${todo}`;
}

function where({ location, message }: TidewaiterError): string {
  if (location?.file === undefined || message.includes(location.file)) return '';
  const spot = [location.file, location.line].filter((part) => part !== undefined).join(':');
  return location.element === undefined || message.includes(location.element)
    ? `${spot}: `
    : `${spot}: ${location.element}: `;
}

/**
 * Any thrown value as an error with a stable code. Of an unexpected one only its class and the place in our code are
 * kept: its message may quote a declaration.
 */
export function asTidewaiterError(thrown: unknown): TidewaiterError {
  if (thrown instanceof TidewaiterError) return thrown;
  const name = thrown instanceof Error ? thrown.constructor.name : typeof thrown;
  return new TidewaiterError('TDW_INTERNAL', `unexpected ${name}${thrownAt(thrown)}`, { cause: thrown });
}

function thrownAt(thrown: unknown): string {
  const frame =
    thrown instanceof Error
      ? /\n\s+at (?:.*\()?(?:file:\/\/)?([^()\s]+):(\d+):(\d+)\)?/.exec(thrown.stack ?? '')
      : null;
  if (frame === null) return '';
  const { file, line, column } = writtenAt({ file: frame[1]!, line: Number(frame[2]), column: Number(frame[3]) });
  return ` at ${file.split('/').slice(-3).join('/')}:${line}:${column}`;
}

/** A place in a file of code; line and column from 1. */
export interface CodePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where code was written that was put into another file since, by the map beside that file; the place itself where it has none. */
export function writtenAt(place: CodePlace): CodePlace {
  const map = mapOf(place.file);
  const origin = map?.findOrigin(place.line, place.column);
  if (origin === undefined || !('fileName' in origin)) return place;
  return { file: resolve(place.file, '..', origin.fileName), line: origin.lineNumber, column: origin.columnNumber };
}

function mapOf(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
