import type { ErrorCode } from '../../risk/failure/error-codes.ts';
import { type Entry, oneEach, type SkipReason, type Step } from './step.ts';
/** An entry that did not come through, with all that was known of it when it ended. */
export type Ended =
  | {
      readonly kind: 'deadLetter';
      readonly entry: Entry;
      readonly step: string;
      readonly code: ErrorCode;
      readonly message: string;
    }
  | { readonly kind: 'skip'; readonly entry: Entry; readonly step: string; readonly reason: SkipReason };

export interface StepTime {
  readonly step: string;
  readonly seconds: number;
  readonly entries: number;
}

export interface FlowResult<Out> {
  readonly good: readonly Out[];
  readonly ended: readonly Ended[];
  readonly times: readonly StepTime[];
}

/** Told before each step: its name, and the entries it is given, with all that is known of them by then. */
export type OnStep = (step: string, entries: readonly Entry[]) => void;

/** Steps one after another, each for the whole batch. */
export interface Flow<In extends Entry, Out extends Entry> {
  then<Next extends Entry>(step: Step<Out, Next>): Flow<In, Next>;
  /** Throws what a step throws, and a RangeError where a step did not answer each of its entries once. */
  run(entries: readonly In[], onStep?: OnStep): Promise<FlowResult<Out>>;
}

/** A flow of one step; its name is the name of the step's function. */
export function startWith<In extends Entry, Out extends Entry>(step: Step<In, Out>): Flow<In, Out> {
  return flow((entries, onStep) => runStep(step, entries, onStep));
}

function flow<In extends Entry, Out extends Entry>(run: Flow<In, Out>['run']): Flow<In, Out> {
  return {
    run,
    then: (step) =>
      flow(async (entries, onStep) => {
        const before = await run(entries, onStep);
        const after = await runStep(step, before.good, onStep);
        return { good: after.good, ended: [...before.ended, ...after.ended], times: [...before.times, ...after.times] };
      }),
  };
}

async function runStep<In extends Entry, Out extends Entry>(
  step: Step<In, Out>,
  entries: readonly In[],
  onStep: OnStep = () => undefined,
): Promise<FlowResult<Out>> {
  const started = performance.now();
  if (entries.length > 0) onStep(step.name, entries);
  const results = entries.length === 0 ? [] : oneEach(await step(entries), entries.length, step.name);
  const good: Out[] = [];
  const ended: Ended[] = [];
  results.forEach((result, index) => {
    if (result.kind === 'ok') good.push(result.entry);
    else ended.push({ ...result, entry: entries[index]!, step: step.name });
  });
  return {
    good,
    ended,
    times: [{ step: step.name, seconds: (performance.now() - started) / 1000, entries: entries.length }],
  };
}
