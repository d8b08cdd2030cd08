import kafkajs, { type Admin } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TopicChange } from '../../../services/adapters/kafka/admin/plan-topics.ts';
import { readTopics } from '../../../services/adapters/kafka/admin/read-topics.ts';
import { kafkaForTests } from '../../harness/kafka-for-tests.ts';
import { type CliRun, runCli } from '../../unit/cli/run-cli.ts';

const kafka = kafkaForTests();
const declarations = kafka.named('customs.declarations');
const variables = {
  TIDEWAITER_ENV: 'test',
  TIDEWAITER_KAFKA_BROKERS: kafka.brokers,
  TIDEWAITER_KAFKA_TOPICS_PREFIX: kafka.prefix,
};
const apply = (args: readonly string[] = [], more: Record<string, string> = {}): Promise<CliRun> =>
  runCli(['topics', 'apply', ...args], { variables: { ...variables, ...more } });
const planned = (run: CliRun): readonly TopicChange[] => (JSON.parse(run.stdout) as { changes: TopicChange[] }).changes;

let admin: Admin;
beforeAll(async () => {
  admin = kafka.client().admin();
  await admin.connect();
});
afterAll(() => admin.disconnect());
const ours = async (): Promise<string[]> =>
  (await admin.listTopics()).filter((name) => name.startsWith(kafka.prefix)).sort();

describe('tidewaiter topics apply', () => {
  it('only says what it would create when asked for a dry run', async () => {
    const run = await apply(['--dry-run', '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(planned(run).map((change) => change.kind)).toEqual(Array(7).fill('create'));
    expect(await ours()).toEqual([]);
  });

  it('creates all seven topics with equal partition counts and their settings', async () => {
    expect(await apply()).toMatchObject({ code: 0 });
    const names = ['assessments', 'dead-letters', 'declarations', 'notices', 'outcomes', 'reference', 'referrals'].map(
      (name) => kafka.named(`customs.${name}`),
    );
    expect(await ours()).toEqual(names);
    const topics = await readTopics(admin, names);
    expect([...topics.values()].map((topic) => topic.partitions)).toEqual(Array(7).fill(3));
    expect(topics.get(declarations)?.config).toMatchObject({
      'cleanup.policy': 'delete',
      'retention.ms': '1209600000',
      'max.message.bytes': '1048576',
      'min.insync.replicas': '1',
      'message.timestamp.type': 'LogAppendTime',
    });
    expect(topics.get(kafka.named('customs.reference'))?.config).toMatchObject({ 'cleanup.policy': 'compact' });
  });

  it('finds nothing to do the second time', async () => {
    expect(await apply()).toEqual({ code: 0, stdout: 'All topics are as they should be.\n', stderr: '' });
  });

  it('mends a setting that differs and leaves the others alone', async () => {
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: kafkajs.ConfigResourceTypes.TOPIC,
          name: declarations,
          configEntries: [
            { name: 'retention.ms', value: '60000' },
            { name: 'segment.ms', value: '3600000' },
          ],
        },
      ],
    });
    const run = await apply();
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(`set ${declarations}: retention.ms 60000 → 1209600000`);
    expect((await readTopics(admin, [declarations])).get(declarations)?.config).toMatchObject({
      'retention.ms': '1209600000',
      'segment.ms': '3600000',
      'max.message.bytes': '1048576',
    });
    expect((await apply()).stdout).toBe('All topics are as they should be.\n');
  });

  it('raises partitions only when asked to, and never takes any away', async () => {
    const wish = { TIDEWAITER_KAFKA_TOPICS_PARTITIONS: '4' };
    const hesitant = await apply([], wish);
    expect(hesitant.code).toBe(1);
    expect(hesitant.stdout).toContain(
      `cannot change ${declarations}: has 3 partitions, 4 are asked for — stop the writers`,
    );
    expect((await apply(['--add-partitions'], wish)).code).toBe(0);
    expect((await readTopics(admin, [declarations])).get(declarations)?.partitions).toBe(4);
    const back = await apply(['--add-partitions']);
    expect(back.code).toBe(1);
    expect(back.stdout).toContain('partitions cannot be taken away');
    expect((await readTopics(admin, [declarations])).get(declarations)?.partitions).toBe(4);
  });

  it('says that no broker can be reached, and ends', async () => {
    const run = await apply([], { TIDEWAITER_KAFKA_BROKERS: '127.0.0.1:1' });
    expect(run).toMatchObject({ code: 4, stdout: '' });
    expect(run.stderr).toMatch(/^TDW_KAFKA_UNAVAILABLE: 127\.0\.0\.1:1 cannot be reached — /);
  });
});
