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
