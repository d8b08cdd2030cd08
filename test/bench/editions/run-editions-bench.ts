import { repeated, tradePool } from '../input/trade-pool.ts';
import { runThrough } from '../measure/throughput.ts';
import { describeMachine, loadNow, type Machine } from '../report/machine.ts';
import { openStage, type Stage } from '../stage/stage.ts';
import {
  answerTimes,
  type ChangeFigures,
  changeFigures,
  type ChangeUnderTraffic,
  dueWithin,
  type Steady,
  underTraffic,
} from './figures.ts';
import { type Change, longestBlockWithin, makeChanges, untilTold } from './make-change.ts';
import { type MeasuredStream, startMeasuredStream } from './measured-stream.ts';
import type { EditionsPlan } from './plan.ts';
import { type Desk, startDesk } from './start-desk.ts';

export interface EditionsBenchResult {
  readonly plan: EditionsPlan;
  /** With each number of processes, under traffic of half their rate. */
  readonly runs: readonly UnderTraffic[];
  /** The same changes, and larger ones, where nothing else is done: what holds up the event loop is theirs. One process. */
  readonly idle: readonly ChangeFigures[];
  readonly machine: Machine;
}

export interface UnderTraffic {
  readonly processes: number;
  readonly declarationsPerSecond: number;
  readonly steady: Steady;
  readonly changes: readonly ChangeUnderTraffic[];
}

export interface EditionsBench {
  readonly plan: EditionsPlan;
  readonly profiles?: string | undefined;
  readonly report: (line: string) => void;
}

/** Where changes are made, and versions that nobody has used yet. */
interface Changing {
  readonly desk: Desk;
  readonly variants: Iterator<number, never>;
  readonly plan: EditionsPlan;
}

/** Measures what changes of editions cost a running stream, on a broker and a database of its own. */
export async function runEditionsBench({ plan, profiles, report }: EditionsBench): Promise<EditionsBenchResult> {
  const loadBefore = loadNow();
  const stage = await openStage({ seed: plan.seed, profiles, report });
  const desk = startDesk(stage);
  const changing = { desk, plan, variants: numbers() };
  try {
    // From the first on the topic names every part, and what changes later is one of them.
    await desk.make({ part: 'policy', variant: changing.variants.next().value, step: 'activate' });
    const runs: UnderTraffic[] = [];
    for (const processes of plan.processes) {
      runs.push(await measureUnderTraffic(stage, processes, changing));
      report(`${processes} process(es) under traffic: done`);
    }
    return { plan, runs, idle: await measureIdle(stage, changing), machine: describeMachine(loadBefore) };
  } finally {
    await desk.stop();
    await stage.stop();
  }
}

async function measureUnderTraffic(stage: Stage, processes: number, changing: Changing): Promise<UnderTraffic> {
  const { plan } = changing;
  const pool = tradePool({ seed: plan.seed, declarations: plan.poolDeclarations });
  const backlog = await stage.backlog(`customs.declarations-rate-${processes}`, repeated(pool, plan.backlogItems, 'b'));
  const { warmUpShare } = plan;
  const { declarationsPerSecond: most } = await runThrough(stage, { role: 'scoring', backlog, processes, warmUpShare });
  const declarationsPerSecond = most / 2;
  const stream = await startMeasuredStream(stage, processes);
  try {
    const end = new AbortController();
    const events = repeated(pool, Infinity, `c${processes}-`);
    const publishing = stream.publish(events, declarationsPerSecond, end.signal);
    const startedAt = Date.now() + plan.warmUpSeconds * 1000;
    const changes = await Promise.race([
      changeUnderTraffic(stream, changing, startedAt),
      // It ends by an error alone, until it is told to.
      publishing.then((): Change[] => []),
    ]);
    end.abort();
    await publishing;
    return { processes, declarationsPerSecond, ...figures(stream, changes, startedAt) };
  } finally {
    await stream.stop();
  }
}

async function changeUnderTraffic(
  stream: MeasuredStream,
  { desk, variants, plan }: Changing,
  startedAt: number,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  await untilTold(stream, startedAt + plan.steadySeconds * 1000);
  for (let round = 1; round <= plan.rounds; round += 1)
    for (const part of ['policy', 'tariff'] as const) {
      changes.push(...(await makeChanges(stream, desk, part, variants)));
      await untilTold(stream, changes.at(-1)!.endedAt + plan.gapSeconds * 1000);
    }
  return changes;
}

/** Steady is what lies outside of all changes, from when the desk was asked until their end. */
function figures(
  stream: MeasuredStream,
  changes: readonly Change[],
  startedAt: number,
): Pick<UnderTraffic, 'steady' | 'changes'> {
  const starts = [startedAt, ...changes.map(({ endedAt }) => endedAt)];
  const spans = changes.map(({ askedAt }, index) => [starts[index]!, askedAt] as const);
  const times = answerTimes(dueWithin(stream.answers, spans));
  const { ms, ownMs } = longestBlockWithin(stream, spans);
  const steady = { ...times, longestBlockMs: ms, longestOwnMs: ownMs };
  return { steady, changes: underTraffic(changes, stream.answers, steady) };
}

async function measureIdle(stage: Stage, { desk, variants, plan }: Changing): Promise<readonly ChangeFigures[]> {
  const stream = await startMeasuredStream(stage, 1);
  try {
    const changes: Change[] = [];
    for (let round = 1 - plan.idleWarmUpRounds; round <= plan.rounds; round += 1)
      for (const part of plan.idleParts) {
        const made = await makeChanges(stream, desk, part, variants);
        if (round > 0) changes.push(...made);
      }
    return changeFigures(changes);
  } finally {
    await stream.stop();
  }
}

function* numbers(): Generator<number, never> {
  for (let number = 1; ; number += 1) yield number;
}
