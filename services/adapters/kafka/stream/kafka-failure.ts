/** What a Kafka error asks for: the names are the broker's error types and kafkajs's error classes. */
export type KafkaFailure = 'fenced' | 'rebalance' | 'other';

const FENCED = new Set(['PRODUCER_FENCED', 'INVALID_PRODUCER_EPOCH', 'TRANSACTION_COORDINATOR_FENCED']);
/** PRODUCER_FENCED, which kafkajs 2.2.4 has no name for. */
const FENCED_CODE = 90;
const REBALANCE = new Set([
  'REBALANCE_IN_PROGRESS',
  'NOT_COORDINATOR_FOR_GROUP',
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
]);

/** Sorts an error that kafkajs threw. A fenced producer has a successor; a rebalance is the group's business; the rest is weather. */
export function kafkaFailure(error: unknown): KafkaFailure {
  const { type, code } = protocolError(error);
  if (code === FENCED_CODE || FENCED.has(type)) return 'fenced';
  return REBALANCE.has(type) ? 'rebalance' : 'other';
}

/** The broker's own error: kafkajs wraps it in up to two others. */
function protocolError(error: unknown): { readonly type: string; readonly code?: number } {
  if (typeof error !== 'object' || error === null) return { type: '' };
  if ('type' in error && typeof error.type === 'string') {
    return 'code' in error && typeof error.code === 'number'
      ? { type: error.type, code: error.code }
      : { type: error.type };
  }
  return 'cause' in error ? protocolError(error.cause) : { type: '' };
}
