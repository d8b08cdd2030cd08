import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { handOverTo } from './hand-over.mjs';
import { projectRoot } from './project-root.mjs';
import { say } from './say.mjs';

/** Told to the demo when it has to do without a broker: it then runs in one process on memory. */
const IN_MEMORY = '--in-memory';

await handOverTo('infra/demo/main.js', async () => {
  const file = join(projectRoot(), 'dist', 'infra', 'local', 'kafka', 'kafka-within-reach.js');
  const { whatKeepsKafkaAway } = await import(pathToFileURL(file).href);
  const obstacle = whatKeepsKafkaAway();
  if (obstacle === undefined || process.argv.includes(IN_MEMORY)) return;
  say(`${obstacle.code}: ${obstacle.message}\n${obstacle.todo}\nWithout it, the demo runs in one process, on memory.`);
  process.argv.push(IN_MEMORY);
});
