import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this checkout, found from here upwards, so that it is the same from the sources and from dist/.
 * @returns {string}
 */
export function projectRoot() {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isProject(folder)) folder = dirname(folder);
  return folder;
}

/** @param {string} folder */
function isProject(folder) {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'tidewaiter') return true;
  if (dirname(folder) === folder) throw new Error('This file does not lie in a checkout of tidewaiter.');
  return false;
}
