import { expect, test } from 'vitest';
import { pollUntil } from '../../harness/poll-until.ts';

test('given something that comes about later, when it is polled for, then it is returned', async () => {
  const looks = [undefined, 'there'];
  expect(await pollUntil(() => Promise.resolve(looks.shift()), { what: 'it is there', timeoutMs: 60_000 })).toBe(
    'there',
  );
});

test('given something that never comes about, when its time is over, then the error says what, and what was seen last', async () => {
  const look = (): Promise<undefined> => Promise.resolve(undefined);
  await expect(pollUntil(look, { what: 'all is recorded', timeoutMs: -1, seen: () => 39 })).rejects.toThrow(
    /in vain until all is recorded; last seen was 39$/,
  );
});
