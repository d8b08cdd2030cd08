import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../../services/adapters/logging/create-log.ts';
import { generateTrade } from '../../services/generator/generate-trade.ts';
import { type RunningServices, startServices } from '../../services/runtime/start-services.ts';
import { day } from '../harness/checked.ts';
import { readTopic } from '../harness/read-topic.ts';
import { streamForTests } from '../harness/stream-for-tests.ts';
import { runCli } from '../unit/cli/run-cli.ts';

// Chapter 6: dead letters and redrive.
//
// Bad input must not stop the stream, and must not vanish either. A record that cannot be read or judged becomes a dead letter with
// its original bytes, and where its declaration can be told a person is asked to look: "could not be assessed" is never "green".

const stream = await streamForTests({
  TIDEWAITER_AUTHORITY_COUNTRY: 'US',
  TIDEWAITER_AUTHORITY_CURRENCY: 'USD',
  TIDEWAITER_AUTHORITY_TIME_ZONE: 'America/New_York',
});
const [broken, large] = [
  ...generateTrade({ seed: 6, declarations: 2, from: day('2026-03-02'), authorityCountry: 'US' }),
].map(({ event }) => event);
const cutShort = stream.codecs.declarationEvent.encode(broken!).subarray(0, 100);

const read = (topic: string) => readTopic(stream.kafka.client(), topic);
const [assessments, deadLetters, referrals] = await Promise.all([
  read(stream.topics.assessments),
  read(stream.topics.deadLetters),
  read(stream.topics.referrals),
]);
const tidewaiter = (...args: string[]) => runCli(args, { variables: stream.variables });

// Somebody has set the largest record that may be written so low that no assessment fits.
const tooLow = { ...stream.settings, limits: { ...stream.settings.limits, outputBytes: 6_000 } };
const log = createLog('silent');
const start = (settings: typeof tooLow): Promise<RunningServices> => startServices(settings, { log, now: Date.now });
let services: RunningServices;

beforeAll(async () => {
  services = await start(tooLow);
});
afterAll(async () => {
  await services.stop();
  await Promise.all([assessments, deadLetters, referrals].map((reader) => reader.stop()));
  await stream.database.close();
});

const letterWith = (code: string) =>
  deadLetters.messages
    .map(({ value }) => stream.codecs.deadLetter.decode(value!))
    .find((letter) => letter.code === code)!;

test('what cannot be read, and what cannot be answered, become dead letters, and people are told', async () => {
  await stream.publish([{ key: broken!.declarationId, value: cutShort }, large!]);
  await deadLetters.until((messages) => messages.length >= 2);

  const unreadable = letterWith('TDW_AVRO_TRUNCATED');
  expect(unreadable).toMatchObject({ step: 'decode', declarationId: broken!.declarationId, redrives: [] });
  expect(Buffer.from(unreadable.value!)).toEqual(cutShort);
  expect(letterWith('TDW_OUTPUT_TOO_LARGE')).toMatchObject({
    step: 'emit',
    eventId: large!.eventId,
    declarationId: large!.declarationId,
  });

  // A referral of kind `notAssessed` for each: lane `query`, with the code.
  await referrals.until((messages) => messages.length >= 2);
  const asked = referrals.messages.map(({ value }) => stream.codecs.referral.decode(value!));
  expect(asked.map(({ kind, lane, declarationId }) => [kind, lane, declarationId]).sort()).toEqual(
    [broken!, large!].map(({ declarationId }) => ['notAssessed', 'query', declarationId]).sort(),
  );
  expect(assessments.messages).toEqual([]);
});

// An operator sees what there is, without seeing what declarations say.
test('the list holds no personal data', async () => {
  const { code, stdout } = await tidewaiter('dead-letters', 'list', '--code', 'TDW_AVRO_TRUNCATED', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    deadLetterId: letterWith('TDW_AVRO_TRUNCATED').deadLetterId,
    step: 'decode',
    redrives: 0,
  });
  expect(stdout).not.toContain(broken!.declarationId);
});

// Looking at one of them whole does show personal data, so who looks, and why, is on record before anything is shown.
test('who looks inside is on record', async () => {
  const shown = await tidewaiter(
    'dead-letters',
    'show',
    letterWith('TDW_AVRO_TRUNCATED').deadLetterId,
    '--by',
    'ops-17',
    '--reason',
    'the sender asks what arrived',
    '--json',
  );
  expect(JSON.parse(shown.stdout)).toMatchObject({ key: broken!.declarationId, value: cutShort.toString('base64') });
  expect(await stream.database.query('SELECT who, reason FROM accesses')).toEqual([
    { who: 'ops-17', reason: 'the sender asks what arrived' },
  ]);
});

// The cause is mended first: redriving without that makes the same dead letter again. Then the original record is sent again, byte for
// byte. Its event keeps its id, so one that was answered meanwhile would be skipped as a duplicate; who sent it and why is on record.
test('once the cause is mended, a redrive is answered like any other record', async () => {
  await services.stop();
  services = await start(stream.settings);
  const { code } = await tidewaiter(
    'dead-letters',
    'redrive',
    '--code',
    'TDW_OUTPUT_TOO_LARGE',
    '--by',
    'ops-17',
    '--reason',
    'limit raised',
    '--json',
  );
  expect(code).toBe(0);
  await assessments.until((messages) => messages.length >= 1);
  expect(stream.codecs.assessment.decode(assessments.messages[0]!.value!)).toMatchObject({
    eventId: large!.eventId,
    declarationId: large!.declarationId,
  });
  expect(await stream.database.query('SELECT who, reason FROM redrives')).toEqual([
    { who: 'ops-17', reason: 'limit raised' },
  ]);
});

// The record that was cut short stays a dead letter until its retention ends: no redrive brings back missing bytes. A person was asked.
