import type { ErrorCode } from '../risk/failure/error-codes.ts';
import { TidewaiterError } from '../risk/failure/tidewaiter-error.ts';

/** A file as the importers see it: already read and unpacked, so that recognising and parsing stay pure. */
export interface SourceFile {
  /** For people and for error messages. */
  readonly name: string;
  readonly sha256: string;
  readonly body: SourceBody;
}

export type SourceBody =
  | { readonly kind: 'text'; readonly text: string }
  /** A spreadsheet workbook: cells as text, empty cells as "". */
  | { readonly kind: 'workbook'; readonly sheets: readonly Sheet[] };

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The error for one place of a file. @param what ends the sentence that begins with file, line and element: "is no day" */
export type Malformed = (line: number | undefined, element: string | undefined, what: string) => TidewaiterError;

/** The error for a row or member of a reference file that cannot be read. */
export function malformedRow(
  file: SourceFile,
  line: number | undefined,
  element: string | undefined,
  what: string,
): TidewaiterError {
  return malformedIn(file, 'TDW_REFERENCE_MALFORMED')(line, element, what);
}

/** Errors of one code about one file. */
export function malformedIn(file: SourceFile, code: ErrorCode): Malformed {
  return (line, element, what) => {
    const location = {
      file: file.name,
      ...(line === undefined ? {} : { line }),
      ...(element === undefined ? {} : { element }),
    };
    return new TidewaiterError(
      code,
      `${[file.name, line === undefined ? '' : `line ${line}`, element ?? ''].filter((part) => part !== '').join(', ')}: ${what}.`,
      { location },
    );
  };
}

/** Refuses a text that was not UTF-8: names of parties would not be what they were. What could not be read stands as U+FFFD. */
export function refuseOtherEncoding(text: string, malformed: Malformed): void {
  const at = text.indexOf('\ufffd');
  if (at >= 0) throw malformed(text.slice(0, at).split('\n').length, undefined, 'is not in UTF-8; save it as UTF-8');
}
