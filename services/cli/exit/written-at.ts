import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { resolve } from 'node:path';

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
