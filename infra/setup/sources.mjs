import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';

const ROOMS = ['services', 'models', 'config', 'infra', 'test'];
const SETTINGS = ['tsconfig.json', 'package-lock.json'];
const COMPILED = /\.(ts|mts|mjs)$/;

/**
 * Changes whenever a compiled source is added, removed or written: a hash over names, sizes and times.
 * @returns {string}
 */
export function sourcesFingerprint() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of [...SETTINGS, ...ROOMS.filter(isThere).flatMap(sourcesIn)]) {
    const { size, mtimeMs } = statSync(join(projectRoot(), file));
    hash.update(`${file}\n${size}\n${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * A room without a file yet is no folder in a clone.
 * @param {string} folder
 */
function isThere(folder) {
  return existsSync(join(projectRoot(), folder));
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sourcesIn(folder) {
  const entries = readdirSync(join(projectRoot(), folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return COMPILED.test(entry.name) ? [path] : [];
  });
}
