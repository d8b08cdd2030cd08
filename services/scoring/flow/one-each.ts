/**
 * The answers, one to each that was asked. An answer too few would let entries vanish while their offsets are committed, one too
 * many would give them the answers of others: both are our own bug, and end on its way (retry, split, dead letter).
 * @throws RangeError that names who answered
 */
export function oneEach<Answer>(answers: readonly Answer[], asked: number, who: string): readonly Answer[] {
  if (answers.length !== asked) throw new RangeError(`${who}: ${answers.length} answers to ${asked} asked`);
  return answers;
}
