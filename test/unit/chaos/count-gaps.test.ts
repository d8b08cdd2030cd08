import { describe, expect, test } from 'vitest';
import { countGaps } from '../../chaos/log/count-gaps.ts';
import type { Placed } from '../../chaos/log/placed-input.ts';
import type { Told } from '../../chaos/log/told-gaps.ts';

const placed = (offset: bigint, log = 0): Placed => ({ eventId: `${log}/${offset}`, partition: 1, offset, log });
const count = (
  inputs: readonly Placed[],
  answered: readonly string[],
  told: readonly Told[],
): ReturnType<typeof countGaps> =>
  countGaps({ placed: inputs }, { assessed: new Map(answered.map((id) => [id, 1])) }, told);
const removed: Told = { log: 0, partition: 1, from: 2n, to: 4n };

describe('the count of what left the log', () => {
  const four = [1n, 2n, 3n, 4n].map((offset) => placed(offset));

  test('given events that are answered or lie in a range that was told, then none is unseen', () => {
    expect(count(four, ['0/1', '0/4'], [removed])).toMatchObject({
      answered: 2,
      toldLost: 2,
      unseenGaps: 0,
      toldWrongly: 0,
    });
  });
  test('given one that is neither, in that partition or in another, then it is unseen', () => {
    expect(count(four, ['0/1'], [removed])).toMatchObject({ toldLost: 2, unseenGaps: 1 });
    expect(count(four, ['0/1', '0/4'], [{ ...removed, partition: 0 }])).toMatchObject({ unseenGaps: 2 });
  });
  test('given a range that holds an answered event, then it was not exact', () => {
    expect(count(four, ['0/1', '0/3', '0/4'], [removed])).toMatchObject({ toldWrongly: 1 });
  });
  test('given a log that was replaced, then its end is told and nothing of the next log', () => {
    const told: Told = { log: 0, partition: 1, from: 3n, to: undefined };
    expect(count([...four, placed(3n, 1)], ['0/1', '0/2'], [told])).toMatchObject({
      toldLost: 2,
      unseenGaps: 1,
      toldWrongly: 0,
    });
  });
});
