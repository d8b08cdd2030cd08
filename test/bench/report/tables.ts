import Table from 'cli-table3';
import type { BenchResult } from '../run-bench.ts';
import type { Throughput } from '../measure/throughput.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');
const milliseconds = (seconds: number): string => (seconds * 1000).toFixed(0);
const table = (...head: string[]): InstanceType<typeof Table> => new Table({ head, style: { head: [], border: [] }, colAligns: ['left', ...head.slice(1).map(() => 'right' as const)] });

/** What was measured, for people. */
export function benchTables(result: BenchResult): string {
  const { machine, memory } = result;
  const parts = [
    mainTable(result),
    roundsTable(result),
    growthTable(result.growth),
    ...(memory ? [`Memory over ${whole(memory.items)} items: ${whole(memory.secondQuarterMiB)} MiB in the second quarter, ${whole(memory.lastQuarterMiB)} MiB in the last; ${whole(memory.peakMiB)} MiB at most.`] : []),
    `Tidewaiter does ${(result.ratio * 100).toFixed(0)} % of the pass-through's items a second.`,
    `${machine.cpu}, ${machine.cores} cores shared by broker, database and bench, ${machine.memoryGiB} GiB, Node ${machine.node}; load ${machine.load.before} before, ${machine.load.after} after.`,
  ];
  return parts.join('\n');
}

function mainTable({ passThrough, tidewaiter, withAudit }: BenchResult): string {
  const main = table('', 'items/s', 'CPU s', 'CPU ms per 1,000 items', 'memory MiB', 'p50 ms', 'p99 ms', 'dead letters');
  const line = (name: string, of: Throughput, p50 = '', p99 = ''): number => main.push([name, whole(of.itemsPerSecond), of.cpuSeconds.toFixed(1), milliseconds(of.cpuSecondsPer1000Items), whole(of.peakMemoryMiB), p50, p99, of.deadLetters]);
  line('(a) pass-through', passThrough, whole(passThrough.p50Ms), whole(passThrough.p99Ms));
  line('(b) Tidewaiter, audit off', tidewaiter, whole(tidewaiter.p50Ms), whole(tidewaiter.p99Ms));
  line('(b) Tidewaiter, audit on', withAudit.scoring);
  line(`    audit, done ${withAudit.lagSeconds.toFixed(1)} s later`, withAudit.audit);
  return main.toString();
}

function roundsTable({ runs }: BenchResult): string {
  const rounds = table('round', '(a) items/s', '(b) items/s', 'b/a', '(a) CPU ms per 1,000', '(b) CPU ms per 1,000');
  runs.forEach(({ passThrough: a, tidewaiter: b }, index) => rounds.push([index + 1, whole(a.itemsPerSecond), whole(b.itemsPerSecond), (b.itemsPerSecond / a.itemsPerSecond).toFixed(2), milliseconds(a.cpuSecondsPer1000Items), milliseconds(b.cpuSecondsPer1000Items)]));
  return rounds.toString();
}

function growthTable({ rules, licences, itemsPerDeclaration }: BenchResult['growth']): string {
  const growth = table('growth', 'items/s', 'CPU ms per 1,000 items', 'memory MiB', 'dead letters');
  const line = (name: string, of: BenchResult['growth']['rules'][number] | BenchResult['growth']['licences'][number] | BenchResult['growth']['itemsPerDeclaration'][number]): number =>
    growth.push([name, whole(of.itemsPerSecond), milliseconds(of.cpuSecondsPer1000Items), whole(of.peakMemoryMiB), of.deadLetters]);
  for (const one of rules) line(`${whole(one.rules)} rules`, one);
  for (const one of licences) line(`${whole(one.licences)} licences`, one);
  for (const one of itemsPerDeclaration) line(`${whole(one.itemsPerDeclaration)} items a declaration`, one);
  return growth.toString();
}
