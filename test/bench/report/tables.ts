import Table from 'cli-table3';
import type { Pair } from '../measure/side-by-side.ts';
import type { Throughput } from '../measure/throughput.ts';
import type { BenchResult } from '../run-bench.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
const milliseconds = (seconds: number): string => (seconds * 1000).toFixed(0);
const countOf = (processes: number): string => `${processes} ${processes === 1 ? 'process' : 'processes'}`;
const table = (...head: string[]): InstanceType<typeof Table> =>
  new Table({
    head,
    style: { head: [], border: [] },
    colAligns: ['left', ...head.slice(1).map(() => 'right' as const)],
  });

/** What was measured, for people. */
export function benchTables(result: BenchResult): string {
  const { machine, memory } = result;
  const parts = [
    mainTable(result),
    processesTable(result),
    roundsTable(result),
    growthTable(result.growth),
    recordsTable(result.recordBytes),
    ...(memory
      ? [
          `Memory over ${whole(memory.items)} items: ${whole(memory.secondQuarterMiB)} MiB in the second quarter, ${whole(memory.lastQuarterMiB)} MiB in the last; ${whole(memory.peakMiB)} MiB at most.`,
        ]
      : []),
    `Tidewaiter does ${(result.ratio * 100).toFixed(0)} % of the pass-through's items a second, with ${countOf(result.processes)} each.`,
    `Timed from the commit by which ${(result.warmUpShare * 100).toFixed(0)} % of a backlog were done to the last; latency at half of the rate of one process. Postgres with fsync and synchronous_commit on.`,
    `${machine.cpu}, ${machine.cores} cores shared by broker, database and bench, ${machine.memoryGiB} GiB, Node ${machine.node}; load ${machine.load.before} before, ${machine.load.after} after.`,
  ];
  return parts.join('\n');
}

function mainTable({ passThrough, tidewaiter, withAudit, ...result }: BenchResult): string {
  const processes = countOf(result.processes);
  const main = table(
    '',
    'items/s',
    'CPU s',
    'CPU ms per 1,000 items',
    'memory MiB',
    'p50 ms',
    'p99 ms',
    'dead letters',
  );
  const line = (name: string, of: Throughput, p50 = '', p99 = ''): number =>
    main.push([
      name,
      whole(of.itemsPerSecond),
      of.cpuSeconds.toFixed(1),
      milliseconds(of.cpuSecondsPer1000Items),
      whole(of.peakMemoryMiB),
      p50,
      p99,
      of.deadLetters,
    ]);
  line(`(a) pass-through, ${processes}`, passThrough, whole(passThrough.p50Ms), whole(passThrough.p99Ms));
  line(`(b) Tidewaiter, ${processes}, audit off`, tidewaiter, whole(tidewaiter.p50Ms), whole(tidewaiter.p99Ms));
  line('(b) Tidewaiter, 1 process, audit on', withAudit.scoring);
  line(`    audit, done ${withAudit.lagSeconds.toFixed(1)} s later`, withAudit.audit);
  return main.toString();
}

function processesTable({ byProcesses }: BenchResult): string {
  const processes = table('processes', ...PAIR_HEAD, '(a) cores busy', '(b) cores busy', '(a) seconds', '(b) seconds');
  const cores = ({ cpuSeconds, seconds }: Throughput): string => (cpuSeconds / seconds).toFixed(2);
  for (const pair of byProcesses)
    processes.push([
      pair.processes,
      ...pairFigures(pair),
      cores(pair.passThrough),
      cores(pair.tidewaiter),
      pair.passThrough.seconds.toFixed(1),
      pair.tidewaiter.seconds.toFixed(1),
    ]);
  return processes.toString();
}

function roundsTable({ runs }: BenchResult): string {
  const rounds = table('run', 'processes', ...PAIR_HEAD);
  runs.forEach((pair, index) => rounds.push([index + 1, pair.processes, ...pairFigures(pair)]));
  return rounds.toString();
}

const PAIR_HEAD = ['(a) items/s', '(b) items/s', 'b/a', '(a) CPU ms per 1,000', '(b) CPU ms per 1,000'];

function pairFigures({ passThrough: a, tidewaiter: b, ratio }: Pair): readonly string[] {
  return [
    whole(a.itemsPerSecond),
    whole(b.itemsPerSecond),
    ratio.toFixed(2),
    milliseconds(a.cpuSecondsPer1000Items),
    milliseconds(b.cpuSecondsPer1000Items),
  ];
}

function recordsTable({ declarations, byEdition, whole: all }: BenchResult['recordBytes']): string {
  const records = table(
    `bytes on record, mean of ${declarations}`,
    'by edition',
    'whole',
    'ratio',
    'without the event',
  );
  for (const [name, of] of [
    ['value of the record', (bytes: typeof all) => bytes.value],
    ['columns of the row', (bytes: typeof all) => bytes.columns],
  ] as const) {
    const own = (of(byEdition) - byEdition.event) / (of(all) - all.event);
    records.push([name, whole(of(byEdition)), whole(of(all)), (of(byEdition) / of(all)).toFixed(2), own.toFixed(2)]);
  }
  return records.toString();
}

function growthTable({ rules, licences, itemsPerDeclaration, descriptions }: BenchResult['growth']): string {
  const growth = table('growth', 'items/s', 'CPU ms per 1,000 items', 'memory MiB', 'dead letters');
  const line = (name: string, of: BenchResult['growth'][keyof BenchResult['growth']][number]): number =>
    growth.push([
      name,
      whole(of.itemsPerSecond),
      milliseconds(of.cpuSecondsPer1000Items),
      whole(of.peakMemoryMiB),
      of.deadLetters,
    ]);
  for (const one of rules) line(`${whole(one.rules)} rules`, one);
  for (const one of licences) line(`${whole(one.licences)} licences`, one);
  for (const one of itemsPerDeclaration) line(`${whole(one.itemsPerDeclaration)} items a declaration`, one);
  for (const one of descriptions)
    line(one.descriptions === 'new' ? 'every description new' : 'descriptions as in trade (Zipf over 100,000)', one);
  return growth.toString();
}
