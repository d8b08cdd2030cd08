/** Whether a line of a table has the column and states nothing in it. */
export function isBlank(line: unknown, column: string): boolean {
  return typeof line === 'object' && line !== null && (line as Readonly<Record<string, unknown>>)[column] === '';
}
