import { benchOptions } from './options.ts';
import { benchPlan } from './plan.ts';
import { hottestFunctions } from './report/profile.ts';
import { benchTables } from './report/tables.ts';
import { runBench } from './run-bench.ts';

const { extent, json, profiles } = benchOptions(process.argv.slice(2));
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const result = await runBench({ plan: benchPlan(extent), profiles, report: say });
say(benchTables(result));
if (profiles !== undefined) say(await hottestFunctions(profiles));
if (json)
  process.stdout.write(
    `${JSON.stringify(result, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value))}\n`,
  );
