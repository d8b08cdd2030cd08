import type { Settings } from '../../../config/settings.ts';
import { topicNames } from '../../../config/topic-names.ts';
import type { Codecs } from '../../adapters/avro/codecs.ts';
import type { ReferenceTopic } from '../../adapters/kafka/reference/reference-topic.ts';
import type { Database } from '../../adapters/postgres/database.ts';
import { createPostgresSnapshotStore } from '../../adapters/postgres/snapshot-store.ts';
import { createFileSnapshotStore } from '../../adapters/reference-files/file-snapshot-store.ts';
import { createCachedSnapshotStore } from '../../reference/active/cached-store.ts';
import { KINDS } from '../../reference/kinds/kinds.ts';
import type { ActiveSnapshots, SnapshotStore } from '../../reference/ports/snapshot-store.ts';

/** Reference sets without which nothing can be judged: each is needed by a check that a missing answer sends to a person. */
export const REQUIRED_SETS = KINDS.filter(({ whenMissing }) => whenMissing === 'notReady').map(({ name }) => name);

/** Snapshots as all processes share them, with this machine's copies before them. @param active what the stream says is in force */
export function composeSnapshotStore(
  settings: Settings,
  database: Database,
  active: ActiveSnapshots['active'],
): SnapshotStore & ActiveSnapshots {
  return createCachedSnapshotStore(createPostgresSnapshotStore(database), composeLocalSnapshots(settings), active);
}

/** The same, to be read; what is in force is known otherwise. */
export const composeStoredSnapshots = (settings: Settings, database: Database): Pick<SnapshotStore, 'find'> =>
  composeSnapshotStore(settings, database, () => Promise.resolve({}));

/** This machine's snapshots alone: what offline commands judge by. */
export const composeLocalSnapshots = ({ dataDir }: Settings): SnapshotStore & ActiveSnapshots =>
  createFileSnapshotStore(dataDir);

export function composeReferenceTopic({ kafka }: Settings, codecs: Codecs): ReferenceTopic {
  return {
    topic: topicNames(kafka.topics).reference,
    groupPrefix: `${kafka.groupId}-reference-`,
    codec: codecs.referenceActivation,
    prepare: (batch) => codecs.prepare(batch),
  };
}
