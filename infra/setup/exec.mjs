import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project-root.mjs';
import { SetupError } from './say.mjs';
import { afterSetUp } from './set-up.mjs';

/**
 * Sets up, then runs a compiled program in this very process, so that signals reach it and no process stands between.
 * The program finds its own arguments in process.argv as if it had been started itself.
 * @param {string} program path within dist/
 * @param {() => Promise<void>} [before] done when everything is set up
 */
export async function execProgram(program, before = () => Promise.resolve()) {
  await afterSetUp(async () => {
    await before();
    const file = join(projectRoot(), 'dist', program);
    if (!existsSync(file))
      throw new SetupError('TDW_SETUP_BUILD', `${program} is not part of this version.`, 'Take a version that has it.');
    process.argv[1] = file;
    await import(pathToFileURL(file).href);
  });
}
