/** Answers to what was asked before: bounded, the older half is forgotten first. */
export interface AnswerCache<A> {
  get(key: string): A | undefined;
  set(key: string, answer: A): void;
  readonly use: { readonly hits: number; readonly misses: number };
}

/** Two generations: what is met again moves to the young one; when that is full, the old one goes. */
export function createAnswerCache<A>(most: number): AnswerCache<A> {
  let young = new Map<string, A>();
  let old = new Map<string, A>();
  let [hits, misses] = [0, 0];
  const keep = (key: string, answer: A): void => {
    if (young.size >= most / 2) [old, young] = [young, new Map<string, A>()];
    young.set(key, answer);
  };
  return {
    get(key) {
      const inYoung = young.get(key);
      const found = inYoung ?? old.get(key);
      if (found === undefined) {
        misses += 1;
        return undefined;
      }
      hits += 1;
      if (inYoung === undefined) keep(key, found);
      return found;
    },
    set: keep,
    get use() {
      return { hits, misses };
    },
  };
}
