import { parseArgs } from 'node:util';
import { runCsvBench } from './run-csv-bench.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const costs = await runCsvBench({ rows: Number(values.rows), rounds: Number(values.rounds) });
process.stderr.write(
  `CPU time a row (a goods item of 14 values, two a declaration; median of ${values.rounds} rounds of ${values.rows} rows, one after the other)\n`,
);
for (const { name, microseconds } of costs)
  process.stderr.write(`  ${microseconds.toFixed(1).padStart(8)} µs  ${name}\n`);
if (values.json) process.stdout.write(`${JSON.stringify(costs)}\n`);
