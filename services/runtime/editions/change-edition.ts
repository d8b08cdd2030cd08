import type { Settings } from '../../../config/settings.ts';
import {
  publishActivations,
  readActivations,
  type ReferenceTopic,
} from '../../adapters/kafka/reference/reference-topic.ts';
import type { Database } from '../../adapters/postgres/database.ts';
import { storeEdition } from '../../adapters/postgres/edition-store.ts';
import { readPolicyDocument, storePolicy } from '../../adapters/postgres/policy-store.ts';
import { storeSnapshots } from '../../adapters/postgres/snapshot-store.ts';
import { readShippedSnapshots } from '../../adapters/reference-files/shipped-reference.ts';
import { versionsOf } from '../../reference/active/overlay.ts';
import { readNamedSet } from '../../reference/active/read-active-set.ts';
import {
  activationOf,
  announcementOf,
  type Decision,
  type EditionsInForce,
  editionsInForce,
  isEdition,
} from '../../reference/editions/editions-in-force.ts';
import type { EditionManifest } from '../../reference/editions/manifest.ts';
import type { ReferenceActivation } from '../../risk/messages/reference-activation.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import { composeCodecs } from '../compose/codecs.ts';
import { composeCommandKafka } from '../compose/kafka.ts';
import { shippedModels } from '../compose/models.ts';
import { composePolicy, policyOrNothing } from '../compose/policy.ts';
import { composeReferenceTopic, composeStoredSnapshots } from '../compose/reference.ts';

/** What a command may change, and where. */
export interface EditionDesk {
  readonly settings: Settings;
  readonly database: Database;
}

/** What the reference topic says. */
export interface TopicState extends EditionsInForce {
  /** The last activation of every name, in the order of the log. */
  readonly activations: readonly ReferenceActivation[];
}

export interface EditionChange {
  readonly before: EditionManifest;
  readonly after: EditionManifest;
}

/** How a change is made: `activate` puts it in force; `prepare` announces it, so that processes load it beside what they judge by. */
export type ChangeStep = 'activate' | 'prepare';

/** In place of a policy that cannot be read; it stands in no record of the topic. */
const NO_POLICY = 'none';

/** Two commands at once would each publish an edition without the other's change. */
const ONE_AT_A_TIME = 727_003_011;

/** What is in force and what was announced, by the topic. @throws TDW_KAFKA_*, and what the policy of the settings says where it counts */
export async function readTopicState(settings: Settings): Promise<TopicState> {
  const { kafka, topic } = await openTopic(settings);
  return stateOf([...(await readActivations(kafka, topic)).values()], settings);
}

/**
 * Changes single parts of what judges. Where an edition is in force the topic gets the changed one, whole, besides the records of the parts; before the
 * first edition the records of the parts alone, and nothing is announced: every process then judges by the policy of its own settings, which no
 * change of another part may set.
 * @param decide the parts' records, given what is in force
 * @throws TDW_POLICY_NOT_STORED, TDW_REFERENCE_NOT_STORED where a part lies nowhere; infrastructure
 */
export function changeParts(
  desk: EditionDesk,
  decision: Decision,
  decide: (before: TopicState) => readonly ReferenceActivation[],
  step: ChangeStep = 'activate',
): Promise<EditionChange> {
  return change(desk, async (state, publish) => {
    const parts = decide(state);
    const after = stateOf([...state.activations, ...parts], desk.settings).inForce;
    const whole = state.activations.some(isEdition);
    if (whole) await keepParts(desk, after);
    const edition = step === 'prepare' ? announcementOf(after, decision) : activationOf(after, state.inForce, decision);
    await publish([...(step === 'prepare' ? [] : parts), ...(whole ? [edition] : [])]);
    return after;
  });
}

/** Puts a policy in force, or announces it: from the first time on the topic names every part, and no process judges by its own settings any more. */
export function changePolicy(
  desk: EditionDesk,
  decision: Decision,
  policy: Policy,
  step: ChangeStep,
): Promise<EditionChange> {
  return change(desk, async ({ inForce }, publish) => {
    await storePolicy(desk.database, policy);
    const after = { ...inForce, policy: policy.hash };
    await keepParts(desk, after);
    await publish([step === 'prepare' ? announcementOf(after, decision) : activationOf(after, inForce, decision)]);
    return after;
  });
}

async function change(
  { settings, database }: EditionDesk,
  make: (
    state: TopicState,
    publish: (records: readonly ReferenceActivation[]) => Promise<void>,
  ) => Promise<EditionManifest>,
): Promise<EditionChange> {
  const { kafka, topic } = await openTopic(settings);
  return database.transaction(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1)', [ONE_AT_A_TIME]);
    const state = stateOf([...(await readActivations(kafka, topic)).values()], settings);
    const after = await make(state, (records) => publishActivations(kafka, topic, records));
    return { before: state.inForce, after };
  });
}

async function openTopic(settings: Settings): Promise<{
  readonly kafka: Awaited<ReturnType<typeof composeCommandKafka>>;
  readonly topic: ReferenceTopic;
}> {
  const [kafka, codecs] = await Promise.all([composeCommandKafka(settings.kafka), composeCodecs(settings)]);
  return { kafka, topic: composeReferenceTopic(settings, codecs) };
}

function stateOf(activations: readonly ReferenceActivation[], settings: Settings): TopicState {
  const shipped = (): EditionManifest => ({
    policy: policyOrNothing(() => composePolicy(settings))?.hash ?? NO_POLICY,
    reference: versionsOf(readShippedSnapshots()),
    models: shippedModels(),
    trials: {},
  });
  return { activations, ...editionsInForce(activations, shipped) };
}

/** Every part lies where each process finds it, whatever its release ships. */
async function keepParts({ settings, database }: EditionDesk, manifest: EditionManifest): Promise<void> {
  const stored = composeStoredSnapshots(settings, database);
  await storeSnapshots(database, await readNamedSet(manifest.reference, stored, readShippedSnapshots()));
  await storePolicyOfSettings(settings, database, manifest.policy);
  await readPolicyDocument(database, manifest.policy);
  await storeEdition(database, manifest);
}

async function storePolicyOfSettings(settings: Settings, database: Database, hash: string): Promise<void> {
  const policy = policyOrNothing(() => composePolicy(settings));
  if (policy?.hash === hash) await storePolicy(database, policy);
}
