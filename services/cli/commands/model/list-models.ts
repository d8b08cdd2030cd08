import type { FoundArtefact } from '../../../adapters/model-files/find-artefacts.ts';
import type { ModelInForce } from '../../../reference/models/models-in-force.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';
import { type ModelRegistry, openModelRegistry } from './registry.ts';

/** What a version is to the stream. */
type Standing = 'active' | 'shadow' | 'previous' | 'kept';

interface Listed {
  readonly name: string;
  readonly version: string;
  readonly standing: Standing;
  readonly from: 'shipped' | 'own' | 'nowhere';
  readonly folder?: string;
  /** Why it cannot be used, by code. */
  readonly problem?: string;
}

/** Writes which versions there are, which are in force or on trial, and which are in force but not here. */
export async function listModels(shell: Shell, options: { readonly json?: true }): Promise<ExitCode> {
  const { settings } = await shell.settings();
  const registry = await openModelRegistry(settings);
  const listed = [...present(registry), ...missing(registry)].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : 0,
  );
  if (options.json) for (const one of listed) await shell.out.line(JSON.stringify(one));
  else
    await shell.out.line(
      listed.length === 0
        ? `No artefact comes with this version, and none lies in ${settings.models.dir}.`
        : table(listed),
    );
  return listed.some(({ problem, standing }) => problem !== undefined && standing === 'active')
    ? EXIT.inputBad
    : EXIT.ok;
}

function present({ found, inForce }: ModelRegistry): readonly Listed[] {
  return found.map((one) => listing(one, inForce));
}

function listing(one: FoundArtefact, inForce: ModelRegistry['inForce']): Listed {
  if (one.state === 'unreadable')
    return { name: '?', version: '?', standing: 'kept', from: one.from, folder: one.folder, problem: one.error.code };
  const { name, version } = one.manifest;
  return { name, version, standing: standingOf(version, inForce.get(name)), from: one.from, folder: one.folder };
}

function standingOf(version: string, inForce: ModelInForce | undefined): Standing {
  if (inForce?.active === version) return 'active';
  if (inForce?.shadow === version) return 'shadow';
  return inForce?.previous === version ? 'previous' : 'kept';
}

/** In force or on trial by the topic, but not in a folder of this machine. */
function missing({ found, inForce }: ModelRegistry): readonly Listed[] {
  const here = new Set(found.flatMap((one) => (one.state === 'readable' ? [one.manifest.version] : [])));
  return [...inForce].flatMap(([name, { active, shadow }]) =>
    (
      [
        ['active', active],
        ['shadow', shadow],
      ] as const
    ).flatMap(([standing, version]): Listed[] =>
      version === undefined || here.has(version)
        ? []
        : [{ name, version, standing, from: 'nowhere', problem: 'TDW_MODEL_MISSING' }],
    ),
  );
}

function table(listed: readonly Listed[]): string {
  const rows = listed.map(({ name, version, standing, from, folder, problem }) => [
    name,
    version.slice(0, 12),
    standing === 'kept' ? '' : standing,
    folder ?? from,
    problem ?? '',
  ]);
  return textTable([['model', 'version', 'standing', 'from', 'problem'], ...rows]);
}
