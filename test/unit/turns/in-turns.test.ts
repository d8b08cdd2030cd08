import { expect, test } from 'vitest';
import { inTurns } from '../../../services/adapters/turns/in-turns.ts';

test('given work that pauses, then what waits for the event loop has its turn at every pause, and the answer is that of the work', async () => {
  const order: string[] = [];
  function* work(): Generator<undefined, string, undefined> {
    for (const part of ['first', 'second', 'third']) {
      order.push(part);
      setImmediate(() => order.push(`after ${part}`));
      yield;
    }
    return 'done';
  }
  expect(await inTurns(work())).toBe('done');
  expect(order).toEqual(['first', 'after first', 'second', 'after second', 'third', 'after third']);
});

test('given work that fails, then its error is what the caller gets', async () => {
  function* work(): Generator<undefined, never, undefined> {
    throw new RangeError('no');
  }
  await expect(inTurns(work())).rejects.toThrow('no');
});
