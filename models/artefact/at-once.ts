/** Does work that pauses of itself without the pauses: for whoever has no other work to let through meanwhile. */
export function atOnce<T>(work: Generator<undefined, T, undefined>): T {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
