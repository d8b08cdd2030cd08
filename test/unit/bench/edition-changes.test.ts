import { expect, test } from 'vitest';
import { answerTimes, changeFigures, dueWithin, underTraffic } from '../../bench/editions/figures.ts';
import type { Change } from '../../bench/editions/make-change.ts';
import type { Answer } from '../../bench/editions/measured-stream.ts';

const change = (edition: string, publishedAt: number, more: Partial<Change> = {}): Change => ({
  part: 'policy',
  step: 'activated, prepared',
  edition,
  askedAt: publishedAt - 100,
  publishedAt,
  doneAt: publishedAt + 500,
  endedAt: publishedAt + 1500,
  longestBlock: { ms: 10, ownMs: 8 },
  ...more,
});
const answer = (due: number, took: number, edition = 'old', partition = 0): Answer => ({
  due,
  at: due + took,
  partition,
  edition,
});

test('given answers before and during two changes of one kind, what was due in a change is set against steady state', () => {
  const changes = [change('a', 10_000), change('b', 20_000, { doneAt: 20_900 })];
  const answers = [
    ...[1_000, 2_000, 3_000].map((due) => answer(due, 40)),
    ...[10_000, 10_100].map((due) => answer(due, 60, 'a', due % 200 === 0 ? 0 : 1)),
    answer(11_500, 900),
    ...[20_400, 20_500].map((due) => answer(due, 50, 'b', due % 200 === 0 ? 0 : 1)),
  ];
  const steady = answerTimes(dueWithin(answers, [[0, 5_000]]));
  expect(steady).toEqual({ answers: 3, p50Ms: 40, p99Ms: 40, maxMs: 40 });
  expect(underTraffic(changes, answers, steady)).toEqual([
    {
      part: 'policy',
      step: 'activated, prepared',
      times: 2,
      seconds: { median: 0.5, max: 0.9 },
      longestBlockMs: { median: 10, max: 10 },
      longestOwnMs: { median: 8, max: 8 },
      answers: 4,
      p50Ms: 50,
      p99Ms: 60,
      maxMs: 60,
      p99ToSteady: 1.5,
      judgedSeconds: { median: 0.16, max: 0.55 },
    },
  ]);
});

test('given an edition that is only announced, nobody has to have judged by it', () => {
  const announced = change('a', 10_000, { step: 'announced' });
  const [figures] = underTraffic([announced], [answer(10_000, 40)], answerTimes([answer(0, 20)]));
  expect(figures).toMatchObject({ answers: 1, p99ToSteady: 2 });
  expect(figures).not.toHaveProperty('judgedSeconds');
});

test('given a partition without an answer by the new edition, the measurement is refused', () => {
  const answers = [answer(10_000, 40, 'a', 0), answer(10_000, 40, 'old', 1)];
  expect(() => underTraffic([change('a', 10_000)], answers, answerTimes(answers))).toThrow(
    'of 2 partitions 1 had an answer by a',
  );
});

test('given changes of several kinds, each has its own figures, in the order in which they were first made, and the block that was longest', () => {
  const changes = [
    change('a', 0, { longestBlock: { ms: 30, ownMs: 20 } }),
    change('b', 0, { part: 'tariff' }),
    change('c', 0, { longestBlock: { ms: 50, ownMs: 45 } }),
  ];
  expect(changeFigures(changes)).toMatchObject([
    { part: 'policy', times: 2, longestBlockMs: { median: 30, max: 50 }, longestOwnMs: { median: 20, max: 45 } },
    { part: 'tariff', times: 1, longestBlockMs: { median: 10, max: 10 } },
  ]);
});
