import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { type Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalKafka, startLocalKafka } from '../../../infra/local/kafka/start-local-kafka.ts';
import { freePort } from '../../../infra/local/server/free-port.ts';
import { openKafka } from '../../../services/adapters/kafka/committed/open-kafka.ts';
import { createKafka } from '../../../services/adapters/kafka/kafka-client.ts';
import { readToEnd } from '../../../services/adapters/kafka/stream/read-to-end.ts';

const TOPIC = 'customs.declarations';

describe('a local Kafka broker', () => {
  let broker: LocalKafka;
  beforeAll(async () => {
    broker = await startLocalKafka();
    await withAdmin(broker.brokers, (admin) => admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1 }] }));
    await send(broker.brokers, ['first']);
  });
  afterAll(() => broker.stop());

  it('gives back what was sent to it', async () => {
    expect(await received(broker.brokers, 1)).toEqual(['first']);
  });

  it('keeps its address and its records through a restart', async () => {
    await broker.restart();

    await send(broker.brokers, ['after a restart']);
    expect(await received(broker.brokers, 2)).toEqual(['first', 'after a restart']);
  });

  it('keeps them through kill -9', async () => {
    const before = broker.pid();
    await broker.restart('SIGKILL');

    await send(broker.brokers, ['after kill -9']);
    expect(await received(broker.brokers, 3)).toEqual(['first', 'after a restart', 'after kill -9']);
    expect(broker.pid()).not.toBe(before);
  });

  it('is read to its end by several at once right after it came back, while its coordinator is still loading', async () => {
    await broker.restart('SIGKILL');

    const kafka = createKafka({ brokers: [broker.brokers], clientId: 'reader' }, () => undefined);
    const read = async (): Promise<string[]> => {
      const values: string[] = [];
      await readToEnd(kafka, { topic: TOPIC, groupPrefix: 'reader-' }, ({ value }) => values.push(String(value)));
      return values;
    };
    for (const values of await Promise.all([read(), read(), read()]))
      expect(values).toEqual(['first', 'after a restart', 'after kill -9']);
  });

  it('answers past the proxy too, at its direct address', async () => {
    expect(await received(broker.directBrokers, 3)).toHaveLength(3);
  });
});

describe('a local Kafka broker behind a proxy', () => {
  it('is reached through it by clients who start at the proxy', async () => {
    const proxy = await openProxy();
    const broker = await startLocalKafka({ advertisedPort: proxy.port });
    proxy.leadTo(broker.port);
    const cluster = await withAdmin(broker.brokers, (admin) => admin.describeCluster());
    await broker.stop();
    proxy.close();

    expect(broker.brokers).toBe(`127.0.0.1:${proxy.port}`);
    expect(cluster.brokers.map(({ port }) => port)).toEqual([proxy.port]);
    expect(broker.port).not.toBe(proxy.port);
  });
});

describe('a local Kafka broker that was stopped', () => {
  it('listens no more', async () => {
    const broker = await startLocalKafka();
    await broker.stop();

    const socket = connect(broker.port, '127.0.0.1');
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });
});

/** Passes bytes on, both ways. */
async function openProxy(): Promise<{ port: number; leadTo(port: number): void; close(): void }> {
  let target = 0;
  const server = createServer((inward) => {
    const outward = connect(target, '127.0.0.1');
    inward
      .on('error', () => outward.destroy())
      .pipe(outward)
      .on('error', () => inward.destroy())
      .pipe(inward);
  });
  const port = await freePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port,
    leadTo: (to) => {
      target = to;
    },
    close: () => void server.close(),
  };
}

type Admin = ReturnType<Kafka['admin']>;

function client(brokers: string): Kafka {
  return openKafka({ brokers: [brokers], logLevel: logLevel.NOTHING });
}

async function withAdmin<T>(brokers: string, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = client(brokers).admin();
  await admin.connect();
  const result = await work(admin);
  await admin.disconnect();
  return result;
}

async function send(brokers: string, values: readonly string[]): Promise<void> {
  const producer = client(brokers).producer();
  await producer.connect();
  await producer.send({ topic: TOPIC, messages: values.map((value) => ({ value })) });
  await producer.disconnect();
}

async function received(brokers: string, count: number): Promise<readonly string[]> {
  const consumer = client(brokers).consumer({ groupId: `reader-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
  const values: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const eachMessage = ({ message }: { message: { value: Buffer | null } }): Promise<void> => {
      values.push(String(message.value));
      if (values.length === count) resolve();
      return Promise.resolve();
    };
    consumer.run({ eachMessage }).catch(reject);
  });
  await consumer.disconnect();
  return values;
}
