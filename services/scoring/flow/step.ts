import type { ErrorCode } from '../../risk/failure/error-codes.ts';
import type { InboundRecord } from '../ports/stream.ts';

/** What a step carries on: the record, and what is known of it so far. */
export interface Entry {
  readonly record: InboundRecord;
}

/** How a step ended for one entry. */
export type StepResult<Out> =
  | { readonly kind: 'ok'; readonly entry: Out }
  /** Bad input (or, from the processor, our own bug): ends on the dead-letter topic. `message` holds no personal data. */
  | { readonly kind: 'deadLetter'; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'skip'; readonly reason: SkipReason };

/** `conflicting`: a duplicate that says something else than the record that was answered. */
export type SkipReason = 'duplicate' | 'conflicting';

/** Takes the batch's still-good entries and answers each, in order. Never mutates them; throws for infrastructure only. */
export type Step<In extends Entry, Out extends Entry> = (
  entries: readonly In[],
) => Promise<readonly StepResult<Out>[]> | readonly StepResult<Out>[];

export const ok = <Out>(entry: Out): StepResult<Out> => ({ kind: 'ok', entry });
export const deadLetter = (code: ErrorCode, message: string): StepResult<never> => ({
  kind: 'deadLetter',
  code,
  message,
});
export const skip = (reason: SkipReason): StepResult<never> => ({ kind: 'skip', reason });

/**
 * The answers, one to each that was asked. An answer too few would let entries vanish while their offsets are committed, one too
 * many would give them the answers of others: both are our own bug, and end on its way (retry, split, dead letter).
 * @throws RangeError that names who answered
 */
export function oneEach<Answer>(answers: readonly Answer[], asked: number, who: string): readonly Answer[] {
  if (answers.length !== asked) throw new RangeError(`${who}: ${answers.length} answers to ${asked} asked`);
  return answers;
}
