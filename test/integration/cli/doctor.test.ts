import { describe, expect, it } from 'vitest';
import { kafkaForTests } from '../../harness/kafka-for-tests.ts';
import { postgresForTests } from '../../harness/postgres-for-tests.ts';
import { runCli } from '../../unit/cli/run-cli.ts';

interface Checked {
  readonly name: string;
  readonly status: 'ok' | 'warn' | 'fail';
  readonly says: string;
  readonly todo?: string;
}

const kafka = kafkaForTests();
const { url } = await postgresForTests();
const variables = {
  TIDEWAITER_ENV: 'test',
  TIDEWAITER_KAFKA_BROKERS: kafka.brokers,
  TIDEWAITER_KAFKA_TOPICS_PREFIX: kafka.prefix,
  TIDEWAITER_POSTGRES_URL: url,
};

async function examined(more: Record<string, string> = {}): Promise<{
  readonly code: number | null;
  readonly of: (name: string) => Checked | undefined;
  readonly text: string;
}> {
  const { code, stdout } = await runCli(['doctor', '--json'], { variables: { ...variables, ...more } });
  const { checks } = JSON.parse(stdout) as { checks: Checked[] };
  return { code, of: (name) => checks.find((check) => check.name === name), text: stdout };
}

describe('tidewaiter doctor', () => {
  it('says what a fresh installation still lacks, and what to do', async () => {
    const { code, of } = await examined();
    expect(code).toBe(1);
    expect(of('brokers')?.status).toBe('ok');
    expect(of('topics')).toMatchObject({ status: 'fail', todo: 'Run `tidewaiter topics apply`.' });
    expect(of('database')?.status).toBe('ok');
    expect(of('migrations')).toMatchObject({ status: 'fail', todo: 'Run `tidewaiter migrate`.' });
    expect(of('clock')?.status).toBe('ok');
    expect(of('policy')?.status).toBe('ok');
  });

  it('finds nothing wrong once that was done', async () => {
    expect((await runCli(['topics', 'apply'], { variables })).code).toBe(0);
    expect((await runCli(['migrate'], { variables })).code).toBe(0);
    const { code, of } = await examined({ TIDEWAITER_REFERENCE_LICENCE_REGISTER: 'none' });
    expect(of('topics')?.status).toBe('ok');
    expect(of('migrations')?.status).toBe('ok');
    expect(of('licence register')).toMatchObject({
      status: 'ok',
      says: 'none, as reference.licenceRegister says: every licence cited is unknown',
    });
    expect(of('scoring progress')).toMatchObject({
      status: 'ok',
      says: 'group Dead, 0 members, 3 partitions, 0 of them held, 0 records wait',
    });
    expect(of('audit progress')?.status).toBe('ok');
    expect(code).toBe(0);
  });

  it('finds a register missing that is expected, as readiness does', async () => {
    const { code, of } = await examined();
    expect(of('licence register')).toMatchObject({
      status: 'fail',
      says: 'the licence register was never loaded: every licence is unknown',
    });
    expect(code).toBe(1);
  });

  it('warns of one silent broker among several, and of a topic whose settings differ', async () => {
    const { code, of } = await examined({
      TIDEWAITER_KAFKA_BROKERS: `${kafka.brokers},127.0.0.1:1`,
      TIDEWAITER_RETENTION_TOPICS_NOTICES: '1 day',
      TIDEWAITER_REFERENCE_LICENCE_REGISTER: 'none',
    });
    expect(of('brokers')).toMatchObject({ status: 'warn', says: '127.0.0.1:1 do not answer' });
    expect(of('topics')).toMatchObject({ status: 'warn' });
    expect(code).toBe(0);
  });

  it('says who reads and where records wait, and that nobody reads them', async () => {
    const producer = kafka.client().producer();
    await producer.connect();
    await producer.send({
      topic: `${kafka.prefix}customs.declarations`,
      messages: [
        { key: 'a', value: 'a', partition: 1 },
        { key: 'b', value: 'b', partition: 1 },
      ],
    });
    await producer.disconnect();
    const { code, of } = await examined();
    expect(of('scoring progress')).toMatchObject({ status: 'fail' });
    expect(of('scoring progress')?.says).toContain(
      `nobody reads partition 1 of ${kafka.prefix}customs.declarations; group Dead, 0 members, 3 partitions, 0 of them held, 2 records wait (2 in partition 1 of`,
    );
    expect(code).toBe(1);
  });

  it('asks nothing more of brokers and a database that do not answer, and shows no password', async () => {
    const { code, of, text } = await examined({
      TIDEWAITER_KAFKA_BROKERS: '127.0.0.1:1',
      TIDEWAITER_POSTGRES_URL: 'postgres://user:hunter2hunter2@127.0.0.1:1/db',
    });
    expect(code).toBe(1);
    expect(of('brokers')?.status).toBe('fail');
    expect(of('topics')).toBeUndefined();
    expect(of('database')?.status).toBe('fail');
    expect(of('migrations')).toBeUndefined();
    expect(text).not.toContain('hunter2');
  });

  it('stops at wrong settings and says which', async () => {
    const { code, of } = await examined({ TIDEWAITER_HTTP_PORT: 'many' });
    expect(code).toBe(1);
    expect(of('settings')?.says).toContain('http.port');
    expect(of('brokers')).toBeUndefined();
  });
});
