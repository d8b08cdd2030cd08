/** What is wrong with one row, and where it stands in the content: "lines[3]". */
export interface RowProblem {
  readonly path: string;
  readonly what: string;
}

/** The first row of a list that is not as wanted. A check that meets a shape it cannot even read says the same as one that fails. */
export function firstProblem<T>(
  list: string,
  rows: readonly T[],
  problem: (row: T, index: number) => string | undefined,
): RowProblem | undefined {
  for (const [index, row] of rows.entries()) {
    const wanted = attempt(() => problem(row, index));
    if (wanted !== undefined)
      return {
        path: `${list}[${index}]`,
        what: `${JSON.stringify(row).slice(0, 60)} is not what is wanted: ${wanted}`,
      };
  }
  return undefined;
}

function attempt(check: () => string | undefined): string | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof TypeError) return 'another shape';
    throw error;
  }
}

export const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
/** ISO 3166-1 alpha-2. */
export const isCountry = (value: unknown): boolean => typeof value === 'string' && /^[A-Z]{2}$/.test(value);
/** Category and type of a document: "X002". */
export const isDocumentCode = (value: string): boolean => /^[A-Z0-9]{2,4}$/.test(value);
