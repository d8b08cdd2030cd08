import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CsvMapping } from '../../adapters/input/records/mapping/mapping.ts';
import { inFile } from '../../adapters/input/source/in-file.ts';
import type { Shell } from '../shell/shell.ts';

/** The mapping file that `--map` names, where it names one. Throws TDW_MAPPING_INVALID, TDW_INPUT_UNREADABLE. */
export async function readMap(
  { workingDirectory }: Pick<Shell, 'workingDirectory'>,
  file: string | undefined,
): Promise<{ readonly mapping?: CsvMapping }> {
  if (file === undefined) return {};
  const { readMapping } = await import('../../adapters/input/records/mapping/read-mapping.ts');
  return { mapping: readMapping(await textOf(resolve(workingDirectory, file), file), file) };
}

async function textOf(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw inFile(cause, file);
  }
}
