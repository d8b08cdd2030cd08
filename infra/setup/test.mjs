import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kafkaObstacle } from './obstacle.mjs';
import { projectRoot } from './project-root.mjs';
import { say } from './say.mjs';
import { afterSetUp } from './set-up.mjs';

await afterSetUp(async () => {
  const obstacle = await kafkaObstacle();
  if (obstacle === undefined) return runVitest();
  say(`${obstacle}\nThe tests need a real broker. \`npm run test:unit\` runs those that do not.`);
  process.exitCode = 1;
});

/** In this very process, so that signals reach it. */
async function runVitest() {
  const vitest = join(projectRoot(), 'node_modules', 'vitest', 'vitest.mjs');
  process.chdir(projectRoot());
  process.argv = [process.argv[0], vitest, 'run', ...process.argv.slice(2)];
  await import(pathToFileURL(vitest).href);
}
