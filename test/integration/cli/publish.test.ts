import { beforeAll, describe, expect, it } from 'vitest';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { kafkaForTests } from '../../harness/kafka-for-tests.ts';
import { readTopic } from '../../harness/read-topic.ts';
import { declarationLine } from '../../unit/cli/declaration-line.ts';
import { runCli } from '../../unit/cli/run-cli.ts';

const kafka = kafkaForTests();
const variables = {
  TIDEWAITER_ENV: 'test',
  TIDEWAITER_KAFKA_BROKERS: kafka.brokers,
  TIDEWAITER_KAFKA_TOPICS_PREFIX: kafka.prefix,
};
beforeAll(async () => {
  expect((await runCli(['topics', 'apply'], { variables })).code).toBe(0);
});

describe('tidewaiter publish', () => {
  it('puts every good declaration on the topic, keyed by its id, and tells of the bad one', async () => {
    const good = Array.from({ length: 1200 }, (_, index) =>
      declarationLine(`26GB0000000${String(index).padStart(7, '0')}`),
    );
    const run = await runCli(['publish', '--json', '-'], {
      variables,
      stdin: [...good, '{"declarationId": 5}'].join('\n'),
    });
    expect(run.code).toBe(1);
    expect(run.stdout.trim().split('\n')).toHaveLength(good.length);
    expect(JSON.parse(run.stderr.trim())).toMatchObject({ file: '-', line: good.length + 1 });
    const reader = await readTopic(kafka.client(), kafka.named('customs.declarations'));
    await reader.until((messages) => messages.length >= good.length);
    await reader.stop();
    const { declarationEvent } = createCodecs();
    const events = reader.messages.map(({ key, value }) => ({
      key: key?.toString(),
      event: declarationEvent.decode(value ?? Buffer.alloc(0)),
    }));
    expect(events).toHaveLength(good.length);
    for (const { key, event } of events) expect(key).toBe(event.declarationId);
    expect(new Set(events.map(({ event }) => event.eventId)).size).toBe(good.length);
  });

  it('says that the topic is not there', async () => {
    const run = await runCli(['publish', '-'], {
      variables: { ...variables, TIDEWAITER_KAFKA_TOPICS_PREFIX: `${kafka.prefix}nowhere.` },
      stdin: declarationLine('26GB1'),
    });
    expect(run.code).toBe(4);
    expect(run.stderr).toMatch(/^TDW_KAFKA_TOPIC_MISSING: there is no topic \S*nowhere\.customs\.declarations/);
  });
});
