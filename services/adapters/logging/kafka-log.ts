import type { KafkaLog } from '../kafka/kafka-client.ts';
import type { Log } from './create-log.ts';
import { reasonIn } from './error-fields.ts';

/** Passes on what the Kafka client reports, without its free text. */
export function kafkaLog(log: Log): KafkaLog {
  return ({ namespace, message }) => log('kafka.said', { namespace, reason: reasonIn(message) });
}
