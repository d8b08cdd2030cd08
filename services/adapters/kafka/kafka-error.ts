import kafkajs from 'kafkajs';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { handshakeFailure } from '../system/handshake-failure.ts';

/** What kafkajs 2.2.4 throws, as a plain Error, at its second try to ask a broker that has not answered its first question. */
const CONNECTED_AND_SILENT = 'Broker not connected';

const MISSING = 'UNKNOWN_TOPIC_OR_PARTITION';

/** What kafkajs threw as an error with a stable code; anything else as it is. */
export function asKafkaFailure(error: unknown): unknown {
  const root = rootCause(error);
  if (root instanceof kafkajs.KafkaJSProtocolError && root.type === 'UNSUPPORTED_SASL_MECHANISM')
    return new TidewaiterError('TDW_KAFKA_ACCOUNT', 'the broker does not take accounts by this kafka.sasl.mechanism', {
      cause: error,
    });
  if (root instanceof kafkajs.KafkaJSProtocolError && root.type === MISSING)
    return new TidewaiterError('TDW_KAFKA_TOPIC_MISSING', 'a topic that was asked for does not exist', {
      cause: error,
    });
  if (root instanceof kafkajs.KafkaJSProtocolError)
    return new TidewaiterError('TDW_KAFKA_REFUSED', `the broker answered ${root.type}`, { cause: error });
  if (root instanceof kafkajs.KafkaJSSASLAuthenticationError)
    return new TidewaiterError('TDW_KAFKA_ACCOUNT', 'the broker does not accept this account with this password', {
      cause: error,
    });
  if (root instanceof kafkajs.KafkaJSConnectionError) return notConnected(root, error);
  // What kafkajs makes of a group that may not be used, too: it keeps the broker's refusal to itself.
  if (root instanceof kafkajs.KafkaJSGroupCoordinatorNotFound)
    return new TidewaiterError(
      'TDW_KAFKA_UNAVAILABLE',
      'no coordinator of the consumer group was found; where the brokers ask for rights, the account may lack those of the group',
      { cause: error },
    );
  if (root instanceof Error && root.message === CONNECTED_AND_SILENT)
    return new TidewaiterError('TDW_KAFKA_UNAVAILABLE', 'a broker takes connections and answers nothing', {
      cause: error,
    });
  return root instanceof kafkajs.KafkaJSError
    ? new TidewaiterError('TDW_KAFKA_UNAVAILABLE', `no answer from the brokers (${root.name})`, { cause: error })
    : error;
}

/** The same, where what was asked for is known: a topic that is missing is named, which the brokers' own answer does not do. */
export async function asFailureOver(
  error: unknown,
  topics: readonly string[],
  existing: () => Promise<readonly string[]>,
): Promise<unknown> {
  const failure = asKafkaFailure(error);
  if (!(failure instanceof TidewaiterError) || failure.code !== 'TDW_KAFKA_TOPIC_MISSING') return failure;
  const there = new Set(await existing().catch(() => topics));
  const missing = topics.filter((topic) => !there.has(topic));
  return missing.length === 0
    ? failure
    : new TidewaiterError('TDW_KAFKA_TOPIC_MISSING', `there is no topic ${missing.join(', ')}`, { cause: error });
}

function notConnected(root: InstanceType<typeof kafkajs.KafkaJSConnectionError>, cause: unknown): TidewaiterError {
  const untrusted = handshakeFailure('code' in root && typeof root.code === 'string' ? root.code : undefined);
  const broker = root.broker ?? 'the brokers';
  if (untrusted !== undefined)
    return new TidewaiterError('TDW_KAFKA_UNTRUSTED', `no secure connection to ${broker}: ${untrusted}`, { cause });
  return new TidewaiterError('TDW_KAFKA_UNAVAILABLE', `${broker} cannot be reached`, { cause });
}

/** kafkajs wraps what happened into retries and, for several topics at once, into an aggregate. */
function rootCause(error: unknown): unknown {
  if (error instanceof kafkajs.KafkaJSNumberOfRetriesExceeded && error.cause !== undefined)
    return rootCause(error.cause);
  return error instanceof kafkajs.KafkaJSAggregateError ? rootCause(error.errors[0]) : error;
}
