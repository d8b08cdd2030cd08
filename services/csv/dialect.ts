/** The separators that are told apart; no path of the event and hardly a column's name holds one of the last three. */
const SEPARATORS = [',', ';', '\t', '|'] as const;
/** What Excel takes as the first line of a file, to say how the others are separated. */
const SEP_LINE = /^"?sep=(.)"?\s*$/i;

/**
 * The separator of a CSV text: what a line "sep=;" says, else the one that the header has most of, quoted cells not
 * counted.
 * @param beginning of the text, the whole header at least
 */
export function separatorOf(beginning: string): string {
  const text = beginning.replace(/^\ufeff/, '').trimStart();
  const stated = SEP_LINE.exec(firstLine(text))?.[1];
  if (stated !== undefined) return stated;
  const header = firstLine(text.replace(/"(?:[^"]|"")*"/g, ''));
  const counted = SEPARATORS.map((separator) => ({ separator, count: header.split(separator).length }));
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator;
}

/** Whether a first row is Excel's "sep=;", split at its own separator. */
export function isSepLine(cells: readonly string[]): boolean {
  const [first = '', ...rest] = cells.map((cell) => cell.trim());
  return /^sep=.?$/i.test(first) && rest.every((cell) => cell === '');
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? '';
}
