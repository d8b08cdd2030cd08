import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of this user for fetched parts: TIDEWAITER_CACHE_DIR, else the XDG cache, else ~/.cache. Made when absent. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const folder =
    environment['TIDEWAITER_CACHE_DIR'] ??
    join(environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tidewaiter');
  mkdirSync(folder, { recursive: true });
  return folder;
}
