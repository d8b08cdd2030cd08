/**
 * A table of words as it stands in a source: entries with a semicolon or a new line between, each a word and what it stands for.
 * @returns what each word stands for, its words with one space between
 */
export const wordTable = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(/[;\n]/).flatMap((entry): [string, string][] => {
      const [word, ...meaning] = entry.trim().split(/\s+/);
      return word === undefined || meaning.length === 0 ? [] : [[word, meaning.join(' ')]];
    }),
  );
