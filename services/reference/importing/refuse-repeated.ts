import { malformedRow } from './malformed.ts';
import type { SourceFile } from './source-file.ts';

/** Refuses a file in which one code stands on two rows: which of them counts would be left to chance. @param element the column of the code */
export function refuseRepeated(
  file: SourceFile,
  element: string,
  rows: Iterable<{ readonly line: number; readonly code: string }>,
): void {
  const lineOf = new Map<string, number>();
  for (const { line, code } of rows) {
    const first = lineOf.get(code);
    if (first !== undefined) throw malformedRow(file, line, element, `${code} stands on line ${String(first)} already`);
    lineOf.set(code, line);
  }
}
