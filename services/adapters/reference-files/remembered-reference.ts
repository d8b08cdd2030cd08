import type { Kind } from '../../reference/kinds/kind.ts';
import { KINDS } from '../../reference/kinds/kinds.ts';
import type { LoadedReference, LoadedSet } from '../../reference/snapshot/load-snapshots.ts';

/** Answers kept for each kind of question; when there are more, all are forgotten: a day's trade asks for fewer. */
const MOST_ANSWERS = 10_000;

/** A look-up as it is remembered, whatever it asks: none has more than three parameters. */
type LookUp = (first: unknown, second?: unknown, third?: unknown) => object;
type QuestionOf = (first: unknown, second?: unknown, third?: unknown) => string;

/** The same reference data, which keep their answers: goods of a code come again and again, and data in memory never change. */
export function rememberedReference(reference: LoadedReference): LoadedReference;
export function rememberedReference<Reference extends LoadedSet>(
  reference: Reference,
  kinds: readonly Kind[],
): Reference;
export function rememberedReference(reference: LoadedSet, kinds: readonly Kind[] = KINDS): LoadedSet {
  const lookUps = reference as unknown as Readonly<Record<string, LookUp>>;
  const remembered: Record<string, LookUp> = {};
  for (const { questions } of kinds)
    for (const [name, questionOf] of Object.entries((questions ?? {}) as Readonly<Record<string, QuestionOf>>))
      remembered[name] = remember(lookUps[name]!, questionOf);
  return { ...reference, ...remembered };
}

function remember(ask: LookUp, questionOf: QuestionOf): LookUp {
  const answers = new Map<string, object>();
  return (first, second, third) => {
    const question = questionOf(first, second, third);
    const known = answers.get(question);
    if (known !== undefined) return known;
    if (answers.size >= MOST_ANSWERS) answers.clear();
    const answer = ask(first, second, third);
    answers.set(question, answer);
    return answer;
  };
}
