import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schemaFolder } from '../../../services/adapters/avro/schema-files.ts';
import { readToEnd } from '../../../services/adapters/kafka/stream/read-to-end.ts';
import { importLicences } from '../../../services/adapters/postgres/licence-store.ts';
import { generateLicences, generateTrade } from '../../../services/generator/generate-trade.ts';
import { eventIdOf } from '../../../services/risk/identity/derived-ids.ts';
import type { RunningServices } from '../../../services/runtime/start-services.ts';
import type { InboundRecord } from '../../../services/scoring/ports/stream.ts';
import { day, instant } from '../../harness/checked.ts';
import { javaClient, pythonClient } from '../../harness/other-clients.ts';
import { readTopic, type TopicReader } from '../../harness/read-topic.ts';
import { streamForTests } from '../../harness/stream-for-tests.ts';

const SEED = 7;
const stream = await streamForTests();
const java = javaClient();
const python = pythonClient();
const events = [
  ...generateTrade({ seed: SEED, declarations: 60, from: day('2026-11-02'), authorityCountry: 'US' }),
].map(({ event }) => event);
const [brokers, topic] = [stream.kafka.brokers, stream.topics.declarations];

let services: RunningServices;
let assessments: TopicReader;

/** Everything that stands on a topic. */
async function onTopic(name: string): Promise<readonly InboundRecord[]> {
  const records: InboundRecord[] = [];
  await readToEnd(stream.kafka.client(), { topic: name, groupPrefix: stream.kafka.prefix }, (record) =>
    records.push(record),
  );
  return records;
}

/** The two events that a producer sends of a declaration. */
const sentOf = (declarationId: string): readonly string[] => [
  eventIdOf({ declarationId, eventType: 'lodged', version: 1 }),
  eventIdOf({ declarationId, eventType: 'cancelled', version: 1, cause: 'lodged twice' }),
];

const answered = (eventIds: readonly string[]): Promise<void> =>
  assessments.until((messages) => {
    const seen = new Set(messages.map(({ value }) => stream.codecs.assessment.decode(value!).eventId));
    return eventIds.every((id) => seen.has(id));
  });

beforeAll(async () => {
  await importLicences(stream.database, generateLicences(SEED), 'generator', instant('2026-11-01T00:00:00Z'));
  await stream.publish([...events, { key: 'broken', value: Buffer.from('no Avro') }]);
  assessments = await readTopic(stream.kafka.client(), stream.topics.assessments);
  services = await stream.start();
  await answered(events.map(({ eventId }) => eventId));
});
afterAll(async () => {
  await services?.stop();
  await assessments?.stop();
  await stream.database.close();
});

/** Referrals on the topic: id and kind, as a reader of another team should find them. */
async function referrals(): Promise<readonly string[]> {
  return (await onTopic(stream.topics.referrals))
    .map(({ value }) => stream.codecs.referral.decode(value!))
    .map(({ referralId, kind }) => `${referralId} ${kind}`)
    .sort();
}

describe('programs of other teams, in Java', () => {
  test('given a declaration and its cancellation, when they are produced in Java, then each is assessed under the id that Java gave it', async () => {
    expect(await java('Produce.java', brokers, topic, '26GB0000000000JAV1', schemaFolder())).toMatchObject({
      status: 0,
    });
    await answered(sentOf('26GB0000000000JAV1'));
  });

  test('given referrals of every kind, when they are consumed in Java, then each is read once and as it was written', async () => {
    const expected = await referrals();
    const { status, lines, complaint } = await java(
      'Consume.java',
      brokers,
      stream.topics.referrals,
      `${stream.kafka.prefix}java`,
      String(expected.length),
      schemaFolder(),
    );
    expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' ')).sort()).toEqual(expected);
    expect(expected.some((line) => line.endsWith('assessed'))).toBe(true);
  });
});

describe.skipIf(python === undefined)(
  'programs of other teams, in Python (skipped where confluent-kafka is neither installed nor to be had)',
  () => {
    test('given a declaration and its cancellation, when they are produced in Python, then each is assessed under the id that Python gave it', async () => {
      expect(await python!('produce.py', brokers, topic, '26GB0000000000PYT1')).toMatchObject({
        status: 0,
        complaint: '',
      });
      await answered(sentOf('26GB0000000000PYT1'));
    });

    test('given one declaration from both, when its records are looked at, then they share a partition: both know the same partitioner', async () => {
      const key = '26GB0000000000JAV1';
      expect(await python!('produce.py', brokers, topic, key)).toMatchObject({ status: 0, complaint: '' });
      const partitions = (await onTopic(topic))
        .filter((record) => String(record.key) === key)
        .map(({ partition }) => partition);
      expect(partitions).toHaveLength(4);
      expect(new Set(partitions).size).toBe(1);
    });

    test('given referrals of every kind, when they are consumed in Python, then each is read once and as it was written', async () => {
      const expected = await referrals();
      const { status, lines, complaint } = await python!(
        'consume.py',
        brokers,
        stream.topics.referrals,
        `${stream.kafka.prefix}python`,
        String(expected.length),
      );
      expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
      expect(
        lines
          .map((line) => JSON.parse(line) as { referralId: string; kind: string })
          .map(({ referralId, kind }) => `${referralId} ${kind}`)
          .sort(),
      ).toEqual(expected);
    });
  },
);

describe('a record without a key', () => {
  test('given an event of a producer that forgot it, when it is read, then it is a dead letter and a person is told of the declaration', async () => {
    const [event] = events;
    await stream.publish([{ key: null, value: stream.codecs.declarationEvent.encode(event!) }]);
    await expect
      .poll(
        async () =>
          (await onTopic(stream.topics.deadLetters))
            .map(({ value }) => stream.codecs.deadLetter.decode(value!))
            .map(({ code, declarationId }) => [code, declarationId]),
        { timeout: 30_000 },
      )
      .toContainEqual(['TDW_EVENT_KEY_MISMATCH', event!.declarationId]);
  });
});
