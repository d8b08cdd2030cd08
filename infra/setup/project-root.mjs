import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {string | undefined} */
let found;

/**
 * The folder of this checkout, found from here upwards, so that it is the same from the sources and from dist/; looked for once.
 * @returns {string}
 */
export function projectRoot() {
  found ??= checkoutAround(dirname(fileURLToPath(import.meta.url)));
  return found;
}

/** @param {string} folder */
function checkoutAround(folder) {
  let around = folder;
  while (!isProject(around)) around = dirname(around);
  return around;
}

/** @param {string} folder */
function isProject(folder) {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'tidewaiter') return true;
  if (dirname(folder) === folder) throw new Error('This file does not lie in a checkout of tidewaiter.');
  return false;
}
