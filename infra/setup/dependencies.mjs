import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { projectRoot } from './project-root.mjs';
import { runTool } from './run-tool.mjs';
import { say, SetupError } from './say.mjs';

/** Installs what package-lock.json names, unless that is what node_modules holds. */
export async function ensureDependencies() {
  if (dependenciesAreThere()) return;
  await withLock(
    join(projectRoot(), '.cache', 'locks', 'dependencies'),
    async () => {
      if (!dependenciesAreThere()) await install();
    },
    (holder) => say(`Waiting for process ${holder}, which is installing dependencies`),
  );
}

/** npm keeps a copy of what it installed; packages for other systems are not in it. */
function dependenciesAreThere() {
  const installed = packagesOf(join('node_modules', '.package-lock.json'));
  const wanted = packagesOf('package-lock.json');
  return Object.entries(wanted)
    .filter(([path, { optional }]) => path !== '' && !(optional && installed[path] === undefined))
    .every(([path, { version }]) => installed[path]?.version === version);
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function packagesOf(lockFile) {
  const file = join(projectRoot(), lockFile);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** Development dependencies too, whatever NODE_ENV says: the compiler is one of them. */
async function install() {
  say('Installing dependencies (npm ci)');
  const status = await runTool('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']);
  if (status === 0) return sayWhatWasLeftOut();
  throw new SetupError(
    'TDW_SETUP_DEPENDENCIES',
    'npm ci failed.',
    'Read what npm says above; check the way to the npm registry, then try again.',
  );
}

/** npm drops an optional package whose own download fails, without a word. */
function sayWhatWasLeftOut() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8'));
  const leftOut = Object.keys(optionalDependencies).filter(
    (name) => !existsSync(join(projectRoot(), 'node_modules', name)),
  );
  if (leftOut.length > 0)
    say(
      `npm left out ${leftOut.join(', ')} (optional): the models run on WebAssembly. \`npm run build:tensorflow\` installs and builds it.`,
    );
}
