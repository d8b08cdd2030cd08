import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the public data sets beside the project (TIDEWAITER_DATA_SETS, else ../shared/data), or `undefined` where it is absent. */
export function dataSetsFolder(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const folder = environment['TIDEWAITER_DATA_SETS'] ?? join(root, '..', 'shared', 'data');
  return existsSync(folder) ? folder : undefined;
}
