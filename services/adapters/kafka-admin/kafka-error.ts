import kafkajs from 'kafkajs';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';

/** What kafkajs threw as an error with a stable code; anything else as it is. */
export function asKafkaFailure(error: unknown): unknown {
  const root = rootCause(error);
  if (root instanceof kafkajs.KafkaJSProtocolError) return new TidewaiterError('TDW_KAFKA_REFUSED', `the broker answered ${root.type}`, { cause: error });
  if (root instanceof kafkajs.KafkaJSSASLAuthenticationError) return new TidewaiterError('TDW_KAFKA_REFUSED', 'the broker does not accept this account', { cause: error });
  if (root instanceof kafkajs.KafkaJSConnectionError) return new TidewaiterError('TDW_KAFKA_UNAVAILABLE', `${root.broker ?? 'the brokers'} cannot be reached`, { cause: error });
  return root instanceof kafkajs.KafkaJSError ? new TidewaiterError('TDW_KAFKA_UNAVAILABLE', `no answer from the brokers (${root.name})`, { cause: error }) : error;
}

/** kafkajs wraps what happened into retries and, for several topics at once, into an aggregate. */
function rootCause(error: unknown): unknown {
  if (error instanceof kafkajs.KafkaJSNumberOfRetriesExceeded && error.cause !== undefined) return rootCause(error.cause);
  return error instanceof kafkajs.KafkaJSAggregateError ? rootCause(error.errors[0]) : error;
}
