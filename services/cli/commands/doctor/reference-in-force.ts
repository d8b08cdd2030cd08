import type { Settings } from '../../../../config/settings.ts';
import { loadReference } from '../../../adapters/reference-files/load-reference.ts';
import type { ReferenceData } from '../../../risk/look-up/reference-data.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { composeLocalSnapshots, composeSnapshotStore } from '../../../runtime/compose/reference.ts';
import { readTopicState } from '../../../runtime/editions/change-edition.ts';

/** What the stream would judge by; where brokers or database cannot be asked (other checks say so) what this machine has. */
export function referenceInForce(settings: Settings): Promise<ReferenceData> {
  return onTheStream(settings).catch(() => loadReference(composeLocalSnapshots(settings), settings.authority));
}

async function onTheStream(settings: Settings): Promise<ReferenceData> {
  const database = await composeDatabase(settings.postgres);
  try {
    const { inForce } = await readTopicState(settings);
    const store = composeSnapshotStore(settings, database, () => Promise.resolve(inForce.reference));
    return await loadReference(store, settings.authority);
  } finally {
    await database.close();
  }
}
