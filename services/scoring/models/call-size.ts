/** A call is meant to take this long: a model must never hold the event loop for more than 50 ms, on a machine that is overloaded either. Smaller calls cost nothing measurable. */
const AIM_SECONDS = 0.01;
const FIRST = 8;
/** Twenty thousand descriptions a second, none of them seen before, take 26 ms for so many. */
const MOST = 512;

/** How many items the next call of a model may hold. */
export interface CallSize {
  readonly items: number;
  /** Seconds that one item took lately, the slower of the last calls. */
  readonly secondsPerItem: number;
}

export const FIRST_CALL: CallSize = { items: FIRST, secondsPerItem: 0 };

/** What remains of an earlier, slower measurement after one quicker call: slow ones are not forgotten at once. */
const MEMORY = 0.8;

/**
 * The size after a call that took so long. It at most doubles, so that a model that was quick on a few items is not trusted with a
 * thousand; a slow call counts at once and in full.
 */
export function nextSize(
  { items, secondsPerItem }: CallSize,
  called: { readonly items: number; readonly seconds: number },
): CallSize {
  const measured = called.seconds / Math.max(1, called.items);
  const slower = Math.max(measured, secondsPerItem * MEMORY);
  const fits = slower === 0 ? MOST : Math.floor(AIM_SECONDS / slower);
  const grown = called.items < items ? items : items * 2;
  return { items: Math.max(1, Math.min(fits, grown, MOST)), secondsPerItem: slower };
}
