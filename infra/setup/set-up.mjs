import { ensureBuilt } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { requireNode } from './node-version.mjs';
import { relinkTensorFlow } from './relink-tensorflow.mjs';
import { say, SetupError } from './say.mjs';

/**
 * Brings a fresh clone to where its programs run, then does the work. Needs nothing but Node and npm.
 * A reason why set-up cannot go on is told in plain words and ends the process with code 1.
 * @param {() => Promise<unknown>} work
 */
export async function afterSetUp(work) {
  try {
    requireNode();
    await ensureDependencies();
    await ensureBuilt();
    await relinkTensorFlow();
    await work();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
