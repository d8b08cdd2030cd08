import { constants } from 'node:os';
import { ERROR_CODES } from '../../risk/failure/error-codes.ts';

/**
 * The only fields that a log line may have, and what each may hold. None takes free text: a value that is not of its
 * form is withheld, so that nothing out of a declaration can get into a log, whoever calls.
 */
export const LOG_FIELDS = {
  /** Error code of the catalogue. */
  code: (value: unknown) => typeof value === 'string' && Object.hasOwn(ERROR_CODES, value),
  /** Class of an unexpected error, as our code or a library names it. */
  errorClass: (value: unknown) =>
    typeof value === 'string' && /^[A-Z][A-Za-z]{0,60}(Error|Exceeded|Timeout|Gone)$/.test(value),
  /** Protocol or system error: REBALANCE_IN_PROGRESS, ECONNREFUSED. */
  reason: (value: unknown) => typeof value === 'string' && isErrorName(value),
  part: oneOf(['scoring', 'audit', 'reference', 'http', 'cli']),
  step: oneOf(['decode', 'validate', 'claim', 'gather', 'reserve', 'assess', 'remember', 'emit', 'processor']),
  lane: oneOf(['red', 'query', 'yellow', 'blue', 'green']),
  dependency: oneOf(['kafka', 'postgres', 'registry', 'reference', 'policy', 'history', 'licences', 'models']),
  signal: oneOf(['SIGTERM', 'SIGINT', 'SIGHUP']),
  environment: oneOf(['development', 'production', 'test']),
  namespace: oneOf([
    'Connection',
    'Connection pool',
    'Consumer',
    'ConsumerGroup',
    'Runner',
    'Producer',
    'Admin',
    'Cluster',
    'BrokerPool',
    'TransactionManager',
    'EoSTransactionManager',
    'OffsetManager',
    'Fetcher',
    'Broker',
    'Kafka',
  ]),
  partition: isCount,
  partitions: isCount,
  offset: isOffset,
  /** Bounds of a range of offsets: the first, and the one behind the last. */
  from: isOffset,
  to: isOffset,
  /** A topic as installations name them, in small letters with a dot: nothing that a declaration says looks like it. */
  topic: (value: unknown) =>
    typeof value === 'string' && value.length <= 249 && /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(value),
  attempt: isCount,
  records: isCount,
  port: isCount,
  milliseconds: (value: unknown) => typeof value === 'number' && Number.isFinite(value),
  eventId: (value: unknown) =>
    typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value),
  /** Content hash of a policy or snapshot. */
  hash: (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8,64}$/.test(value),
  /** A model of this project, by its name. */
  model: (value: unknown) =>
    typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+){0,4}$/.test(value) && value.length <= 40,
  role: oneOf(['active', 'shadow']),
  /** Of an edition: named as in force, or announced. */
  standing: oneOf(['inForce', 'prepared']),
  /** How many parts of an edition changed. */
  parts: isCount,
  backend: oneOf(['statistics', 'typed-arrays', 'tfjs-node', 'tfjs-wasm', 'tfjs-cpu', 'none']),
  release: (value: unknown) =>
    typeof value === 'string' && /^\d{1,4}\.\d{1,4}\.\d{1,4}(-[a-z0-9.]{1,20})?$/.test(value),
} as const satisfies Record<string, (value: unknown) => boolean>;

export type LogField = keyof typeof LOG_FIELDS;
export type LogValue = string | number;
export const WITHHELD = '«withheld»';

/** The value if its field may hold it, else a mark that something was withheld. */
export function permitted(field: LogField, value: unknown): LogValue {
  return LOG_FIELDS[field](value) ? (value as LogValue) : WITHHELD;
}

function oneOf(names: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && names.includes(value);
}

function isOffset(value: unknown): boolean {
  return isCount(value) || (typeof value === 'string' && /^\d{1,19}$/.test(value));
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= -1 && (value as number) < 1e12;
}

const SYSTEM_ERRORS = new Set(Object.keys(constants.errno));

function isErrorName(value: string): boolean {
  return SYSTEM_ERRORS.has(value) || /^[A-Z]{2,20}(_[A-Z]{2,20}){1,6}$/.test(value);
}
