import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { kafkaForTests } from '../../harness/kafka-for-tests.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';

const kafka = kafkaForTests();
const postgres = await postgresForTests();

describe('what tests get', () => {
  it('is a broker on which their own topics can be made', async () => {
    const admin = kafka.client().admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: kafka.named('declarations'), numPartitions: 3 }] });
    const { topics } = await admin.fetchTopicMetadata({ topics: [kafka.named('declarations')] });
    await admin.disconnect();

    expect(topics.map((topic) => topic.partitions.length)).toEqual([3]);
  });

  it('is an empty database of Postgres 18', async () => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    const version = await client.query<{ server_version: string }>('SHOW server_version');
    const tables = await client.query(`SELECT FROM pg_tables WHERE schemaname = 'public'`);
    await client.end();

    expect(version.rows[0]?.server_version).toMatch(/^18\./);
    expect(tables.rowCount).toBe(0);
  });
});
