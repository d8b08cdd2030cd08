import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { projectRoot } from '../../../services/adapters/config/project-root.ts';

/**
 * Writes a policy of so many rules: the shipped ones, evenly chosen where there are more of them, and again under ids
 * of their own where there are fewer. A copy finds what its original finds.
 */
export async function writePolicy(folder: string, count: number): Promise<void> {
  const shipped = join(projectRoot(), 'config', 'policy');
  await mkdir(join(folder, 'rules'), { recursive: true });
  for (const file of ['lanes.yaml', 'families.yaml', 'lists.yaml'])
    await copyFile(join(shipped, file), join(folder, file));
  const files = (await readdir(join(shipped, 'rules'))).sort();
  const originals = await Promise.all(
    files.map(async (file) => parse(await readFile(join(shipped, 'rules', file), 'utf8')) as { readonly id: string }),
  );
  for (let index = 0; index < count; index += 1) {
    const rule =
      originals[count < originals.length ? Math.floor((index * originals.length) / count) : index % originals.length]!;
    const id = index < originals.length ? rule.id : `${rule.id}-${Math.floor(index / originals.length)}`;
    await writeFile(join(folder, 'rules', `${id}.yaml`), stringify({ ...rule, id }));
  }
}
