import './compression.ts';
import { type Kafka, type KafkaConfig, logLevel, type SASLOptions } from 'kafkajs';
import { openKafka } from './committed/open-kafka.ts';

export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly ssl?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
}

/** What kafkajs wants to say; without payloads, so that no personal data can reach a log. */
export type KafkaLog = (entry: {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  readonly namespace: string;
  readonly message: string;
}) => void;

const LEVELS = {
  [logLevel.NOTHING]: 'debug',
  [logLevel.ERROR]: 'error',
  [logLevel.WARN]: 'warn',
  [logLevel.INFO]: 'info',
  [logLevel.DEBUG]: 'debug',
} as const;

/** A stream waits out a broker's restart; a command that a person waits for asks fewer times. */
const STREAM_RETRIES = 12;
export const COMMAND_RETRIES = 4;

/**
 * A kafkajs client with this project's habits: short first retries, because a producer meets
 * CONCURRENT_TRANSACTIONS after almost every commit, and many of them, because brokers restart.
 */
export function createKafka(settings: KafkaSettings, log: KafkaLog, retries = STREAM_RETRIES): Kafka {
  const config: KafkaConfig = {
    clientId: settings.clientId,
    brokers: [...settings.brokers],
    connectionTimeout: 5_000,
    requestTimeout: 30_000,
    retry: { initialRetryTime: 30, maxRetryTime: 2_000, retries },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) =>
      log({ level: LEVELS[entry.level], namespace: entry.namespace, message: entry.log.message }),
  };
  if (settings.ssl) config.ssl = tls(settings.ssl);
  if (settings.sasl) config.sasl = settings.sasl as SASLOptions;
  return openKafka(config);
}

function tls(ssl: NonNullable<KafkaSettings['ssl']>): NonNullable<KafkaConfig['ssl']> {
  return { ...(ssl.ca && { ca: [ssl.ca] }), ...(ssl.cert && { cert: ssl.cert }), ...(ssl.key && { key: ssl.key }) };
}
