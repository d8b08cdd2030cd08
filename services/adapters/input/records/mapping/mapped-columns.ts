import { repeated, toldTogether } from '../../../../csv/header.ts';
import { TidewaiterError } from '../../../../risk/failure/tidewaiter-error.ts';
import type { CsvMapping, MappedPath } from './mapping.ts';

/** A column that is read: where its cells stand and where they go. */
export interface MappedColumn {
  readonly index: number;
  readonly name: string;
  readonly paths: readonly MappedPath[];
  readonly values: ReadonlyMap<string, string> | undefined;
}

/** Where everything that a mapping names stands in one file. */
export interface FileColumns {
  readonly columns: readonly MappedColumn[];
  readonly group: readonly number[];
}

/**
 * Finds a mapping's columns in a file's header. Throws TDW_CSV_COLUMN, naming all that are neither mapped nor ignored,
 * all that the file lacks and all that stand twice.
 */
export function fileColumns(
  header: readonly string[],
  line: number,
  { columns, group, ignore, values }: CsvMapping,
): FileColumns {
  const named = [...new Set([...columns.keys(), ...group])];
  const problem = toldTogether({
    unknown: header.filter((name) => !named.includes(name) && !ignore.has(name)),
    missing: named.filter((name) => !header.includes(name)),
    twice: repeated(header.filter((name) => !ignore.has(name))),
  });
  if (problem !== undefined) {
    const what = problem.what
      .replace(/^unknown/, 'neither mapped nor ignored')
      .replace('missing', 'mapped, but not in the file');
    throw new TidewaiterError('TDW_CSV_COLUMN', `The header is not as the mapping file has it (${what}).`, {
      location: { line, element: problem.element.slice(0, 200) },
    });
  }
  return {
    columns: [...columns].map(([name, paths]) => ({
      index: header.indexOf(name),
      name,
      paths,
      values: values.get(name),
    })),
    group: group.map((name) => header.indexOf(name)),
  };
}
