import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project-root.mjs';
import { afterSetUp } from './set-up.mjs';

await afterSetUp(async () => {
  const vitest = join(projectRoot(), 'node_modules', 'vitest', 'vitest.mjs');
  process.chdir(projectRoot());
  process.argv = [process.argv[0], vitest, 'run', ...process.argv.slice(2)];
  await import(pathToFileURL(vitest).href);
});
