import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';
import { SetupError } from './say.mjs';

/** Fails where this Node is older than package.json asks for. */
export function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8'));
  const needed = String(engines.node).replace('>=', '');
  if (!isOlder(process.versions.node, needed)) return;
  throw new SetupError(
    'TDW_SETUP_NODE_TOO_OLD',
    `This is Node ${process.versions.node}; Tidewaiter needs ${needed} or later.`,
    'Install a current Node (https://nodejs.org, or your version manager) and try again.',
  );
}

/**
 * @param {string} version
 * @param {string} needed
 */
export function isOlder(version, needed) {
  const [left, right] = [version, needed].map((text) => text.split('.').map(Number));
  for (const [place, wanted] of right.entries()) {
    if (left[place] !== wanted) return left[place] < wanted;
  }
  return false;
}
