import type { Settings } from '../../../../config/settings.ts';
import { loadReference } from '../../../adapters/reference-files/load-reference.ts';
import { composeCodecs } from '../../../runtime/compose/codecs.ts';
import { composeCommandKafka } from '../../../runtime/compose/kafka.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { composeLocalSnapshots, composeReference } from '../../../runtime/compose/reference.ts';
import type { ReferenceData } from '../../../scoring/ports/reference-data.ts';

/** What the stream would judge by; where brokers or database cannot be asked (other checks say so) what this machine has. */
export function referenceInForce(settings: Settings): Promise<ReferenceData> {
  return onTheStream(settings).catch(() => loadReference(composeLocalSnapshots(settings), settings.authority));
}

async function onTheStream(settings: Settings): Promise<ReferenceData> {
  const database = await composeDatabase(settings.postgres);
  try {
    return await composeReference(
      settings,
      database,
      await composeCommandKafka(settings.kafka),
      await composeCodecs(settings),
    );
  } finally {
    await database.close();
  }
}
