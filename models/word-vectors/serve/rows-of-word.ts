/** Shorter parts stand in too many words by chance ("car" in "carpet"). */
const SHORTEST_PART = 4;
const LONGEST_WORD = 24;

/** British endings for American ones and the other way round; the first that gives a known word counts. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/is(ation|ing|ed|er|e)(s?)$/, 'iz$1$2'],
  [/iz(ation|ing|ed|er|e)(s?)$/, 'is$1$2'],
  [/our/, 'or'],
  [/or(s|ed|ing|less|ful)?$/, 'our$1'],
  [/re(s?)$/, 'er$1'],
  [/er(s?)$/, 're$1'],
  [/ys(e|ed|ing|er|ers)$/, 'yz$1'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
  [/sulph/, 'sulf'],
  [/ae/, 'e'],
  [/oe/, 'e'],
];

/**
 * Rows of a word's vectors: its own; else those of another number or spelling of it; else of its two parts where it is a compound
 * ("liferafts" → life, rafts); else none. Meant to be kept for each word, not asked for each text.
 */
export function rowsOfWord(word: string, rowOf: (word: string) => number | undefined): readonly number[] {
  const own = rowOf(word);
  if (own !== undefined) return [own];
  for (const form of formsOf(word)) {
    const row = rowOf(form);
    if (row !== undefined) return [row];
  }
  return partsOf(word, rowOf);
}

function formsOf(word: string): readonly string[] {
  const numbers = [word, ...numbersOf(word)];
  return numbers.flatMap((form) => [
    form,
    ...SPELLINGS.flatMap(([ending, other]) => (ending.test(form) ? [form.replace(ending, other)] : [])),
  ]);
}

function numbersOf(word: string): readonly string[] {
  if (!word.endsWith('s')) return [`${word}s`, `${word}es`, word.replace(/y$/, 'ies')];
  return [word.slice(0, -1), word.replace(/es$/, ''), word.replace(/ies$/, 'y'), word.replace(/ves$/, 'f')];
}

/** The split whose shorter part is longest: where that is short, the word was cut by chance. */
function partsOf(word: string, rowOf: (word: string) => number | undefined): readonly number[] {
  if (word.length > LONGEST_WORD) return [];
  const cuts = Array.from(
    { length: Math.max(0, word.length - 2 * SHORTEST_PART + 1) },
    (_, index) => index + SHORTEST_PART,
  );
  for (const cut of cuts.sort((a, b) => Math.abs(a - word.length / 2) - Math.abs(b - word.length / 2))) {
    const [head, tail] = [rowOf(word.slice(0, cut)), rowOf(word.slice(cut))];
    if (head !== undefined && tail !== undefined) return [head, tail];
  }
  return [];
}
