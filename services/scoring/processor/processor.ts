import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Referral } from '../../risk/messages/referral.ts';
import type { Policy } from '../../risk/policy/policy.ts';
import type { Ended, Flow, FlowResult } from '../flow/flow.ts';
import type { Entry } from '../flow/step.ts';
import type { EventRegister } from '../ports/event-register.ts';
import type { InboundRecord, OutboundRecord } from '../ports/stream.ts';
import type { Claimed } from '../steps/claim-step.ts';
import type { Emitted } from '../steps/emit-step.ts';
import { type Dead, type DeadLetterDeps, deadLetterOf, deadLetterOutput, eventIn } from './dead-letters.ts';
import { type UnassessedDeps, unassessedReferral } from './unassessed-referrals.ts';

/** What a batch is judged by: one policy, and the pipeline that was put together with it. */
export interface Judging {
  readonly policy: Policy;
  readonly pipeline: Flow<Entry, Emitted>;
}

export interface ProcessorDeps extends Omit<UnassessedDeps, 'codecs' | 'policy'>, Omit<DeadLetterDeps, 'codecs'> {
  readonly codecs: UnassessedDeps['codecs'] & DeadLetterDeps['codecs'];
  /** Asked once a batch, as it begins: what is in force by then judges all of it. */
  readonly judging: () => Judging;
  readonly register: EventRegister;
  /** Told of every batch once its outputs are ready; turns it into metrics and log events. */
  readonly observe: (report: BatchReport) => void;
}

export interface BatchReport extends FlowResult<Emitted> {
  readonly records: number;
  readonly deadLetters: number;
  /** Everything that is put before a person, as it stands on its topic. */
  readonly referrals: readonly RaisedReferral[];
}

export type RaisedReferral = Pick<Referral, 'kind' | 'lane'>;

/**
 * Answers a batch of records with the records that leave for them. Bad input becomes dead letters; infrastructure is thrown to the
 * caller, who waits and tries again; our own bug is tried once more, then the batch is split until the poisonous event is alone.
 */
export function createProcessor(
  deps: ProcessorDeps,
): (records: readonly InboundRecord[]) => Promise<readonly OutboundRecord[]> {
  return async function process(records) {
    const { policy, pipeline } = deps.judging();
    const result = await runOrSplit(
      pipeline,
      records.map((record) => ({ record })),
    );
    const dead = result.ended.filter((ended) => ended.kind === 'deadLetter');
    const claimed = dead.flatMap(({ entry }) => claimOf(entry) ?? []);
    if (claimed.length > 0) await deps.register.release(claimed);
    const unassessed = dead.map((ended) => answerDead(ended, { ...deps, policy }));
    const referrals = [
      ...result.good.flatMap(({ referral }) => referral ?? []),
      ...unassessed.flatMap(({ referral }) => referral ?? []),
    ];
    deps.observe({ ...result, records: records.length, deadLetters: dead.length, referrals });
    return [...result.good, ...unassessed].flatMap(({ outputs }) => outputs);
  };
}

function answerDead(
  dead: Dead,
  deps: ProcessorDeps & Pick<Judging, 'policy'>,
): { readonly outputs: readonly OutboundRecord[]; readonly referral?: RaisedReferral } {
  const letter = deadLetterOf(dead);
  const outputs = [deadLetterOutput(letter, dead.entry, deps)];
  const raised = unassessedReferral(letter, eventIn(dead.entry), deps);
  if (raised === undefined) return { outputs };
  return {
    outputs: [...outputs, { topic: deps.topics.referrals, key: raised.referral.declarationId, value: raised.value }],
    referral: raised.referral,
  };
}

async function runOrSplit(pipeline: Flow<Entry, Emitted>, entries: readonly Entry[]): Promise<FlowResult<Emitted>> {
  try {
    return await pipeline.run(entries);
  } catch (error) {
    if (isInfrastructure(error)) throw error;
  }
  return tryAgainThenSplit(pipeline, entries);
}

async function tryAgainThenSplit(
  pipeline: Flow<Entry, Emitted>,
  entries: readonly Entry[],
): Promise<FlowResult<Emitted>> {
  let at: FailedAt = { step: 'processor', entries };
  try {
    return await pipeline.run(entries, (step, given) => (at = { step, entries: given }));
  } catch (error) {
    if (isInfrastructure(error)) throw error;
    if (entries.length === 1) return { good: [], ended: [poison(at, error)], times: [] };
  }
  const middle = Math.ceil(entries.length / 2);
  const first = await runOrSplit(pipeline, entries.slice(0, middle));
  const second = await runOrSplit(pipeline, entries.slice(middle));
  return {
    good: [...first.good, ...second.good],
    ended: [...first.ended, ...second.ended],
    times: [...first.times, ...second.times],
  };
}

/** Where a batch failed, with what was known of its entries by then: whether they were claimed is part of it. */
interface FailedAt {
  readonly step: string;
  readonly entries: readonly Entry[];
}

/** Our own bug, alone at last. The message names the kind of error only: its text may hold values of the declaration. */
function poison({ step, entries }: FailedAt, error: unknown): Ended {
  const kind = error instanceof Error ? error.name : typeof error;
  return {
    kind: 'deadLetter',
    entry: entries[0]!,
    step,
    code: 'TDW_INTERNAL',
    message: `Scoring failed with ${kind} on this event, twice, alone.`,
  };
}

function isInfrastructure(error: unknown): boolean {
  return error instanceof TidewaiterError && error.failureClass === 'infrastructure';
}

/** The event that this very record was granted. One that was refused before it could claim may belong to another record, and stays its. */
function claimOf(entry: Entry): string | undefined {
  return 'earlier' in entry ? (entry as Claimed).event.eventId : undefined;
}
