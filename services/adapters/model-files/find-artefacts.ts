import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Manifest, MANIFEST_FILE } from '../../../models/artefact/manifest.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { projectRoot } from '../config/project-root.ts';
import { readManifest } from './artefact-folder.ts';

/** A folder with a manifest, readable or not; its files are verified when it is loaded. */
export type FoundArtefact =
  | { readonly state: 'readable'; readonly folder: string; readonly from: ArtefactOrigin; readonly manifest: Manifest }
  | {
      readonly state: 'unreadable';
      readonly folder: string;
      readonly from: ArtefactOrigin;
      readonly error: TidewaiterError;
    };

/** `shipped`: comes with Tidewaiter. `own`: from the folder that the settings name. */
export type ArtefactOrigin = 'shipped' | 'own';
export type ReadableArtefact = Extract<FoundArtefact, { readonly state: 'readable' }>;

/** Levels of folders below models.dir that an artefact may lie in: <name>, <name>/<version>. */
const DEPTH = 2;

/** Every artefact that comes with Tidewaiter or lies in the folder of one's own, the shipped ones first. Other work has its turn after each. */
export async function findArtefacts(ownFolder: string): Promise<readonly FoundArtefact[]> {
  const found: FoundArtefact[] = [];
  const folders = [
    ...shippedFolders().map((folder) => [folder, 'shipped'] as const),
    ...foldersWithManifest(ownFolder, DEPTH).map((folder) => [folder, 'own'] as const),
  ];
  for (const [folder, from] of folders) {
    found.push(examine(folder, from));
    await setImmediate();
  }
  return found;
}

/** Those that come with Tidewaiter. */
export function shippedArtefacts(): readonly FoundArtefact[] {
  return shippedFolders().map((folder) => examine(folder, 'shipped'));
}

/** models/<name>/shipped, found by presence, from sources and from dist/ alike. */
function shippedFolders(): readonly string[] {
  const models = join(projectRoot(), 'models');
  return foldersIn(models)
    .map((folder) => join(folder, 'shipped'))
    .filter(hasManifest);
}

function foldersWithManifest(folder: string, depth: number): readonly string[] {
  if (hasManifest(folder)) return [folder];
  return depth === 0 ? [] : foldersIn(folder).flatMap((within) => foldersWithManifest(within, depth - 1));
}

const hasManifest = (folder: string): boolean => existsSync(join(folder, MANIFEST_FILE));

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .sort();
}

function examine(folder: string, from: ArtefactOrigin): FoundArtefact {
  try {
    return { state: 'readable', folder, from, manifest: readManifest(folder) };
  } catch (error) {
    if (!(error instanceof TidewaiterError)) throw error;
    return { state: 'unreadable', folder, from, error };
  }
}
