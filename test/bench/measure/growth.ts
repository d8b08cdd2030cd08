import { join } from 'node:path';
import type { BenchPlan } from '../plan.ts';
import { repeated, tradePool } from '../input/trade-pool.ts';
import { countLicences, growLicences } from '../stage/licences.ts';
import { writePolicy } from '../stage/policy.ts';
import type { Backlog } from '../input/backlog.ts';
import type { Stage } from '../stage/stage.ts';
import { runThrough, type Throughput } from './throughput.ts';

type Cost = Pick<Throughput, 'itemsPerSecond' | 'cpuSecondsPer1000Items' | 'peakMemoryMiB' | 'deadLetters'>;

/** What more of something costs, each measured on the whole stream. */
export interface Growth {
  readonly rules: readonly (Cost & { readonly rules: number })[];
  readonly licences: readonly (Cost & { readonly licences: number })[];
  readonly itemsPerDeclaration: readonly (Cost & { readonly itemsPerDeclaration: number })[];
}

type Report = (line: string) => void;

export async function growth(stage: Stage, backlog: Backlog, plan: BenchPlan, report: Report): Promise<Growth> {
  return {
    rules: await byRules(stage, backlog, plan, report),
    itemsPerDeclaration: await byItems(stage, plan, report),
    licences: await byLicences(stage, backlog, plan, report),
  };
}

async function byRules(stage: Stage, backlog: Backlog, plan: BenchPlan, report: Report): Promise<Growth['rules']> {
  const lines: (Cost & { rules: number })[] = [];
  for (const rules of plan.rules) {
    const folder = join(stage.folder, `policy-${rules}`);
    await writePolicy(folder, rules);
    lines.push({ rules, ...costOf(await runThrough(stage, { role: 'scoring', backlog, variables: { TIDEWAITER_POLICY_DIR: folder } })) });
    report(`${rules} rules: ${told(lines.at(-1)!)}`);
  }
  return lines;
}

async function byItems(stage: Stage, plan: BenchPlan, report: Report): Promise<Growth['itemsPerDeclaration']> {
  const lines: (Cost & { itemsPerDeclaration: number })[] = [];
  for (const itemsPerDeclaration of plan.itemsPerDeclaration) {
    const declarations = Math.max(1, Math.ceil(Math.min(plan.growthItems / 3, plan.poolDeclarations) / itemsPerDeclaration));
    const pool = tradePool({ seed: plan.seed, declarations, itemsPerDeclaration }).filter(({ goodsItems }) => goodsItems.length > 0);
    const backlog = await stage.backlog(`customs.declarations-of-${itemsPerDeclaration}`, repeated(pool, plan.growthItems, 'n'));
    lines.push({ itemsPerDeclaration, ...costOf(await runThrough(stage, { role: 'scoring', backlog })) });
    report(`${itemsPerDeclaration} items a declaration: ${told(lines.at(-1)!)}`);
  }
  return lines;
}

async function byLicences(stage: Stage, backlog: Backlog, plan: BenchPlan, report: Report): Promise<Growth['licences']> {
  const lines: (Cost & { licences: number })[] = [];
  for (const wanted of plan.licences) {
    await growLicences(stage.database, wanted);
    const licences = await countLicences(stage.database);
    lines.push({ licences, ...costOf(await runThrough(stage, { role: 'scoring', backlog })) });
    report(`${licences} licences: ${told(lines.at(-1)!)}`);
  }
  return lines;
}

function costOf({ itemsPerSecond, cpuSecondsPer1000Items, peakMemoryMiB, deadLetters }: Throughput): Cost {
  return { itemsPerSecond, cpuSecondsPer1000Items, peakMemoryMiB, deadLetters };
}

const told = ({ itemsPerSecond, cpuSecondsPer1000Items, deadLetters }: Cost): string =>
  `${Math.round(itemsPerSecond)} items/s, ${(cpuSecondsPer1000Items * 1000).toFixed(0)} ms of CPU per 1,000${deadLetters > 0 ? `, ${deadLetters} dead letters` : ''}`;
