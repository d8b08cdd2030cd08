import { join } from 'node:path';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import type { Backlog } from '../input/backlog.ts';
import { worded, type Wording, WORDINGS } from '../input/descriptions.ts';
import { repeated, tradePool } from '../input/trade-pool.ts';
import type { BenchPlan } from '../plan.ts';
import { countLicences, documentsCited, fillRegister } from '../stage/licences.ts';
import { writePolicy } from '../stage/policy.ts';
import type { Stage } from '../stage/stage.ts';
import { runThrough, type Throughput } from './throughput.ts';

type Cost = Pick<Throughput, 'itemsPerSecond' | 'cpuSecondsPer1000Items' | 'peakMemoryMiB' | 'deadLetters'>;

/** What more of something costs, each measured on the whole stream. */
export interface Growth {
  readonly rules: readonly (Cost & { readonly rules: number })[];
  readonly licences: readonly (Cost & { readonly licences: number })[];
  readonly itemsPerDeclaration: readonly (Cost & { readonly itemsPerDeclaration: number })[];
  /** How often the texts that the models read come again. */
  readonly descriptions: readonly (Cost & { readonly descriptions: Wording })[];
}

export interface GrowthOptions {
  readonly stage: Stage;
  /** The declarations of which the backlog is made. */
  readonly pool: readonly DeclarationEvent[];
  readonly backlog: Backlog;
  readonly plan: BenchPlan;
  readonly report: (line: string) => void;
}

/** Fewer would be done in a few commits, with too little between the first and the last of them. */
const LEAST_DECLARATIONS = 120;

export async function growth(options: GrowthOptions): Promise<Growth> {
  return {
    rules: await byRules(options),
    itemsPerDeclaration: await byItems(options),
    descriptions: await byWording(options),
    licences: await byLicences(options),
  };
}

async function byRules({ stage, backlog, plan, report }: GrowthOptions): Promise<Growth['rules']> {
  const lines: (Cost & { rules: number })[] = [];
  for (const rules of plan.rules) {
    const folder = join(stage.folder, `policy-${rules}`);
    await writePolicy(folder, rules);
    lines.push({
      rules,
      ...costOf(
        await runThrough(stage, {
          role: 'scoring',
          backlog,
          warmUpShare: plan.warmUpShare,
          variables: { TIDEWAITER_POLICY_DIR: folder },
        }),
      ),
    });
    report(`${rules} rules: ${told(lines.at(-1)!)}`);
  }
  return lines;
}

async function byItems({ stage, plan, report }: GrowthOptions): Promise<Growth['itemsPerDeclaration']> {
  const lines: (Cost & { itemsPerDeclaration: number })[] = [];
  for (const itemsPerDeclaration of plan.itemsPerDeclaration) {
    const declarations = Math.max(
      1,
      Math.ceil(Math.min(plan.growthItems / 3, plan.poolDeclarations) / itemsPerDeclaration),
    );
    const pool = tradePool({ seed: plan.seed, declarations, itemsPerDeclaration }).filter(
      ({ goodsItems }) => goodsItems.length > 0,
    );
    const backlog = await stage.backlog(
      `customs.declarations-of-${itemsPerDeclaration}`,
      repeated(pool, Math.max(plan.growthItems, itemsPerDeclaration * LEAST_DECLARATIONS), 'n'),
    );
    lines.push({
      itemsPerDeclaration,
      ...costOf(await runThrough(stage, { role: 'scoring', backlog, warmUpShare: plan.warmUpShare })),
    });
    report(`${itemsPerDeclaration} items a declaration: ${told(lines.at(-1)!)}`);
  }
  return lines;
}

async function byWording({ stage, pool, plan, report }: GrowthOptions): Promise<Growth['descriptions']> {
  const lines: (Cost & { descriptions: Wording })[] = [];
  for (const descriptions of WORDINGS) {
    const backlog = await stage.backlog(
      `customs.declarations-worded-${descriptions}`,
      worded(repeated(pool, plan.growthItems, descriptions), { wording: descriptions, seed: plan.seed, pool }),
    );
    lines.push({
      descriptions,
      ...costOf(await runThrough(stage, { role: 'scoring', backlog, warmUpShare: plan.warmUpShare })),
    });
    report(`descriptions ${descriptions}: ${told(lines.at(-1)!)}`);
  }
  return lines;
}

async function byLicences({ stage, pool, backlog, plan, report }: GrowthOptions): Promise<Growth['licences']> {
  const cited = documentsCited(pool);
  const lines: (Cost & { licences: number })[] = [];
  for (const wanted of plan.licences) {
    await fillRegister(stage.database, wanted, cited);
    const licences = await countLicences(stage.database);
    lines.push({
      licences,
      ...costOf(await runThrough(stage, { role: 'scoring', backlog, warmUpShare: plan.warmUpShare })),
    });
    report(`${licences} licences: ${told(lines.at(-1)!)}`);
  }
  return lines;
}

function costOf({ itemsPerSecond, cpuSecondsPer1000Items, peakMemoryMiB, deadLetters }: Throughput): Cost {
  return { itemsPerSecond, cpuSecondsPer1000Items, peakMemoryMiB, deadLetters };
}

const told = ({ itemsPerSecond, cpuSecondsPer1000Items, deadLetters }: Cost): string =>
  `${Math.round(itemsPerSecond)} items/s, ${(cpuSecondsPer1000Items * 1000).toFixed(0)} ms of CPU per 1,000${deadLetters > 0 ? `, ${deadLetters} dead letters` : ''}`;
