const SECOND = 1000;
/** Share of the age by which the answer may be too old. */
const PRECISION = 0.05;

/**
 * The arrival of the oldest unanswered record, narrowed down by asking whether one arrived before a given time: the brokers
 * find the first offset after a time, but not the time of an offset. Doubles the age until none is older, then halves.
 */
export async function oldestArrival(
  unansweredBefore: (instant: number) => Promise<boolean>,
  now: number,
): Promise<number> {
  let [younger, older] = [0, SECOND];
  while (await unansweredBefore(now - older)) [younger, older] = [older, older * 2];
  while (older - younger > Math.max(SECOND, older * PRECISION)) {
    const middle = Math.round((younger + older) / 2);
    if (await unansweredBefore(now - middle)) younger = middle;
    else older = middle;
  }
  return now - older;
}
