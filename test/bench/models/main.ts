import { parseArgs } from 'node:util';
import { BACKEND_NAMES } from '../../../services/adapters/tensorflow/tensorflow.ts';
import { runModelsBench } from './run-models-bench.ts';
import { benchTables } from './tables.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    items: { type: 'string', default: '60000' },
    backend: { type: 'string', multiple: true },
  },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const result = await runModelsBench(
  { items: Number(values.items), backends: BACKEND_NAMES.filter((name) => values.backend?.includes(name) ?? true) },
  say,
);
say(benchTables(result));
if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
