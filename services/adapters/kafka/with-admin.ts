import type { Admin, Kafka } from 'kafkajs';
import { asKafkaFailure } from './kafka-error.ts';

/**
 * Lends an admin client and takes it back.
 * @throws TDW_KAFKA_UNAVAILABLE, TDW_KAFKA_REFUSED; other errors pass as they are
 */
export async function withAdmin<T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await work(admin);
  } catch (error) {
    throw asKafkaFailure(error);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
