import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { ReferenceActivation } from '../../risk/messages/reference-activation.ts';

const FILE = 'active-models.json';

/** The last activation of each kind and name on this machine: what offline commands go by, which read no topic. */
export function readLocalActivations(dataFolder: string): readonly ReferenceActivation[] {
  const path = join(dataFolder, FILE);
  if (!existsSync(path)) return [];
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly ReferenceActivation[];
  } catch (cause) {
    throw new TidewaiterError('TDW_REFERENCE_MALFORMED', `${path} is no JSON.`, { location: { file: path }, cause });
  }
}

/** Puts activations in the place of earlier ones of the same kind and name. Written beside and renamed: no reader finds half of it. */
export function writeLocalActivations(dataFolder: string, newer: readonly ReferenceActivation[]): void {
  const path = join(dataFolder, FILE);
  const keyOf = ({ kind, name }: ReferenceActivation): string => `${kind}/${name}`;
  const last = new Map(
    [...readLocalActivations(dataFolder), ...newer].map((activation) => [keyOf(activation), activation]),
  );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify([...last.values()], undefined, 1));
  renameSync(`${path}.new`, path);
}
