import Table from 'cli-table3';

/** A table for people, on a terminal or in a file; the first row holds the headings. */
export function textTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  for (const row of rows) table.push([...row]);
  return table.toString();
}
