import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
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
  return [
    'US import',
    code,
    index % 50 === 7 ? '1' : '0',
    (mass * price).toFixed(2),
    mass.toFixed(1),
    rate,
    Math.round(mass / 12),
    Math.round(mass / 60),
    origin,
    origin,
    'US',
    '40',
    '100',
    '1',
    `T${index % 40}`,
  ].join(',');
});
writeFileSync(
  TABLE,
  [
    'scope,commodity_code,outcome,value,net_mass,duty_rate,quantity,packages,origin,dispatch,destination,procedure,regime,mode,trader',
    ...LINES,
  ].join('\n'),
);

const variables = { TIDEWAITER_DATA_DIR: join(folder, 'data'), TIDEWAITER_MODELS_DIR: join(folder, 'models') };
const tidewaiter = (...args: readonly string[]) => runCli(args, { variables });
const MODEL = join(folder, 'models', 'anomaly-2026');
let version = '';

test(
  'a table of one’s own becomes an artefact: weights, what was measured, and a card that says where it fails',
  { timeout: 240_000 },
  async () => {
    const { code, stdout, stderr } = await tidewaiter(
      'train',
      'anomaly',
      '--data',
      TABLE,
      '--epochs',
      '2',
      '--out',
      MODEL,
      '--json',
    );
    expect(stderr).not.toMatch(/TDW_/);
    expect(code).toBe(0);
    ({ version } = JSON.parse(stdout) as { version: string });
    // A version is the hash of everything that changes an answer. The same data and seed give the same one.
    expect(version).toMatch(/^[0-9a-f]{64}$/);
    expect(readFileSync(join(MODEL, 'card.md'), 'utf8')).toMatch(/must not be used for/i);
  },
);

// Nothing is judged by it yet. A new version is first put on trial: it is asked beside the one in force, its answers are recorded and
// counted on the dashboards, and no rule reads them.
test('it is listed, and put in force by a named person for a stated reason', { timeout: 120_000 }, async () => {
  expect((await tidewaiter('model', 'list')).stdout).toContain(version.slice(0, 12));
  const activated = await tidewaiter(
    'model',
    'activate',
    'anomaly',
    version.slice(0, 12),
    '--by',
    'A. Analyst',
    '--reason',
    'our own prices',
  );
  expect(activated.stderr).not.toMatch(/TDW_/);
  expect(activated.stdout).toContain('in force');
});

// The classification model learns from descriptions with the codes that your officers confirmed: a CSV with the columns `description`
// and `commodityCode`, or one JSON object of words → code. It learns beside the law's own words, in which every code is described, so a
// nomenclature or tariff goes with it; and it needs examples of what is too vague to tell, one a line.
const GOODS = {
  '841370': ['centrifugal pump', 'water pump', 'pump impeller', 'submersible pump'],
  '848180': ['ball valve', 'gate valve', 'solenoid valve', 'brass tap'],
  '080810': ['fresh apples', 'red apples', 'cider apples', 'dessert apples'],
  '080830': ['fresh pears', 'green pears', 'conference pears', 'dessert pears'],
};
const MANNERS = [
  '',
  'new',
  'for industry',
  'in cartons',
  'imported',
  'of good quality',
  'assorted',
  'large',
  'small',
  'first grade',
];
const DESCRIPTIONS = join(folder, 'descriptions.csv');
writeFileSync(
  DESCRIPTIONS,
  [
    'description,commodityCode',
    ...Object.entries(GOODS).flatMap(([code, names]) =>
      names.flatMap((name) => MANNERS.map((manner) => `${name} ${manner},${code}`)),
    ),
  ].join('\n'),
);
const NOMENCLATURE = join(folder, 'nomenclature.csv');
writeFileSync(
  NOMENCLATURE,
  `section,hscode,description,parent,level
II,08,"Fruit and nuts, edible",TOTAL,2
II,0808,"Apples, pears and quinces; fresh",08,4
II,080810,"Fruit, edible; apples, fresh",0808,6
II,080830,"Fruit, edible; pears, fresh",0808,6
XVI,84,"Machinery and mechanical appliances",TOTAL,2
XVI,8413,"Pumps; for liquids",84,4
XVI,841370,"Pumps; centrifugal, for liquids",8413,6
XVI,8481,"Taps, cocks, valves and similar appliances",84,4
XVI,848180,"Taps, cocks, valves and similar appliances; other",8481,6
`,
);
const VAGUE = join(folder, 'vague.csv');
writeFileSync(
  VAGUE,
  ['samples', 'goods', 'parts', 'gift', 'various items', 'personal effects', 'merchandise', 'equipment'].join('\n'),
);

// The shipped model drew two million texts; so small a table is learnt with a few thousand (--texts).
const learn = (...data: readonly string[]) =>
  tidewaiter(
    'train',
    'classification',
    '--data',
    ...data,
    '--vague',
    VAGUE,
    '--texts',
    '8000',
    '--out',
    join(folder, 'models', 'classification-2026'),
    '--json',
  );

test(
  'descriptions of one’s own become a model that reads a new one, and sees a code that does not fit',
  { timeout: 240_000 },
  async () => {
    const { code, stdout } = await learn(DESCRIPTIONS, NOMENCLATURE);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      model: 'classification',
      sets: [{ texts: expect.any(Number) as number }],
    });
    const asked = [
      { description: 'steel pump for water', commodityCode: '080810' },
      { description: 'apples in crates', commodityCode: '080810' },
      { description: 'merchandise' },
    ];
    const answers = await runCli(
      ['classify', '--model', join(folder, 'models', 'classification-2026'), '--json', '-'],
      { variables, stdin: asked.map((one) => JSON.stringify(one)).join('\n') },
    );
    const [pump, apples, vague] = answers.stdout
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { status: string; subheadings: { code: string }[]; mismatch?: { pValue: number } },
      );
    expect(pump?.subheadings[0]?.code).toBe('841370');
    expect(apples?.subheadings[0]?.code).toBe('080810');
    // Nineteen texts are judged here by a model that had not seen them: one in twenty is the least that they can say.
    expect(pump?.mismatch?.pValue).toBeLessThanOrEqual(0.05);
    expect(apples?.mismatch?.pValue ?? 1).toBeGreaterThan(0.05);
    expect(vague?.status).toBe('vague');
  },
);

test(
  'a table without the law’s words beside it is refused, and says what is missing',
  { timeout: 120_000 },
  async () => {
    const { code, stderr } = await learn(DESCRIPTIONS);
    expect(code).toBe(1);
    expect(stderr).toMatch(/TDW_MODEL_DATA.*tariff or a nomenclature/);
  },
);

// A file that is none of the formats is refused with the formats that are read; a line that is wrong, with its number.
test('a table with a wrong line is refused, and says which', { timeout: 120_000 }, async () => {
  const broken = join(folder, 'broken.csv');
  writeFileSync(broken, 'scope,commodity_code,outcome\nUS import,090111,0\nUS import,coffee,0\n');
  const { code, stderr } = await tidewaiter('train', 'anomaly', '--data', broken);
  expect(code).toBe(1);
  expect(stderr).toMatch(/TDW_MODEL_DATA.*line 3/s);
});
