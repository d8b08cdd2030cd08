import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateTrade } from '../../../services/generator/generate-trade.ts';
import type { RunningServices } from '../../../services/runtime/start-services.ts';
import { day } from '../../harness/checked.ts';
import { readTopic, type TopicReader } from '../../harness/read-topic.ts';
import { streamForTests } from '../../harness/stream-for-tests.ts';

const CLI = join(import.meta.dirname, '../../../dist/services/cli/main.js');
const stream = await streamForTests();
const [event] = [...generateTrade({ seed: 3, declarations: 1, from: day('2026-03-02'), authorityCountry: 'US' })].map(
  (one) => one.event,
);
let services: RunningServices;
let assessments: TopicReader;
let deadLetters: TopicReader;

interface Ran {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
}

async function cli(...args: string[]): Promise<Ran> {
  const run = promisify(execFile)(process.execPath, [CLI, ...args], { env: { ...process.env, ...stream.variables } });
  const { code, stdout } = await run.then(
    ({ stdout: out }) => ({ code: 0, stdout: out }),
    (error: { code: number; stdout: string }) => error,
  );
  return {
    code,
    lines:
      stdout.trim() === ''
        ? []
        : stdout
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

beforeAll(async () => {
  [assessments, deadLetters] = await Promise.all([
    readTopic(stream.kafka.client(), stream.topics.assessments),
    readTopic(stream.kafka.client(), stream.topics.deadLetters),
  ]);
  // Keyed by another id than its own, so that it is refused although it could be read.
  await stream.publish([{ key: 'ELSEWHERE', value: stream.codecs.declarationEvent.encode(event!) }]);
  services = await stream.start();
  await deadLetters.until((messages) => messages.length === 1);
});
afterAll(async () => {
  await services?.stop();
  await Promise.all([assessments, deadLetters].map((reader) => reader?.stop()));
  await stream.database.close();
});

describe('a record that could not be assessed', () => {
  test('given a dead letter, when listed, then it is told what it is and nothing of the declaration', async () => {
    const { code, lines } = await cli('dead-letters', 'list', '--json');
    expect(code).toBe(0);
    expect(lines).toMatchObject([{ code: 'TDW_EVENT_KEY_MISMATCH', step: 'validate', eventId: event!.eventId }]);
    expect(Object.keys(lines[0]!)).not.toContain('value');
  });

  test('given a dead letter, when somebody looks into it, then who and why is on record before it is shown', async () => {
    const [letter] = (await cli('dead-letters', 'list', '--json')).lines;
    expect((await cli('dead-letters', 'show', String(letter!['deadLetterId']))).code).toBe(2);
    const shown = await cli(
      'dead-letters',
      'show',
      String(letter!['deadLetterId']),
      '--by',
      'op7',
      '--reason',
      'sender asks',
      '--json',
    );
    expect(shown.lines[0]).toMatchObject({ key: 'ELSEWHERE' });
    expect(await stream.database.query('SELECT who, command, reason FROM accesses')).toEqual([
      { who: 'op7', command: 'dead-letters show', reason: 'sender asks' },
    ]);
  });

  test('given a dead letter, when it is shown by the first letters of its id, then its event is read out beside the bytes', async () => {
    const { deadLetterId } = stream.codecs.deadLetter.decode(deadLetters.messages[0]!.value!);
    const shown = await cli(
      'dead-letters',
      'show',
      deadLetterId.slice(0, 8),
      '--by',
      'op7',
      '--reason',
      'what is it',
      '--json',
    );
    expect(shown).toMatchObject({
      code: 0,
      lines: [
        {
          deadLetterId,
          event: {
            eventId: event!.eventId,
            goodsItems: event!.goodsItems.map(({ sequenceNumber }) => ({ sequenceNumber })),
          },
        },
      ],
    });
  });

  test('given a dead letter, when it is redriven as it was, then it is refused again and carries who sent it', async () => {
    const redriven = await cli(
      'dead-letters',
      'redrive',
      '--code',
      'TDW_EVENT_KEY_MISMATCH',
      '--by',
      'op7',
      '--reason',
      'try again',
      '--json',
    );
    expect(redriven).toMatchObject({ code: 0, lines: [{ redriven: true, eventId: event!.eventId }] });
    await deadLetters.until((messages) => messages.length === 2);
    const again = stream.codecs.deadLetter.decode(deadLetters.messages[1]!.value!);
    expect(again).toMatchObject({ eventId: event!.eventId, redrives: [{ by: 'op7', reason: 'try again' }] });
    expect(await stream.database.query('SELECT who, reason FROM redrives')).toEqual([
      { who: 'op7', reason: 'try again' },
    ]);
  });

  test('given the event keyed as it should be, when it comes, then it is assessed: a dead letter holds no claim on it', async () => {
    await stream.publish([event!]);
    await assessments.until((messages) => messages.length === 1);
    expect(stream.codecs.assessment.decode(assessments.messages[0]!.value!).eventId).toBe(event!.eventId);
  });

  test('given an assessed event, when its repeat is refused, then the event keeps its claim: what comes again is a duplicate', async () => {
    await stream.publish([{ key: 'ELSEWHERE', value: stream.codecs.declarationEvent.encode(event!) }]);
    await deadLetters.until((messages) => messages.length === 3);
    expect(await stream.database.query('SELECT released FROM events WHERE event_id = $1', [event!.eventId])).toEqual([
      { released: false },
    ]);
  });

  test('given an event whose id is none, when it comes, then it is a dead letter and the stream goes on', async () => {
    await stream.publish([
      { key: event!.declarationId, value: stream.codecs.declarationEvent.encode({ ...event!, eventId: 'no uuid' }) },
    ]);
    await deadLetters.until((messages) => messages.length === 4);
    expect(stream.codecs.deadLetter.decode(deadLetters.messages[3]!.value!)).toMatchObject({
      code: 'TDW_EVENT_INVALID',
      step: 'validate',
    });
  });
});
