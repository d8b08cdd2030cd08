import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSnapshot } from '../../reference/snapshot/check-snapshot.ts';
import { loadSnapshots } from '../../reference/snapshot/load-snapshots.ts';
import { seal } from '../../reference/snapshot/seal.ts';
import type { SealedSnapshot } from '../../reference/snapshot/snapshot.ts';
import type { Authority } from '../../risk/facts/facts.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { ReferenceData } from '../../risk/look-up/reference-data.ts';
import { projectRoot } from '../config/project-root.ts';

/** Where the shipped set lies, from sources and from dist/ alike. */
export function shippedFolder(): string {
  return join(projectRoot(), 'config', 'reference');
}

/** The snapshots that come with Tidewaiter, one file each, found by presence; each is named by the hash of what it says now. */
export function readShippedSnapshots(folder: string = shippedFolder()): readonly SealedSnapshot[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => seal(checkSnapshot(parse(folder, name), name)));
}

/** The shipped reference data in memory, asked for an authority; synchronous. */
export function loadShippedReference(authority: Pick<Authority, 'country' | 'currency'>): ReferenceData {
  return loadSnapshots(readShippedSnapshots(), authority);
}

function parse(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch (cause) {
    throw new TidewaiterError(
      'TDW_REFERENCE_MALFORMED',
      `${name} is no well-formed JSON: ${(cause as Error).message}`,
      { location: { file: name }, cause },
    );
  }
}
