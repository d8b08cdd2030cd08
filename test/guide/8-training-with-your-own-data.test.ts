import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { expect, test } from 'vitest';
import { testFolders } from '../harness/test-folders.ts';
import { runCli } from '../unit/cli/run-cli.ts';

// Chapter 8: training with one's own data.
//
// The models that come with Tidewaiter learned from public texts and from made-up or foreign declarations. What is usual at *your*
// border only your own record knows. Training is a command like any other: it reads files, needs no network, and writes a folder.

const folder = testFolders('training')();
const TABLE = join(folder, 'goods.csv');

// One line a goods item that was declared, with what an inspection found (1) or did not find (0). Only scope, code and outcome are
// needed; every further column that is there is one more thing that can be odd. Here: coffee and pumps, made up, and a few of them wrong.
const chance = xoroshiro128plus(8);
const between = (low: number, high: number): number => low + (uniformInt(chance, 0, 10_000) / 10_000) * (high - low);
const LINES = Array.from({ length: 400 }, (_, index) => {
  const coffee = index % 2 === 0;
  const mass = between(200, 20_000);
  const price = (coffee ? 4 : 25) * between(0.8, 1.25) * (index % 50 === 7 ? 0.2 : 1);
  const [code, rate, origin] = coffee ? ['090111', '0', 'BR'] : ['841370', '2.5', 'DE'];
  return ['US import', code, index % 50 === 7 ? '1' : '0', (mass * price).toFixed(2), mass.toFixed(1), rate, Math.round(mass / 12), Math.round(mass / 60), origin, origin, 'US', '40', '100', '1', `T${index % 40}`].join(',');
});
writeFileSync(TABLE, ['scope,commodity_code,outcome,value,net_mass,duty_rate,quantity,packages,origin,dispatch,destination,procedure,regime,mode,trader', ...LINES].join('\n'));

const variables = { TIDEWAITER_DATA_DIR: join(folder, 'data'), TIDEWAITER_MODELS_DIR: join(folder, 'models') };
const tidewaiter = (...args: readonly string[]) => runCli(args, { variables });
const MODEL = join(folder, 'models', 'anomaly-2026');
let version = '';

test('a table of one’s own becomes an artefact: weights, what was measured, and a card that says where it fails', { timeout: 240_000 }, async () => {
  const { code, stdout, stderr } = await tidewaiter('train', 'anomaly', '--data', TABLE, '--epochs', '2', '--out', MODEL, '--json');
  expect(stderr).not.toMatch(/TDW_/);
  expect(code).toBe(0);
  ({ version } = JSON.parse(stdout) as { version: string });
  // A version is the hash of everything that changes an answer. The same data and seed give the same one.
  expect(version).toMatch(/^[0-9a-f]{64}$/);
  expect(readFileSync(join(MODEL, 'card.md'), 'utf8')).toMatch(/must not be used for/i);
});

// Nothing is judged by it yet. A new version is first put on trial: it is asked beside the one in force, its answers are recorded and
// counted on the dashboards, and no rule reads them.
test('it is listed, and put in force by a named person for a stated reason', { timeout: 120_000 }, async () => {
  expect((await tidewaiter('model', 'list')).stdout).toContain(version.slice(0, 12));
  const activated = await tidewaiter('model', 'activate', 'anomaly', version.slice(0, 12), '--by', 'A. Analyst', '--reason', 'our own prices');
  expect(activated.stderr).not.toMatch(/TDW_/);
  expect(activated.stdout).toContain('in force');
});

// The classification model takes `description` and `commodityCode` and learns beside the tariff's own texts:
//   tidewaiter train classification --data my-descriptions.csv tariff.csv harmonized-system.csv --vague vague.csv
//   tidewaiter evaluate classification --json
// A file that is none of the formats is refused with the formats that are read; a line that is wrong, with its number.
test('a table with a wrong line is refused, and says which', { timeout: 120_000 }, async () => {
  const broken = join(folder, 'broken.csv');
  writeFileSync(broken, 'scope,commodity_code,outcome\nUS import,090111,0\nUS import,coffee,0\n');
  const { code, stderr } = await tidewaiter('train', 'anomaly', '--data', broken);
  expect(code).toBe(1);
  expect(stderr).toMatch(/TDW_MODEL_DATA.*line 3/s);
});
