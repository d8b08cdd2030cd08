import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { projectRoot } from './project-root.mjs';
import { runTool } from './run-tool.mjs';
import { say, SetupError } from './say.mjs';
import { sourcesFingerprint } from './sources.mjs';

/** Compiles the sources to dist/ and bundles the program there, unless they are as they were at the last build. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await withLock(
    join(projectRoot(), '.cache', 'locks', 'build'),
    async () => {
      if (!isBuilt()) await compile();
    },
    (holder) => say(`Waiting for process ${holder}, which is building`),
  );
}

/** The fingerprint of the sources that dist/ was made of. */
function stamp() {
  return join(projectRoot(), 'dist', '.built');
}

function isBuilt() {
  return existsSync(stamp()) && readFileSync(stamp(), 'utf8') === sourcesFingerprint();
}

/** How the compiler ends when it found errors and wrote its output all the same. */
const WRITTEN_WITH_ERRORS = 2;

/**
 * The fingerprint is taken first: what changes while the compiler runs is built the next time. Type errors, which a
 * developer has while at work, are shown and stop nothing here: the type check is a gate of its own.
 */
async function compile() {
  say('Building Tidewaiter');
  const fingerprint = sourcesFingerprint();
  const compiler = join(projectRoot(), 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(compiler))
    throw new SetupError('TDW_SETUP_BUILD', 'The compiler is not installed.', 'Run `npm ci` (without --omit=dev).');
  const status = await runTool(process.execPath, [compiler, '-p', 'tsconfig.json']);
  if (status === WRITTEN_WITH_ERRORS) say('The sources have the errors shown above; going on with what was built.');
  else if (status !== 0)
    throw new SetupError('TDW_SETUP_BUILD', 'The sources do not compile.', 'Read what the compiler says above.');
  // Loaded here alone: the bundler is large, and an installation that does not compile itself has none.
  await (await import('./bundle.mjs')).bundle();
  writeFileSync(stamp(), fingerprint);
}
