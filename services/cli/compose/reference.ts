import type { Kafka } from 'kafkajs';
import type { Settings } from '../../../config/settings.ts';
import type { Codecs } from '../../adapters/avro/codecs.ts';
import type { Database } from '../../adapters/postgres/database.ts';
import { loadShippedReference } from '../../adapters/reference-files/shipped-reference.ts';
import type { ReferenceData } from '../../scoring/ports/reference-data.ts';

/** The reference data that the stream judges by. */
export function composeReference(settings: Settings, _database: Database, _kafka: Kafka, _codecs: Codecs): Promise<ReferenceData> {
  return Promise.resolve(loadShippedReference(settings.authority));
}
