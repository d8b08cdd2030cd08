import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import type { Ended, Flow, FlowResult } from '../flow/flow.ts';
import type { Entry } from '../flow/step.ts';
import type { EventRegister } from '../ports/event-register.ts';
import type { InboundRecord, OutboundRecord } from '../ports/stream.ts';
import type { Decoded } from '../steps/decode.ts';
import type { Emitted } from '../steps/emit.ts';
import { deadLetterOutputs, type DeadLetterDeps } from './dead-letters.ts';

export interface ProcessorDeps extends DeadLetterDeps {
  readonly pipeline: Flow<Entry, Emitted>;
  readonly register: EventRegister;
  /** Told of every batch once its outputs are ready; turns it into metrics and log events. */
  readonly observe: (report: BatchReport) => void;
}

export interface BatchReport extends FlowResult<Emitted> {
  readonly records: number;
  readonly deadLetters: number;
}

/**
 * Answers a batch of records with the records that leave for them. Bad input becomes dead letters; infrastructure is thrown to the
 * caller, who waits and tries again; our own bug is tried once more, then the batch is split until the poisonous event is alone.
 */
export function createProcessor(deps: ProcessorDeps): (records: readonly InboundRecord[]) => Promise<readonly OutboundRecord[]> {
  return async function process(records) {
    const result = await runOrSplit(deps.pipeline, records.map((record) => ({ record })));
    const dead = result.ended.filter((ended) => ended.kind === 'deadLetter');
    const claimed = dead.flatMap(({ entry }) => eventOf(entry)?.eventId ?? []);
    if (claimed.length > 0) await deps.register.release(claimed);
    deps.observe({ ...result, records: records.length, deadLetters: dead.length });
    return [...result.good.flatMap((entry) => entry.outputs), ...dead.flatMap((ended) => deadLetterOutputs(ended, deps))];
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

async function tryAgainThenSplit(pipeline: Flow<Entry, Emitted>, entries: readonly Entry[]): Promise<FlowResult<Emitted>> {
  try {
    return await pipeline.run(entries);
  } catch (error) {
    if (isInfrastructure(error)) throw error;
    const [only, ...others] = entries;
    if (only && others.length === 0) return { good: [], ended: [poison(only, error)], times: [] };
  }
  const middle = Math.ceil(entries.length / 2);
  const first = await runOrSplit(pipeline, entries.slice(0, middle));
  const second = await runOrSplit(pipeline, entries.slice(middle));
  return { good: [...first.good, ...second.good], ended: [...first.ended, ...second.ended], times: [...first.times, ...second.times] };
}

/** Our own bug, alone at last. The message names the kind of error only: its text may hold values of the declaration. */
function poison(entry: Entry, error: unknown): Ended {
  const kind = error instanceof Error ? error.name : typeof error;
  return { kind: 'deadLetter', entry, step: 'processor', code: 'TDW_INTERNAL', message: `Scoring failed with ${kind} on this event, twice, alone.` };
}

function isInfrastructure(error: unknown): boolean {
  return error instanceof TidewaiterError && error.failureClass === 'infrastructure';
}

function eventOf(entry: Entry): Decoded['event'] | undefined {
  return 'event' in entry ? (entry as Decoded).event : undefined;
}
