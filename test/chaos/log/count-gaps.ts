import type { Answers } from '../answers.ts';
import type { PlacedInput } from './placed-input.ts';
import { isTold, type Told } from './told-gaps.ts';

/** What came of the blows to the log: the last three must be zero. */
export interface GapCount {
  readonly published: number;
  readonly answered: number;
  /** Left the log unanswered, and were told. */
  readonly toldLost: number;
  /** Neither answered nor told. */
  readonly unseenGaps: number;
  /** Told as removed from a log that is still there, though they were answered: the range was not exact. */
  readonly toldWrongly: number;
  /** Answered more than once. */
  readonly answeredTwice: number;
}

export function countGaps(
  { placed }: Pick<PlacedInput, 'placed'>,
  { assessed }: Pick<Answers, 'assessed'>,
  told: readonly Told[],
): GapCount {
  const exact = told.filter(({ to }) => to !== undefined);
  const isAnswered = ({ eventId }: { readonly eventId: string }): boolean => assessed.has(eventId);
  return {
    published: placed.length,
    answered: placed.filter(isAnswered).length,
    toldLost: placed.filter((one) => !isAnswered(one) && isTold(one, told)).length,
    unseenGaps: placed.filter((one) => !isAnswered(one) && !isTold(one, told)).length,
    toldWrongly: placed.filter((one) => isAnswered(one) && isTold(one, exact)).length,
    answeredTwice: [...assessed.values()].filter((times) => times > 1).length,
  };
}
