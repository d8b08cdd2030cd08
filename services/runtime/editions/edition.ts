import type { EditionManifest } from '../../reference/editions/manifest.ts';
import type { SealedSnapshot } from '../../reference/snapshot/snapshot.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import type { ServedModel } from '../../scoring/models/served-model.ts';

/** What judges, loaded and checked. Immutable: a change of any part is another edition. */
export interface Edition {
  /** Content hash of the manifest: its name on record. */
  readonly id: string;
  readonly manifest: EditionManifest;
  readonly policy: Policy;
  readonly reference: ReferenceData;
  /** What `reference` is made of. */
  readonly snapshots: readonly SealedSnapshot[];
  readonly models: readonly ServedModel[];
}
