import { parseArgs } from 'node:util';
import { editionsPlan } from './plan.ts';
import { runEditionsBench } from './run-editions-bench.ts';
import { editionsTables } from './tables.ts';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    idle: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const result = await runEditionsBench({ plan: editionsPlan(values), profiles: values.profile, report: say });
say(editionsTables(result));
if (values.json)
  process.stdout.write(
    `${JSON.stringify(result, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value))}\n`,
  );
