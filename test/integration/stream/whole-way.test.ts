import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importLicences } from '../../../services/adapters/postgres/licence-store.ts';
import { recordedAssessments } from '../../../services/adapters/postgres/recorded-assessments.ts';
import { generateLicences, generateTrade } from '../../../services/generator/generate-trade.ts';
import type { Referral } from '../../../services/risk/messages/referral.ts';
import { factsHashOf } from '../../../services/risk/record/recorded-facts.ts';
import type { RunningServices } from '../../../services/runtime/start-services.ts';
import { day, instant } from '../../harness/checked.ts';
import { readTopic, type TopicReader } from '../../harness/read-topic.ts';
import { streamForTests } from '../../harness/stream-for-tests.ts';

const stream = await streamForTests({
  TIDEWAITER_AUTHORITY_COUNTRY: 'US',
  TIDEWAITER_AUTHORITY_CURRENCY: 'USD',
  TIDEWAITER_AUTHORITY_TIME_ZONE: 'America/New_York',
});
const events = [...generateTrade({ seed: 7, declarations: 400, from: day('2026-03-02'), authorityCountry: 'US' })].map(
  ({ event }) => event,
);
const repeats = events.slice(10, 20);
const bad = Array.from({ length: 5 }, (_, index) => ({
  key: `BAD${index}`,
  value: Buffer.from([0xc3, 0x01, index, 1, 2, 3]),
}));

let services: RunningServices;
let assessments: TopicReader;
let deadLetters: TopicReader;
let referrals: TopicReader;

beforeAll(async () => {
  await importLicences(stream.database, generateLicences(7), 'test', instant('2026-03-01T00:00:00Z'));
  await stream.publish([...events, ...repeats, ...bad]);
  const read = (topic: string): Promise<TopicReader> => readTopic(stream.kafka.client(), topic);
  [assessments, deadLetters, referrals] = await Promise.all([
    read(stream.topics.assessments),
    read(stream.topics.deadLetters),
    read(stream.topics.referrals),
  ]);
  services = await stream.start();
  await assessments.until((messages) => messages.length >= events.length);
  await deadLetters.until((messages) => messages.length >= bad.length);
  await referrals.until((messages) => unassessed(messages).length >= bad.length);
});
afterAll(async () => {
  await services?.stop();
  await Promise.all([assessments, deadLetters, referrals].map((reader) => reader?.stop()));
  await stream.database.close();
});

function unassessed(messages: TopicReader['messages']): readonly Referral[] {
  return messages
    .map((message) => stream.codecs.referral.decode(message.value!))
    .filter((referral) => referral.kind === 'notAssessed');
}

async function recorded(count: number): Promise<void> {
  await expect
    .poll(
      async () =>
        Number((await stream.database.query<{ count: string }>('SELECT count(*) FROM assessments'))[0]!.count),
      { timeout: 60_000 },
    )
    .toBe(count);
}

describe('the whole way of a declaration, on real Kafka and Postgres', () => {
  test('each event ends as one assessment, each bad record as one dead letter with a referral, and repeats as neither', () => {
    const answered = assessments.messages.map((message) => stream.codecs.assessment.decode(message.value!).eventId);
    expect(new Set(answered)).toEqual(new Set(events.map((event) => event.eventId)));
    expect(answered).toHaveLength(events.length);
    const letters = deadLetters.messages.map((message) => stream.codecs.deadLetter.decode(message.value!));
    expect(letters.map((letter) => letter.declarationId).sort()).toEqual(bad.map((record) => record.key));
    expect(unassessed(referrals.messages)).toHaveLength(bad.length);
  });

  test('each assessment stands once in Postgres, with the lane of its event', async () => {
    await recorded(events.length);
    const [lanes] = await stream.database.query<{ unsettled: string }>(
      'SELECT count(*) AS unsettled FROM events WHERE kind IS NULL',
    );
    expect(lanes).toEqual({ unsettled: '0' });
  });

  test('the facts on record are what the content hash says', async () => {
    for await (const row of recordedAssessments(stream.database, {})) expect(factsHashOf(row)).toBe(row.factsHash);
  });
});
