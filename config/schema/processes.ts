import type convict from 'convict';
import type { LimitSettings, ScoringSettings, Settings } from '../settings.ts';

/** How much one process takes at a time. */
export const scoring: convict.Schema<ScoringSettings> = {
  batchSize: {
    doc: 'Most declaration events in one batch, and so in one transaction. Larger batches keep more alive at a time, which the garbage collector pays for.',
    format: 'count',
    default: 200,
  },
  partitionsConcurrently: {
    doc: 'Partitions that one process works on at the same time.',
    format: 'count',
    default: 4,
  },
  maxBatchBytes: {
    doc: 'A batch is closed when its records reach this size.',
    format: 'bytes',
    default: 4 * 1024 * 1024,
  },
  wholeRecords: {
    doc: 'Assessments repeat what their edition holds (facts looked up, texts, legal bases, ids of checks), as releases before editions wrote them: three times the bytes, for consumers that read them without the edition. `tidewaiter assessments show` reads both.',
    format: 'flag',
    default: false,
  },
};

/** What is refused because of its size. */
export const limits: convict.Schema<LimitSettings> = {
  messageBytes: {
    doc: 'Largest declaration event on its topic; the topic is created with it.',
    format: 'bytes',
    default: 1024 * 1024,
  },
  outputBytes: {
    doc: 'Largest batch of records on the topics that Tidewaiter writes: an assessment holds all its facts.',
    format: 'bytes',
    default: 8 * 1024 * 1024,
  },
};

export const http: convict.Schema<Settings['http']> = {
  host: { doc: 'Interface that /livez, /readyz and /metrics are served on.', format: 'text', default: '127.0.0.1' },
  port: { doc: 'Its port; 0 takes any free one.', format: 'port-or-any', default: 9464 },
};

export const logging: convict.Schema<Settings['logging']> = {
  level: {
    doc: 'Least severe log line that is written.',
    format: ['debug', 'info', 'warn', 'error', 'silent'],
    default: 'info',
  },
};

export const shutdown: convict.Schema<Settings['shutdown']> = {
  timeout: {
    doc: 'How long a process may take to finish its open batches after SIGTERM.',
    format: 'time-span',
    default: 10_000,
  },
};
