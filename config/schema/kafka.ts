import type convict from 'convict';
import type { KafkaSettings, RegistrySettings } from '../settings.ts';

/** How to reach the brokers, and the topics there. */
export const kafka: convict.Schema<KafkaSettings> = {
  brokers: { doc: 'Brokers to begin with, host:port.', format: 'brokers', default: ['127.0.0.1:9092'] },
  clientId: { doc: "Name of this client in the brokers' logs and quotas.", format: 'text', default: 'tidewaiter' },
  groupId: {
    doc: 'Beginning of every consumer group and transactional id: scoring is <groupId>-scoring, audit <groupId>-audit.',
    format: 'topic-name',
    default: 'tidewaiter',
  },
  transactionTimeout: {
    doc: 'After this the broker aborts a transaction that a dead process left open; readers of committed records wait as long.',
    format: 'time-span',
    default: 60_000,
  },
  compression: {
    doc: 'How the records that scoring writes are compressed. Records that are read may be compressed in any way that Kafka knows. LZ4 and Snappy are native libraries: where a platform has none, gzip needs none.',
    format: ['none', 'gzip', 'snappy', 'lz4'],
    default: 'lz4',
  },
  backoff: {
    first: {
      doc: 'How long a partition waits after a first failure of brokers or database; each further failure doubles it.',
      format: 'time-span',
      default: 200,
    },
    most: { doc: 'Longest wait between two tries.', format: 'time-span', default: 10_000 },
  },
  ssl: {
    enabled: { doc: 'Whether connections use TLS.', format: 'flag', default: false },
    caFile: {
      doc: "PEM file of the authorities that sign the brokers' certificates; the system's where none is given.",
      format: 'path',
      default: null,
      nullable: true,
    },
    certFile: {
      doc: 'PEM file of the client certificate, for mutual TLS.',
      format: 'path',
      default: null,
      nullable: true,
    },
    keyFile: { doc: "PEM file of the client certificate's key.", format: 'path', default: null, nullable: true },
  },
  sasl: {
    mechanism: {
      doc: 'How the client proves who it is.',
      format: ['none', 'plain', 'scram-sha-256', 'scram-sha-512'],
      default: 'none',
    },
    username: { doc: 'Name of the service account.', format: 'text', default: null, nullable: true },
    password: { doc: 'Its password.', format: 'text', default: null, nullable: true, sensitive: true },
    passwordFile: { doc: 'File that holds the password.', format: 'path', default: null, nullable: true },
  },
  topics: {
    prefix: {
      doc: 'Put before every topic name, where several installations share brokers.',
      format: 'topic-prefix',
      default: '',
    },
    names: {
      declarations: {
        doc: 'Declaration events, written by the customs system.',
        format: 'topic-name',
        default: 'customs.declarations',
      },
      assessments: {
        doc: 'Assessments, for analysts and audit.',
        format: 'topic-name',
        default: 'customs.assessments',
      },
      referrals: { doc: 'Referrals, for inspectors.', format: 'topic-name', default: 'customs.referrals' },
      notices: { doc: 'Notices that a trader may read.', format: 'topic-name', default: 'customs.notices' },
      deadLetters: {
        doc: 'What could not be assessed, with its original bytes.',
        format: 'topic-name',
        default: 'customs.dead-letters',
      },
      outcomes: { doc: 'What inspections found.', format: 'topic-name', default: 'customs.outcomes' },
      reference: {
        doc: 'Which version of each list, tariff and policy is active (compacted).',
        format: 'topic-name',
        default: 'customs.reference',
      },
    },
    partitions: {
      doc: 'Partitions of every topic: the most processes that can share the work. Can be raised later, never lowered.',
      format: 'count',
      default: 12,
    },
    replication: { doc: 'Copies of every partition.', format: 'count', default: 1 },
    minInsyncReplicas: {
      doc: 'Copies that must have a record before it counts as written.',
      format: 'count',
      default: 1,
    },
  },
  consumer: {
    sessionTimeout: { doc: 'A process silent for so long loses its partitions.', format: 'time-span', default: 30_000 },
    heartbeatInterval: {
      doc: 'How often a process says that it lives; at most a third of the session timeout.',
      format: 'time-span',
      default: 3_000,
    },
    maxBytesPerPartition: {
      doc: 'Most bytes of one fetch from one partition.',
      format: 'bytes',
      default: 2 * 1024 * 1024,
    },
    metadataMaxAge: {
      doc: "How old the list of a topic's partitions may be: partitions that are added are read within this.",
      format: 'time-span',
      default: 30_000,
    },
    standstillAfter: {
      doc: 'A partition with unanswered records that does not move for so long stands still: the process is not ready, and an alert fires.',
      format: 'time-span',
      default: 120_000,
    },
  },
};

/** The schema registry; without one records use Avro single-object encoding. */
export const registry: convict.Schema<RegistrySettings> = {
  url: {
    doc: 'Address of the schema registry (Confluent API); none: Avro single-object encoding.',
    format: 'address-without-secret',
    default: null,
    nullable: true,
  },
  username: { doc: 'User name at the registry.', format: 'text', default: null, nullable: true },
  password: { doc: 'Password at the registry.', format: 'text', default: null, nullable: true, sensitive: true },
  passwordFile: { doc: "File that holds the registry's password.", format: 'path', default: null, nullable: true },
};
