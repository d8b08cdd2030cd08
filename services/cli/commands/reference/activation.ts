import { instantOf } from '../../../risk/declaration/instant.ts';
import type { ReferenceActivation } from '../../../risk/messages/reference-activation.ts';
import { changeParts } from '../../../runtime/editions/change-edition.ts';
import type { OpenStore } from './reference-store.ts';

/** Who puts which versions in force, and why: it is on record. */
export interface Activating {
  /** By name: { "tariff/GB": "<hash>" }. */
  readonly versions: Readonly<Record<string, string>>;
  readonly by: string;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Puts versions in force, for every process of the stream where a database is set, and for the offline commands of this machine.
 * @throws TDW_REFERENCE_NOT_STORED
 */
export async function activate(open: OpenStore, activating: Activating): Promise<void> {
  if (open.database)
    await changeParts({ settings: open.settings, database: open.database }, activating, ({ inForce }) =>
      activations(activating, inForce.reference),
    );
  await open.store.activate(activating.versions);
}

/** Announces versions: processes load them beside what they judge by, so that putting them in force takes no time. */
export async function announce(open: OpenStore, activating: Activating): Promise<void> {
  if (open.database)
    await changeParts(
      { settings: open.settings, database: open.database },
      activating,
      ({ inForce }) => activations(activating, inForce.reference),
      'prepare',
    );
}

/** One record a name: "tariff/US" is of kind tariff; a kind of which there is one is its own name. */
function activations(
  { versions, by, reason, at }: Activating,
  before: Readonly<Record<string, string>>,
): ReferenceActivation[] {
  return Object.entries(versions).map(([key, version]) => {
    const [kind = key, name = kind] = key.split('/');
    const replaced = before[key];
    return {
      kind,
      name,
      version,
      ...(replaced === undefined ? {} : { replaces: replaced }),
      activatedAt: instantOf(at),
      by,
      reason,
      parts: {},
    };
  });
}
