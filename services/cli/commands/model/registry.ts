import type { Settings } from '../../../../config/settings.ts';
import {
  findArtefacts,
  type FoundArtefact,
  type ReadableArtefact,
} from '../../../adapters/model-files/find-artefacts.ts';
import { readLocalActivations, writeLocalActivations } from '../../../adapters/model-files/local-activations.ts';
import type { Decision } from '../../../reference/editions/editions-in-force.ts';
import { type ModelInForce, modelsInForce } from '../../../reference/models/models-in-force.ts';
import type { ReferenceActivation } from '../../../risk/messages/reference-activation.ts';
import { shippedVersion } from '../../../runtime/compose/load-model.ts';
import { composeDatabase } from '../../../runtime/compose/postgres.ts';
import { changeParts, readTopicState } from '../../../runtime/editions/change-edition.ts';
import { UsageError } from '../../exit/exit-codes.ts';

/** What there is and what is in force; and the way to change it. */
export interface ModelRegistry {
  readonly found: readonly FoundArtefact[];
  /** By model; a version that comes with Tidewaiter is in force where none was activated. */
  readonly inForce: ReadonlyMap<string, ModelInForce>;
  decide(activations: readonly ReferenceActivation[], decision: Decision): Promise<void>;
}

/**
 * The registry that the settings name: the reference topic, which every process follows, or this machine's own record where no
 * database is set. What is decided on the topic is kept here as well, for offline commands.
 */
export async function openModelRegistry(settings: Settings): Promise<ModelRegistry> {
  const found = await findArtefacts(settings.models.dir);
  const shared = settings.postgres.url !== null;
  const activations = shared ? (await readTopicState(settings)).activations : readLocalActivations(settings.dataDir);
  return {
    found,
    inForce: withShipped(modelsInForce(activations), found),
    decide: async (decided, decision) => {
      if (shared) await decideForAll(settings, decided, decision);
      writeLocalActivations(settings.dataDir, decided);
    },
  };
}

async function decideForAll(
  settings: Settings,
  decided: readonly ReferenceActivation[],
  decision: Decision,
): Promise<void> {
  const database = await composeDatabase(settings.postgres);
  try {
    await changeParts({ settings, database }, decision, () => decided);
  } finally {
    await database.close();
  }
}

function withShipped(
  inForce: ReadonlyMap<string, ModelInForce>,
  found: readonly FoundArtefact[],
): ReadonlyMap<string, ModelInForce> {
  const names = new Set([
    ...inForce.keys(),
    ...found.flatMap((one) => (one.state === 'readable' ? [one.manifest.name] : [])),
  ]);
  return new Map(
    [...names].sort().map((name) => {
      const active = inForce.get(name)?.active ?? shippedVersion(name, found);
      return [name, { ...inForce.get(name), ...(active === undefined ? {} : { active }) }];
    }),
  );
}

/**
 * The one artefact that is meant.
 * @param version its hash or the beginning of it
 * @param name only of this model
 * @throws UsageError where none or several fit
 */
export function artefactMeant({ found }: ModelRegistry, version: string, name?: string): ReadableArtefact {
  const readable = found.filter((one): one is ReadableArtefact => one.state === 'readable');
  const fitting = readable.filter(
    ({ manifest }) => manifest.version.startsWith(version) && (name === undefined || manifest.name === name),
  );
  const [only] = fitting;
  const versions = new Set(fitting.map(({ manifest }) => manifest.version));
  if (only === undefined || versions.size > 1)
    throw new UsageError(
      `${only === undefined ? 'No' : 'More than one'} version${name === undefined ? '' : ` of ${name}`} begins with ${version}; \`tidewaiter model list\` shows what is there.`,
    );
  return only;
}
