import Table from 'cli-table3';
import type { ChangeFigures, Spread } from './figures.ts';
import type { EditionsBenchResult, UnderTraffic } from './run-editions-bench.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
const seconds = ({ median, max }: Spread): string => `${median.toFixed(2)}; ${max.toFixed(2)}`;
const table = (...head: string[]): InstanceType<typeof Table> =>
  new Table({
    head,
    style: { head: [], border: [] },
    colAligns: ['left', ...head.slice(1).map(() => 'right' as const)],
  });

const PART_NAMES = {
  policy: 'policy',
  tariff: 'tariff',
  largeTariff: 'tariff, ten times the size',
  anomaly: 'anomaly model',
  classification: 'classification model',
} as const satisfies Record<ChangeFigures['part'], string>;

/** What was measured, for people. */
export function editionsTables({ runs, idle, machine }: EditionsBenchResult): string {
  return [
    ...runs.map(trafficTable),
    'The same while nothing else is done, one process:',
    idleTable(idle),
    'Seconds from when the reference topic named the edition: median; longest. In a change counts what was due from then on until a second after the last process had the edition and every partition an answer by it. A block is how long nothing else could run in a process, its own ms by its processor time: the rest is others’ work on the machine.',
    `${machine.cpu}, ${machine.cores} cores shared by broker, database and bench, ${machine.memoryGiB} GiB, Node ${machine.node}; load ${machine.load.before} before, ${machine.load.after} after.`,
  ].join('\n');
}

function trafficTable({ processes, declarationsPerSecond, steady, changes }: UnderTraffic): string {
  const rows = table(
    `${processes} ${processes === 1 ? 'process' : 'processes'}, ${whole(declarationsPerSecond)} declarations/s`,
    'answers',
    'p50 ms',
    'p99 ms',
    'p99 to steady',
    'loaded after s',
    'judged by after s',
    'longest block ms',
    'own ms of it',
  );
  rows.push([
    'steady',
    steady.answers,
    whole(steady.p50Ms),
    whole(steady.p99Ms),
    '1.00',
    '',
    '',
    whole(steady.longestBlockMs),
    whole(steady.longestOwnMs),
  ]);
  for (const one of changes)
    rows.push([
      nameOf(one),
      one.answers,
      whole(one.p50Ms),
      whole(one.p99Ms),
      one.p99ToSteady.toFixed(2),
      seconds(one.seconds),
      one.judgedSeconds ? seconds(one.judgedSeconds) : '',
      blocks(one.longestBlockMs),
      blocks(one.longestOwnMs),
    ]);
  return rows.toString();
}

function idleTable(idle: readonly ChangeFigures[]): string {
  const rows = table('', 'loaded after s', 'longest block ms', 'own ms of it');
  for (const one of idle)
    rows.push([nameOf(one), seconds(one.seconds), blocks(one.longestBlockMs), blocks(one.longestOwnMs)]);
  return rows.toString();
}

const nameOf = ({ part, step, times }: ChangeFigures): string => `${PART_NAMES[part]}, ${step} (${times} times)`;

const blocks = ({ median, max }: Spread): string => `${whole(median)}; ${whole(max)}`;
