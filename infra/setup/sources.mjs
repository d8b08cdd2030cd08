import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { projectRoot } from './project-root.mjs';

const ROOMS = ['services', 'models', 'config', 'infra', 'test'];
const SETTINGS = ['tsconfig.json', 'package-lock.json'];
const COMPILED = /\.(ts|mts|mjs)$/;

/**
 * Changes whenever a compiled source is added, removed or written: a hash over names, sizes and times.
 * Every call of the program asks for it and over a thousand files are looked at, so paths are put together by hand.
 * @returns {string}
 */
export function sourcesFingerprint() {
  const root = projectRoot();
  // A room without a file yet is no folder in a clone.
  const rooms = ROOMS.filter((room) => existsSync(`${root}/${room}`));
  const lines = [...SETTINGS, ...rooms.flatMap((room) => sourcesIn(root, room))].map((file) => {
    const { size, mtimeMs } = statSync(`${root}/${file}`);
    return `${file}\n${size}\n${mtimeMs}\n`;
  });
  return createHash('sha256').update(process.versions.node).update(lines.join('')).digest('hex');
}

/**
 * @param {string} root
 * @param {string} folder within it
 * @returns {string[]}
 */
function sourcesIn(root, folder) {
  const entries = readdirSync(`${root}/${folder}`, { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(root, path);
    return COMPILED.test(entry.name) ? [path] : [];
  });
}
