import '../../services/adapters/kafka/compression.ts';
import { type Kafka, logLevel } from 'kafkajs';
import { v4 as randomUuid } from 'uuid';
import { afterAll, inject } from 'vitest';
import { openKafka } from '../../services/adapters/kafka/committed/open-kafka.ts';

/** A corner of the shared broker that belongs to one test file. */
export interface KafkaForTests {
  /** "HOST:PORT,…" */
  readonly brokers: string;
  /** Begins the name of every topic, group and transactional id of this file: nobody else uses it. */
  readonly prefix: string;
  /** `prefix` and the name. */
  named(name: string): string;
  /** A kafkajs client that logs only errors. */
  client(): Kafka;
}

/** Call at the top of a test file or of a `describe`; its topics are deleted after the tests. */
export function kafkaForTests(): KafkaForTests {
  const brokers = inject('kafkaBrokers');
  const prefix = `test-${randomUuid().slice(0, 8)}.`;
  const client = (): Kafka => openKafka({ clientId: prefix, brokers: brokers.split(','), logLevel: logLevel.ERROR });
  afterAll(() => deleteTopics(client(), prefix));
  return { brokers, prefix, named: (name) => prefix + name, client };
}

async function deleteTopics(client: Kafka, prefix: string): Promise<void> {
  const admin = client.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(prefix));
  if (topics.length > 0) await admin.deleteTopics({ topics });
  await admin.disconnect();
}
