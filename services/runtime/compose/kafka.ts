import type { Kafka } from 'kafkajs';
import type { KafkaSettings } from '../../../config/settings.ts';
import {
  COMMAND_RETRIES,
  createKafka,
  type KafkaLog,
  type KafkaSettings as ClientSettings,
} from '../../adapters/kafka/kafka-client.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { readPemFiles } from './pem-files.ts';

/** The Kafka client that the settings describe, for a process that outlives a broker's restart. */
export async function composeStreamKafka(kafka: KafkaSettings, log: KafkaLog): Promise<Kafka> {
  return createKafka(await clientSettings(kafka), log);
}

/** The same for a command that a person waits for: it gives up after seconds, and what failed is in the error. */
export async function composeCommandKafka(kafka: KafkaSettings): Promise<Kafka> {
  return createKafka(await clientSettings(kafka), () => undefined, COMMAND_RETRIES);
}

/** Brokers, certificates and account in the client's own words. */
export async function clientSettings({ brokers, clientId, ssl, sasl }: KafkaSettings): Promise<ClientSettings> {
  const account = saslAccount(sasl);
  return { brokers, clientId, ...(ssl.enabled && { ssl: await readPemFiles(ssl) }), ...(account && { sasl: account }) };
}

function saslAccount({ mechanism, username, password }: KafkaSettings['sasl']): ClientSettings['sasl'] {
  if (mechanism === 'none') return undefined;
  if (username === null || password === null)
    throw new TidewaiterError(
      'TDW_CONFIG_INVALID',
      `kafka.sasl.mechanism is ${mechanism}, but kafka.sasl.${username === null ? 'username' : 'password'} is not set`,
      { location: { element: 'kafka.sasl' } },
    );
  return { mechanism, username, password };
}
