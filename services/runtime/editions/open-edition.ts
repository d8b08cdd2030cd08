import { setImmediate } from 'node:timers/promises';
import type { Settings } from '../../../config/settings.ts';
import { rememberedReference } from '../../adapters/reference-files/remembered-reference.ts';
import { readShippedSnapshots } from '../../adapters/reference-files/shipped-reference.ts';
import { versionsOf } from '../../reference/active/overlay.ts';
import { readNamedSet } from '../../reference/active/read-active-set.ts';
import { editionIdOf, type EditionManifest } from '../../reference/editions/manifest.ts';
import type { SnapshotStore } from '../../reference/ports/snapshot-store.ts';
import { loadSnapshots } from '../../reference/snapshot/load-snapshots.ts';
import type { SealedSnapshot } from '../../reference/snapshot/snapshot.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import type { ServedModel } from '../../scoring/models/served-model.ts';
import { type ModelParts, openModels, shippedModels } from '../compose/models.ts';
import { policyOrNothing } from '../compose/policy.ts';
import type { Edition } from './edition.ts';

/** Where the parts of editions lie. */
export interface EditionSources {
  readonly settings: Pick<Settings, 'authority' | 'models'>;
  /** The policy that the settings name: in force where nothing else was activated. */
  readonly policyOfSettings: () => Policy;
  /** A policy by its hash. @throws TDW_POLICY_NOT_STORED, TDW_POLICY_REJECTED */
  readonly storedPolicy: (hash: string) => Promise<Policy>;
  readonly snapshots: Pick<SnapshotStore, 'find'>;
  readonly models?: Omit<ModelParts, 'open'>;
  /** Keeps what is needed to read what the edition will have judged; called before its first use. */
  readonly keep: (edition: Edition) => Promise<void>;
}

export interface EditionOpener {
  /** What is in force where no edition was activated. @throws as `policyOfSettings` */
  shipped(): EditionManifest;
  /**
   * Loads every part and checks it, the unchanged ones taken from the edition that is open.
   * @param open the edition in use; without one a model that cannot be used is no error, and answers `unknown` with its reason
   * @throws TDW_POLICY_*, TDW_REFERENCE_*, TDW_MODEL_*, infrastructure
   */
  open(manifest: EditionManifest, open?: Edition): Promise<Edition>;
}

export function createEditionOpener(sources: EditionSources): EditionOpener {
  const shippedSnapshots = once(() => readShippedSnapshots());
  const policyOfSettings = once(sources.policyOfSettings);
  const models = once(() => shippedModels(sources.models?.trained));
  return {
    shipped: () => ({
      policy: policyOfSettings().hash,
      reference: versionsOf(shippedSnapshots()),
      models: models(),
      trials: {},
    }),
    open: async (manifest, open) => {
      const policy = await policyNamed(manifest.policy, open, { ...sources, policyOfSettings });
      const known = [...shippedSnapshots(), ...(open?.snapshots ?? [])];
      const snapshots = await readNamedSet(manifest.reference, sources.snapshots, known);
      await setImmediate();
      const models = await openModels(sources.settings, manifest, {
        ...sources.models,
        ...(open && { open: open.models }),
      });
      if (open) refuseUnusable(models, open);
      // What waits has its turn between two parts, each of which is short.
      await setImmediate();
      const reference = referenceOf(snapshots, open, sources.settings.authority);
      const edition = { id: editionIdOf(manifest), manifest, policy, reference, snapshots, models };
      await sources.keep(edition);
      return edition;
    },
  };
}

async function policyNamed(
  hash: string,
  open: Edition | undefined,
  { policyOfSettings, storedPolicy }: Pick<EditionSources, 'policyOfSettings' | 'storedPolicy'>,
): Promise<Policy> {
  if (open?.policy.hash === hash) return open.policy;
  const set = policyOrNothing(policyOfSettings);
  return set?.hash === hash ? set : storedPolicy(hash);
}

/** The same look-ups, with what they remember, where no snapshot is another. */
function referenceOf(
  snapshots: readonly SealedSnapshot[],
  open: Edition | undefined,
  authority: Settings['authority'],
): ReferenceData {
  const unchanged =
    open?.snapshots.length === snapshots.length && snapshots.every((one) => open.snapshots.includes(one));
  return unchanged ? open.reference : rememberedReference(loadSnapshots(snapshots, authority));
}

/** A model that cannot be used must not take the place of one that can. */
function refuseUnusable(models: readonly ServedModel[], open: Edition): void {
  for (const { name, version, loaded } of models) {
    const before = open.models.find((model) => model.name === name);
    if (loaded.state === 'unusable' && before?.version !== version)
      throw new TidewaiterError(loaded.code, loaded.detail ?? loaded.reason);
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
