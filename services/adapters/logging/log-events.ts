import type { LogField } from './log-fields.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

interface LogEventEntry {
  readonly level: LogLevel;
  /** The line's message: fixed, so that nothing can be put into it. */
  readonly says: string;
  readonly fields: readonly LogField[];
}

/** Every line that Tidewaiter can log. A new one is a new entry here. */
export const LOG_EVENTS = {
  'process.started': {
    level: 'info',
    says: 'The process has started.',
    fields: ['release', 'environment', 'milliseconds'],
  },
  'process.stopping': {
    level: 'info',
    says: 'The process was asked to end and finishes its open batches.',
    fields: ['signal'],
  },
  'process.stopped': { level: 'info', says: 'The process has ended.', fields: ['milliseconds'] },
  'http.listening': { level: 'info', says: 'Health and metrics are served.', fields: ['port'] },
  'consumer.joined': { level: 'info', says: 'Partitions were assigned.', fields: ['part', 'partitions'] },
  'consumer.rebalancing': { level: 'info', says: 'Partitions are being shared out anew.', fields: ['part'] },
  'consumer.crashed': {
    level: 'error',
    says: 'A consumer gave up and joins again.',
    fields: ['part', 'code', 'errorClass', 'reason'],
  },
  'partition.waiting': {
    level: 'warn',
    says: 'A partition waits for brokers or database.',
    fields: ['part', 'partition', 'attempt', 'code', 'errorClass', 'reason'],
  },
  'partition.resumed': { level: 'info', says: 'A partition goes on.', fields: ['part', 'partition'] },
  'partition.fenced': {
    level: 'warn',
    says: 'Another process has taken over a partition.',
    fields: ['part', 'partition'],
  },
  'partition.recordsLost': {
    level: 'error',
    says: 'Records left the log before they were read: from the first offset up to the one where reading goes on.',
    fields: ['code', 'part', 'topic', 'partition', 'from', 'to'],
  },
  'partition.logReplaced': {
    level: 'error',
    says: 'A topic was made anew: what its earlier log held behind an offset was not answered; the new one is read from its beginning.',
    fields: ['code', 'part', 'topic', 'partition', 'from', 'offset'],
  },
  'batch.done': {
    level: 'debug',
    says: 'A batch is answered.',
    fields: ['part', 'partition', 'records', 'milliseconds'],
  },
  'event.deadLettered': {
    level: 'warn',
    says: 'An event could not be assessed.',
    fields: ['code', 'step', 'partition', 'offset', 'eventId'],
  },
  'event.duplicate': {
    level: 'debug',
    says: 'A repeated event was skipped.',
    fields: ['partition', 'offset', 'eventId'],
  },
  'event.conflicting': {
    level: 'warn',
    says: 'An event that says something else under the id of one that was answered was skipped.',
    fields: ['partition', 'offset', 'eventId'],
  },
  'event.failed': {
    level: 'error',
    says: 'Tidewaiter itself failed on an event.',
    fields: ['code', 'step', 'errorClass', 'partition', 'offset', 'eventId'],
  },
  'audit.conflict': {
    level: 'error',
    says: 'The same id was recorded before with another content.',
    fields: ['code', 'eventId'],
  },
  'audit.refused': {
    level: 'error',
    says: 'A record is no outcome: it is passed over, and stays on its topic.',
    fields: ['code', 'partition', 'offset'],
  },
  'policy.loaded': { level: 'info', says: 'The policy is loaded.', fields: ['hash'] },
  'edition.inForce': {
    level: 'info',
    says: 'Declarations are judged by another edition from the next batch on.',
    fields: ['hash', 'parts', 'milliseconds'],
  },
  'edition.prepared': {
    level: 'info',
    says: 'An edition that was announced is loaded beside the one in force.',
    fields: ['hash', 'milliseconds'],
  },
  'edition.unusable': {
    level: 'error',
    says: 'An edition cannot be loaded; the one in force stays so.',
    fields: ['hash', 'standing', 'code', 'errorClass', 'reason'],
  },
  'model.inUse': {
    level: 'info',
    says: 'A version of a model is in use.',
    fields: ['model', 'role', 'hash', 'backend'],
  },
  'model.unusable': {
    level: 'error',
    says: 'A version of a model cannot be used: it answers unknown.',
    fields: ['model', 'role', 'hash', 'code'],
  },
  'model.trialEnded': { level: 'info', says: 'A model has no version on trial any more.', fields: ['model'] },
  'model.failed': {
    level: 'error',
    says: 'A model failed on some items: they are answered unknown.',
    fields: ['model', 'role', 'errorClass'],
  },
  'reference.unread': {
    level: 'warn',
    says: 'The reference topic cannot be followed; what is in force stays so.',
    fields: ['code', 'errorClass', 'reason'],
  },
  'stableOffsets.unread': {
    level: 'warn',
    says: 'The brokers could not be asked whether a transaction hangs; asked again.',
    fields: ['code', 'errorClass', 'reason'],
  },
  'position.unread': {
    level: 'warn',
    says: 'The brokers could not be asked how far a service has come; asked again.',
    fields: ['part', 'code', 'errorClass', 'reason'],
  },
  'postgres.connectionLost': {
    level: 'warn',
    says: 'An idle connection to Postgres was lost.',
    fields: ['reason', 'errorClass'],
  },
  // Not a warning: the client says so of every retry, such as CONCURRENT_TRANSACTIONS after a commit. What lasts is told by the consumer and partition events.
  'kafka.said': { level: 'debug', says: 'The Kafka client reports trouble.', fields: ['namespace', 'reason'] },
} as const satisfies Record<string, LogEventEntry>;

export type LogEventName = keyof typeof LOG_EVENTS;

/** The fields that an event's line may have; each is optional, as not all are known every time. */
export type FieldsOf<Name extends LogEventName> = {
  readonly [Field in (typeof LOG_EVENTS)[Name]['fields'][number]]?: string | number | bigint | undefined;
};
