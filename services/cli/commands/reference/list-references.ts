import { readShippedSnapshots } from '../../../adapters/reference-files/shipped-reference.ts';
import type { StoredSnapshot } from '../../../reference/ports/snapshot-store.ts';
import { snapshotName } from '../../../reference/snapshot/snapshot.ts';
import type { Day } from '../../../risk/declaration/day.ts';
import { EXIT, type ExitCode } from '../../exit/exit-codes.ts';
import { textTable } from '../../output/text-table.ts';
import type { Shell } from '../../shell/shell.ts';
import { withReferenceStore } from './reference-store.ts';

/** One version of a piece of reference data. */
interface Listed {
  readonly name: string;
  readonly version: string;
  readonly sourceDay: Day;
  readonly from: 'shipped' | 'imported';
  readonly inForce: boolean;
}

/** Writes which versions there are and which are in force. */
export async function listReference(shell: Shell, options: { readonly json?: true }): Promise<ExitCode> {
  const listed = await withReferenceStore(shell, async ({ store }) =>
    listing(await store.list(), await store.active()),
  );
  if (options.json) for (const one of listed) await shell.out.line(JSON.stringify(one));
  else await shell.out.line(table(listed));
  return EXIT.ok;
}

function listing(stored: readonly StoredSnapshot[], active: Readonly<Record<string, string>>): readonly Listed[] {
  const shipped = readShippedSnapshots().map(({ version, snapshot }): Listed => {
    const name = snapshotName(snapshot);
    return {
      name,
      version,
      sourceDay: snapshot.provenance.sourceDay,
      from: 'shipped',
      inForce: (active[name] ?? version) === version,
    };
  });
  const comesWithUs = new Set(shipped.map(({ version }) => version));
  const imported = stored
    .filter(({ version }) => !comesWithUs.has(version))
    .map(({ name, version, sourceDay }): Listed => ({
      name,
      version,
      sourceDay,
      from: 'imported',
      inForce: active[name] === version,
    }));
  return [...shipped, ...imported].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function table(listed: readonly Listed[]): string {
  const rows = listed.map(({ name, version, sourceDay, from, inForce }) => [
    name,
    version.slice(0, 12),
    sourceDay,
    from,
    inForce ? 'yes' : '',
  ]);
  return textTable([['name', 'version', 'source of', 'from', 'in force'], ...rows]);
}
