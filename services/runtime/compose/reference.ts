import type { Kafka } from 'kafkajs';
import type { Settings } from '../../../config/settings.ts';
import { topicNames } from '../../../config/topic-names.ts';
import type { Codecs } from '../../adapters/avro/codecs.ts';
import { readActivations, type ReferenceTopic } from '../../adapters/kafka/reference/reference-topic.ts';
import type { Database } from '../../adapters/postgres/database.ts';
import { createPostgresSnapshotStore } from '../../adapters/postgres/snapshot-store.ts';
import { createFileSnapshotStore } from '../../adapters/reference-files/file-snapshot-store.ts';
import { loadReference } from '../../adapters/reference-files/load-reference.ts';
import { createCachedSnapshotStore } from '../../reference/active/cached-store.ts';
import { KINDS } from '../../reference/kinds/kinds.ts';
import { isModelActivation } from '../../reference/models/models-in-force.ts';
import type { SnapshotStore } from '../../reference/ports/snapshot-store.ts';
import type { ReferenceActivation } from '../../risk/messages/reference-activation.ts';
import type { ReferenceData } from '../../scoring/ports/reference-data.ts';

/** Reference sets without which nothing can be judged: each is needed by a check that a missing answer sends to a person. */
export const REQUIRED_SETS = KINDS.filter(({ whenMissing }) => whenMissing === 'notReady').map(({ name }) => name);

/** Snapshots as all processes share them, with this machine's copies before them. */
export function composeSnapshotStore(settings: Settings, database: Database): SnapshotStore {
  return createCachedSnapshotStore(createPostgresSnapshotStore(database), composeLocalSnapshots(settings));
}

/** This machine's snapshots alone: what offline commands judge by. */
export const composeLocalSnapshots = ({ dataDir }: Settings): SnapshotStore => createFileSnapshotStore(dataDir);

export function composeReferenceTopic({ kafka }: Settings, codecs: Codecs): ReferenceTopic {
  return {
    topic: topicNames(kafka.topics).reference,
    groupPrefix: `${kafka.groupId}-reference-`,
    codec: codecs.referenceActivation,
    prepare: (batch) => codecs.prepare(batch),
  };
}

/** The reference data that the stream judges by: the shipped set, and in its place whatever version the reference topic says is in force. */
export async function composeReference(
  settings: Settings,
  database: Database,
  kafka: Kafka,
  codecs: Codecs,
): Promise<ReferenceData> {
  const activations = await readActivations(kafka, composeReferenceTopic(settings, codecs));
  return composeReferenceFrom(settings, database, activations);
}

/** The same where the topic was read already. */
export function composeReferenceFrom(
  settings: Settings,
  database: Database,
  activations: ReadonlyMap<string, ReferenceActivation>,
): Promise<ReferenceData> {
  const snapshots = [...activations].filter(([, activation]) => !isModelActivation(activation));
  const versions = Object.fromEntries(snapshots.map(([key, { version }]) => [key, version]));
  return loadReference(
    { ...composeSnapshotStore(settings, database), active: () => Promise.resolve(versions) },
    settings.authority,
  );
}
