import { execProgram } from './exec.mjs';
import { kafkaObstacle } from './obstacle.mjs';
import { say } from './say.mjs';

/** Told to the demo when it has to do without a broker: it then runs in one process on memory. */
const IN_MEMORY = '--in-memory';

await execProgram('infra/demo/main.js', async () => {
  const obstacle = process.argv.includes(IN_MEMORY) ? undefined : await kafkaObstacle();
  if (obstacle === undefined) return;
  say(`${obstacle}\nWithout it, the demo runs in one process, on memory.`);
  process.argv.push(IN_MEMORY);
});
