import { readArtefact } from '../../../adapters/model-files/artefact-folder.ts';
import { activation, trial } from '../../../reference/models/models-in-force.ts';
import type { ReferenceActivation } from '../../../risk/messages/reference-activation.ts';
import { EXIT, type ExitCode, UsageError } from '../../exit/exit-codes.ts';
import type { Shell } from '../../shell/shell.ts';
import { artefactMeant, type ModelRegistry, openModelRegistry } from './registry.ts';

export interface DecideOptions {
  readonly by: string;
  readonly reason: string;
  readonly json?: true;
}

/** How a trial is ended on the command line. */
const NONE = 'none';

/**
 * Puts a version in force, or on trial beside the one that is. Its files are verified first, here; a process where they are missing answers
 * `unknown` and says so.
 * @param version its hash or the beginning of it; "none" ends a trial
 * @throws UsageError, TDW_MODEL_*
 */
export async function activateModel(
  shell: Shell,
  name: string,
  version: string,
  options: DecideOptions & { readonly shadow?: true },
): Promise<ExitCode> {
  const registry = await openModelRegistry((await shell.settings()).settings);
  const before = registry.inForce.get(name) ?? {};
  const decision = { name, by: options.by, reason: options.reason, at: shell.now() };
  if (options.shadow && version === NONE) return decide(shell, registry, trial(decision, undefined, before), options);
  const whole = (await readArtefact(artefactMeant(registry, version, name).folder)).version;
  if (options.shadow && before.active === whole)
    throw new UsageError(`${name} ${whole.slice(0, 12)} is in force already: there is nothing to compare it with.`);
  return decide(
    shell,
    registry,
    options.shadow ? trial(decision, whole, before) : activation(decision, whole, before),
    options,
  );
}

/** Puts the version before in force again, and what is in force in its place. @throws UsageError where there was none before */
export async function rollBackModel(shell: Shell, name: string, options: DecideOptions): Promise<ExitCode> {
  const registry = await openModelRegistry((await shell.settings()).settings);
  const before = registry.inForce.get(name);
  if (before?.previous === undefined)
    throw new UsageError(
      `No version of ${name} was in force before the present one; \`tidewaiter model activate\` puts any in force.`,
    );
  const whole = (await readArtefact(artefactMeant(registry, before.previous, name).folder)).version;
  return decide(
    shell,
    registry,
    activation({ name, by: options.by, reason: options.reason, at: shell.now() }, whole, before),
    options,
  );
}

async function decide(
  shell: Shell,
  registry: ModelRegistry,
  decided: readonly ReferenceActivation[],
  { by, reason, json }: DecideOptions,
): Promise<ExitCode> {
  await registry.decide(decided, { by, reason, at: shell.now() });
  for (const one of decided) await shell.out.line(json ? JSON.stringify(one) : inWords(one));
  return EXIT.ok;
}

function inWords({ kind, name, version }: ReferenceActivation): string {
  const short = version.slice(0, 12);
  if (kind === 'model') return `${name} ${short} is in force; running processes take it from their next batch on.`;
  return version === NONE
    ? `The trial of ${name} has ended.`
    : `${name} ${short} is on trial: its answers are recorded, no rule reads them.`;
}
