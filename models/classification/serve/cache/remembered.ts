/** Words kept unless told otherwise: spelling errors and article numbers would fill the memory. */
const MOST_WORDS = 200_000;

/** Makes what belongs to a word once and keeps it; beyond `most` words the older half is forgotten. */
export function remembered<T extends object | string | number>(
  make: (word: string) => T,
  most = MOST_WORDS,
): (word: string) => T {
  let kept = new Map<string, T>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    if (kept.size >= most) kept = new Map([...kept].slice(most / 2));
    const made = make(word);
    kept.set(word, made);
    return made;
  };
}

/** Makes something when it is first asked for, and keeps it: what most calls of the program do without costs them nothing. */
export function whenAsked<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
