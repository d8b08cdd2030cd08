import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateTrade } from '../../../services/generator/generate-trade.ts';
import { day } from '../../harness/checked.ts';
import { readTopic, type TopicReader } from '../../harness/read-topic.ts';
import { streamForTests } from '../../harness/stream-for-tests.ts';

const CLI = join(import.meta.dirname, '../../../dist/services/cli/main.js');
const DRAINED_WITHIN_MS = 10_000;
const stream = await streamForTests({ TIDEWAITER_SCORING_BATCH_SIZE: '50' });
const events = [
  ...generateTrade({ seed: 5, declarations: 6_000, from: day('2026-03-02'), authorityCountry: 'US' }),
].map(({ event }) => event);
const running: ChildProcess[] = [];
let assessments: TopicReader;

function run(): ChildProcess {
  const child = spawn(process.execPath, [CLI, 'run', '--only', 'scoring'], {
    env: { ...process.env, ...stream.variables, TIDEWAITER_LOGGING_LEVEL: 'silent' },
    stdio: 'ignore',
  });
  running.push(child);
  return child;
}

/** Asks the process to end; with its exit code and how long it took. */
async function end(child: ChildProcess): Promise<{ readonly code: number | null; readonly milliseconds: number }> {
  const asked = performance.now();
  const gone = once(child, 'exit') as Promise<[number | null]>;
  child.kill('SIGTERM');
  const [code] = await gone;
  return { code, milliseconds: performance.now() - asked };
}

beforeAll(async () => {
  assessments = await readTopic(stream.kafka.client(), stream.topics.assessments);
  await stream.publish(events);
});
afterAll(async () => {
  running.forEach((child) => child.kill('SIGKILL'));
  await assessments.stop();
  await stream.database.close();
});

describe('a process that is asked to end', () => {
  test('given a backlog, when one of two processes is asked to end in the middle, then it ends by itself in time, and the other answers the rest, each event once', async () => {
    const first = run();
    await assessments.until((messages) => messages.length > 0);
    const second = run();
    await assessments.until((messages) => messages.length > 1_000);
    const ended = await end(first);
    expect(ended.code).toBe(0);
    expect(ended.milliseconds).toBeLessThan(DRAINED_WITHIN_MS);
    expect(assessments.messages.length).toBeLessThan(events.length);
    await assessments.until((messages) => messages.length >= events.length, 100_000);
    const answered = assessments.messages.map((message) => stream.codecs.assessment.decode(message.value!).eventId);
    expect(new Set(answered).size).toBe(events.length);
    expect(answered).toHaveLength(events.length);
    expect((await end(second)).code).toBe(0);
  }, 150_000);
});
