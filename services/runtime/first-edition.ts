import { setImmediate } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import type { Settings } from '../../config/settings.ts';
import type { Codecs } from '../adapters/avro/codecs.ts';
import { readActivations } from '../adapters/kafka/reference/reference-topic.ts';
import { policyFromDocumentInTurns } from '../adapters/policy-files/load-policy.ts';
import type { Database } from '../adapters/postgres/database.ts';
import { storeEdition } from '../adapters/postgres/edition-store.ts';
import { readPolicyDocument, storePolicy } from '../adapters/postgres/policy-store.ts';
import { storeSnapshots } from '../adapters/postgres/snapshot-store.ts';
import { editionsInForce } from '../reference/editions/editions-in-force.ts';
import { composePolicy } from './compose/policy.ts';
import { composeReferenceTopic, composeStoredSnapshots } from './compose/reference.ts';
import { type EditionEvent, EditionFollower } from './editions/follow-editions.ts';
import { modelEventsOf } from './editions/model-events.ts';
import { createEditionOpener, type EditionOpener } from './editions/open-edition.ts';
import type { Editions } from './follow-reference.ts';
import type { Observe } from './service-events.ts';

/** After which time an edition that could not be loaded is tried again: files may have come, the database may be back. */
const TRY_AGAIN_AFTER_MS = 10_000;

export interface FirstEditionParts {
  readonly settings: Settings;
  readonly database: Database;
  readonly kafka: Kafka;
  readonly codecs: Codecs;
  readonly observe: Observe;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Loads what is in force as a process starts. @throws as EditionOpener, and what the brokers say */
export async function openFirstEdition(parts: FirstEditionParts): Promise<Editions> {
  const { settings, kafka, codecs, observe, now } = parts;
  const opener = composeEditionOpener(parts);
  const reading = readActivations(kafka, composeReferenceTopic(settings, codecs));
  // While the brokers answer there is time for what comes with the release; what is wrong with it is met again where it counts.
  const warm = setImmediate().then(() => opener.shipped());
  const [activations] = await Promise.all([reading, warm.catch(() => undefined)]);
  const { inForce } = editionsInForce([...activations.values()], () => opener.shipped());
  const follower: EditionFollower = new EditionFollower(await opener.open(inForce), {
    opener,
    now,
    later: (again) => {
      const timer = setTimeout(again, TRY_AGAIN_AFTER_MS).unref();
      return () => clearTimeout(timer);
    },
    observe: (event) => sayWithModels(event, observe),
  });
  return { opener, follower };
}

/** A change of edition is one of its models too, where those are others. */
function sayWithModels(event: EditionEvent, observe: Observe): void {
  observe(event);
  if (event.kind !== 'editionInForce') return;
  for (const model of modelEventsOf(event.edition, event.before)) observe({ kind: 'model', event: model });
}

/** Says what is in place as a process starts. */
export function sayInPlace({ follower }: Editions, observe: Observe): void {
  sayWithModels({ kind: 'editionInForce', edition: follower.current, seconds: 0 }, observe);
}

/** Editions whose parts lie in the database and in the folders of this machine. */
export function composeEditionOpener({
  settings,
  database,
  observe,
}: Pick<FirstEditionParts, 'settings' | 'database' | 'observe'>): EditionOpener {
  return createEditionOpener({
    settings,
    policyOfSettings: () => composePolicy(settings),
    storedPolicy: async (hash) => policyFromDocumentInTurns(await readPolicyDocument(database, hash)),
    snapshots: composeStoredSnapshots(settings, database),
    models: { observe: (event) => observe({ kind: 'model', event }) },
    keep: async ({ manifest, policy, snapshots }) => {
      await storeSnapshots(database, snapshots);
      await storePolicy(database, policy);
      await storeEdition(database, manifest);
    },
  });
}
