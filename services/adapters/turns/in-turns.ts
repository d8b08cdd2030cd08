import { setImmediate } from 'node:timers/promises';

/** Does work that pauses of itself, beside other work: whatever waits for the event loop has its turn at every pause. */
export async function inTurns<T>(work: Generator<undefined, T, undefined>): Promise<T> {
  let step = work.next();
  while (!step.done) {
    await setImmediate();
    step = work.next();
  }
  return step.value;
}
