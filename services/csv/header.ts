/** What a table asks of its header. */
export interface WantedColumns {
  /** Every column that it may have; without them any is taken. */
  readonly known?: readonly string[];
  readonly must?: readonly string[];
}

/** A column's name without line breaks and doubled blanks, as spreadsheets have them in headers. */
export function columnName(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

/** All that is wrong with a header, and the first column that it is about. */
export interface HeaderProblem {
  readonly element: string;
  /** "unknown columns: "colour", "size"; missing: "id"". */
  readonly what: string;
}

/**
 * Every unknown column, every missing one and every one that stands twice, in one answer; `undefined` where nothing is
 * wrong.
 */
export function headerProblem(
  columns: readonly string[],
  { known, must = [] }: WantedColumns,
): HeaderProblem | undefined {
  const unknown = known === undefined ? [] : columns.filter((column) => !known.includes(column));
  return toldTogether({
    unknown,
    missing: must.filter((column) => !columns.includes(column)),
    twice: repeated(columns),
  });
}

/** The columns that stand more than once, each once. */
export function repeated(columns: readonly string[]): readonly string[] {
  return [...new Set(columns.filter((column, index) => columns.indexOf(column) !== index))];
}

/** @param problems the columns of each kind; `undefined` where there are none */
export function toldTogether({
  unknown,
  missing,
  twice,
}: {
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
  readonly twice: readonly string[];
}): HeaderProblem | undefined {
  const [element] = [...unknown, ...missing, ...twice];
  if (element === undefined) return undefined;
  const parts = [
    ['unknown', unknown],
    ['missing', missing],
    ['named twice', twice],
  ] as const;
  return {
    element,
    what: parts
      .filter(([, names]) => names.length > 0)
      .map(([kind, names]) => `${kind}: ${names.map(quoted).join(', ')}`)
      .join('; '),
  };
}

function quoted(name: string): string {
  return JSON.stringify(name.slice(0, 200));
}
