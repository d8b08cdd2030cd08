import kafkajs from 'kafkajs';
import { describe, expect, test } from 'vitest';
import { asFailureOver, asKafkaFailure } from '../../../services/adapters/kafka/kafka-error.ts';
import { errorFields } from '../../../services/adapters/logging/error-fields.ts';

const connection = (code: string): Error =>
  new kafkajs.KafkaJSConnectionError('Connection error', { broker: 'broker:9093', code });
/** Their types know no message, which they take. */
const made = (type: new () => Error): Error => Reflect.construct(type, ['said by kafkajs']) as Error;
const retried = (error: Error): Error =>
  new kafkajs.KafkaJSNumberOfRetriesExceeded(error, { retryCount: 4, retryTime: 100 });

describe('what kafkajs throws', () => {
  test.each<[string, Error, string, RegExp]>([
    [
      'an authority that is not trusted',
      connection('SELF_SIGNED_CERT_IN_CHAIN'),
      'TDW_KAFKA_UNTRUSTED',
      /broker:9093: no authority that is trusted here/,
    ],
    ['another name', connection('ERR_TLS_CERT_ALTNAME_INVALID'), 'TDW_KAFKA_UNTRUSTED', /for another name/],
    ['a certificate that ended', connection('CERT_HAS_EXPIRED'), 'TDW_KAFKA_UNTRUSTED', /not valid today/],
    ['a listener without TLS', connection('ERR_SSL_WRONG_VERSION_NUMBER'), 'TDW_KAFKA_UNTRUSTED', /speaks no TLS/],
    [
      'a client certificate that is asked for',
      connection('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'),
      'TDW_KAFKA_UNTRUSTED',
      /refuses the certificate of this side/,
    ],
    [
      'a port where nobody listens',
      connection('ECONNREFUSED'),
      'TDW_KAFKA_UNAVAILABLE',
      /broker:9093 cannot be reached/,
    ],
    [
      'a broker that takes connections and is frozen',
      new Error('Broker not connected'),
      'TDW_KAFKA_UNAVAILABLE',
      /answers nothing/,
    ],
    [
      'a wrong password',
      made(kafkajs.KafkaJSSASLAuthenticationError),
      'TDW_KAFKA_ACCOUNT',
      /does not accept this account/,
    ],
    [
      'a group that may not be used',
      made(kafkajs.KafkaJSGroupCoordinatorNotFound),
      'TDW_KAFKA_UNAVAILABLE',
      /may lack those of the group/,
    ],
  ])('of %s has its code, at once or after retries, for people and in the log', (_, error, code, says) => {
    for (const thrown of [error, retried(error)]) {
      const failure = asKafkaFailure(thrown);
      expect(failure).toMatchObject({ code, failureClass: 'infrastructure', cause: thrown });
      expect((failure as Error).message).toMatch(says);
      expect(errorFields(thrown)).toMatchObject({ code });
    }
  });

  test('of a topic that is not there names it and points to topics apply; where all are there by now, it names none', async () => {
    const missing = retried(
      new kafkajs.KafkaJSProtocolError(
        Object.assign(new Error('no such topic'), { type: 'UNKNOWN_TOPIC_OR_PARTITION', code: 3 }),
      ),
    );
    const failure = (existing: readonly string[]): Promise<unknown> =>
      asFailureOver(missing, ['customs.declarations', 'customs.outcomes'], () => Promise.resolve(existing));
    const todo = expect.stringContaining('tidewaiter topics apply') as string;
    expect(await failure(['customs.declarations'])).toMatchObject({
      code: 'TDW_KAFKA_TOPIC_MISSING',
      message: 'there is no topic customs.outcomes',
      todo,
    });
    expect(await failure(['customs.declarations', 'customs.outcomes'])).toMatchObject({
      code: 'TDW_KAFKA_TOPIC_MISSING',
      message: 'a topic that was asked for does not exist',
      todo,
    });
    expect(
      await asFailureOver(connection('ECONNREFUSED'), ['customs.outcomes'], () => Promise.resolve([])),
    ).toMatchObject({ code: 'TDW_KAFKA_UNAVAILABLE' });
  });

  test('leaves other errors as they are', () => {
    const error = new TypeError('ours');
    expect(asKafkaFailure(error)).toBe(error);
    expect(errorFields(error)).toEqual({ errorClass: 'TypeError' });
  });
});
