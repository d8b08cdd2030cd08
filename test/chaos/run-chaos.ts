import { readAnswers } from './answers.ts';
import { planBlows, runCampaign, type Struck } from './campaign.ts';
import { type Count, countAll } from './count.ts';
import { prepareInput } from './input.ts';
import { recordsIn, seenByJava } from './judge.ts';
import type { ChaosOptions } from './options.ts';
import { setScene } from './scene.ts';
import { startWorker, type Worker } from './workers.ts';

export interface ChaosResult extends Count {
  readonly kills: number;
  readonly recoverySeconds: { readonly p50: number; readonly max: number };
  readonly struck: readonly Struck[];
}

const SCORING_WORKERS = 3;
const AUDITED_WITHIN_MS = 120_000;
/** What another reader has read lies there: ours has it soon, or never. */
const READ_WITHIN_MS = 30_000;

/** Runs the real services, strikes them while they work, and counts every input in every output. */
export async function runChaos(
  { kills, events, seed, fence }: ChaosOptions,
  report: (line: string) => void,
): Promise<ChaosResult> {
  const scene = await setScene(seed, report);
  const workers: Worker[] = [];
  try {
    const blows = planBlows(kills);
    const input = await prepareInput(scene.client, scene.topics.declarations, {
      seed,
      events,
      slices: blows.length + 1,
    });
    const answers = await readAnswers(scene.client, scene.topics);
    report(
      `${input.eventIds.size} events, ${input.repeats} repeats, ${input.badKeys.size} bad records; ${kills} kills among ${blows.length} blows`,
    );
    workers.push(await startWorker('audit', fence, scene.environment));
    for (let index = 0; index < SCORING_WORKERS; index += 1)
      workers.push(await startWorker('scoring', fence, scene.environment));
    const [audit, ...scoring] = workers as [Worker, ...Worker[]];
    const struck = await runCampaign(blows, { scene, scoring, audit }, input, answers, report);
    await answers.untilAnswered(await input.publishNext(), AUDITED_WITHIN_MS);
    await auditCaughtUp(scene, answers.assessed.size);
    // A process that thaws late may still answer: both judges count what there is when nobody writes any more.
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    report('counting with the Java consumer of the broker');
    const byJava = await seenByJava(scene.kafka, scene.topics);
    await answers.untilRead(recordsIn(byJava), READ_WITHIN_MS);
    await Promise.all([input.close(), answers.stop()]);
    return {
      kills: struck.filter((blow) => blow.kill).length,
      ...(await countAll(input, answers, byJava, scene.database)),
      recoverySeconds: spread(struck),
      struck,
    };
  } finally {
    await Promise.allSettled(workers.map((worker) => worker.stop()));
    await scene.stop();
  }
}

/** Waits until Postgres has as many assessments as were read, or time is over: what is then missing is counted as missing. */
async function auditCaughtUp({ database }: Awaited<ReturnType<typeof setScene>>, wanted: number): Promise<void> {
  for (const deadline = Date.now() + AUDITED_WITHIN_MS; Date.now() < deadline;) {
    const [row] = await database.query<{ count: string }>('SELECT count(*) FROM assessments');
    if (Number(row!.count) >= wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function spread(struck: readonly Struck[]): ChaosResult['recoverySeconds'] {
  const seconds = struck
    .filter((blow) => blow.kill)
    .map((blow) => blow.recoverySeconds)
    .sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((seconds[Math.min(seconds.length - 1, Math.floor(share * seconds.length))] ?? 0).toFixed(2));
  return { p50: at(0.5), max: at(1) };
}
