import { setTimeout as pause } from 'node:timers/promises';
import { activateAndKill } from './activation.ts';
import type { Answers } from './answers.ts';
import type { Blow, Field } from './blow.ts';
import { fenceWhileOpen, lateProduce } from './fencing.ts';
import type { Input } from './input.ts';
import { untilAllAtWork } from './members.ts';
import { type Killing, SCORING_POINTS } from './order.ts';
import type { Worker } from './workers.ts';

export interface Struck {
  readonly what: string;
  readonly kill: boolean;
  /** From the blow until everything published so far was answered, seconds. */
  readonly recoverySeconds: number;
}

const KILL_WITHIN_MS = 60_000;
const ANSWERED_WITHIN_MS = 180_000;
/** Longer than the session timeout of the workers' settings. */
const FROZEN_MS = 9_000;
const CUT_MS = 5_000;
/** For every so many kills, all partitions are fenced, and a Produce is held back, once more. */
const KILLS_A_FENCING = 8;

/** Of so many kills one comes while another policy is put in force. */
const KILLS_AN_ACTIVATION = 5;

/** The blows of a campaign: so many kills, each named point among them, and every kind of weather spread between them. */
export function planBlows(kills: number): readonly Blow[] {
  const points: Killing[] = SCORING_POINTS.map((point) => ({ order: 'killAt', point }));
  const killings = Array.from({ length: kills }, (_, index) => {
    if (index < points.length) return killScoring(index, points[index]!);
    if (index === points.length) return killAudit({ order: 'killAt', point: 'auditWritten' });
    if (index % KILLS_AN_ACTIVATION === 3) return activateAndKill(index);
    if (index % 6 === 0) return killAudit({ order: 'killAfter', milliseconds: 5 * (index % 20) });
    return killScoring(index, { order: 'killAfter', milliseconds: 7 * (index % 40) });
  });
  const fencings = Array.from({ length: 2 + Math.floor(kills / KILLS_A_FENCING) }, () => [
    fenceWhileOpen,
    lateProduce,
  ]).flat();
  return spread(killings, [freeze, restartBroker, ...fencings, restartPostgres, cutPostgres, freeze]);
}

/** The ones among the others, evenly. */
function spread(killings: readonly Blow[], weather: readonly Blow[]): readonly Blow[] {
  const place = (index: number, count: number): number => (index + 0.5) / count;
  const placed = [killings, weather].flatMap((blows) =>
    blows.map((blow, index) => ({ blow, at: place(index, blows.length) })),
  );
  return placed.sort((a, b) => a.at - b.at).map(({ blow }) => blow);
}

/** At a named point only a process that has work can be killed; at random it may be in the middle of anything, joining too. */
function killScoring(index: number, order: Killing): Blow {
  return {
    what: `kill -9 of scoring ${told(order)}`,
    kill: true,
    ...('point' in order && { before: untilAllAtWork }),
    strike: ({ scoring }) => kill(scoring[index % scoring.length]!, order),
  };
}

function killAudit(order: Killing): Blow {
  return { what: `kill -9 of audit ${told(order)}`, kill: true, strike: ({ audit }) => kill(audit, order) };
}

async function kill(worker: Worker, order: Killing): Promise<void> {
  worker.give(order);
  await worker.killed(KILL_WITHIN_MS);
}

const told = (order: Killing): string => ('point' in order ? `at "${order.point}"` : `after ${order.milliseconds} ms`);

const freeze: Blow = {
  what: 'freeze of scoring past its session, before its commit',
  kill: false,
  before: untilAllAtWork,
  strike: async ({ scoring }) => {
    scoring[0]!.give({ order: 'freezeAt', point: 'beforeCommit' });
    await scoring[0]!.frozen(KILL_WITHIN_MS);
    await pause(FROZEN_MS);
    scoring[0]!.thaw();
  },
};

const restartBroker: Blow = {
  what: 'restart of the broker',
  kill: false,
  strike: ({ scene }) => scene.kafka.restart(),
};
const restartPostgres: Blow = {
  what: 'restart of Postgres',
  kill: false,
  strike: ({ scene }) => scene.postgres.restart(),
};
const cutPostgres: Blow = {
  what: 'cut of Postgres for a while',
  kill: false,
  strike: async ({ scene }) => {
    scene.wire.cut();
    await pause(CUT_MS);
    scene.wire.mend();
  },
};

/** Strikes blow after blow, each while a new slice of the input comes in, and waits after each until all is answered. */
export async function runCampaign(
  blows: readonly Blow[],
  field: Field,
  input: Input,
  answers: Answers,
  report: (line: string) => void,
): Promise<readonly Struck[]> {
  const struck: Struck[] = [];
  for (const blow of blows) {
    await blow.before?.(field);
    const striking = blow.strike(field).then(() => performance.now());
    const published = await input.publishNext();
    const at = await striking;
    await answers.untilAnswered(published, ANSWERED_WITHIN_MS);
    struck.push({ what: blow.what, kill: blow.kill, recoverySeconds: (performance.now() - at) / 1000 });
    report(
      `${struck.length}/${blows.length} ${blow.what}: all answered after ${struck.at(-1)!.recoverySeconds.toFixed(1)} s`,
    );
  }
  return struck;
}
