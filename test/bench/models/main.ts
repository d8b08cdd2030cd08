import { parseArgs } from 'node:util';
import { runModelsBench } from './run-models-bench.ts';
import { benchTables } from './tables.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, items: { type: 'string', default: '60000' } } });
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const result = await runModelsBench({ items: Number(values.items) }, say);
say(benchTables(result));
if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
