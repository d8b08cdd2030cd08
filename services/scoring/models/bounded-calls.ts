import type { ModelAnswer } from '../../risk/facts/model-answer.ts';
import { oneEach } from '../flow/step.ts';
import type { ModelInput, RiskModel } from '../ports/risk-model.ts';
import { type ModelEvent, type ModelListener, type ModelRole, unknownAnswer } from './model-event.ts';

export interface CallDeps {
  /** Milliseconds, from any moment on, that never go back. */
  readonly now: () => number;
  /** Lets everything else that waits have its turn. */
  readonly pause: () => Promise<void>;
}

/** Asks one model, in calls that are short enough, for the answers to a whole batch. */
export type AskInCalls = (batch: readonly ModelInput[]) => Promise<readonly ModelAnswer[]>;

/**
 * Puts a model behind calls of bounded length: the size of a call follows the time that items took, and between two calls whatever
 * waits for the event loop has its turn. A call that fails, or that does not answer as it should, is answered `unknown` item by item
 * and told to `observe`: never left out, never zero.
 */
export function inBoundedCalls(
  model: RiskModel,
  role: ModelRole,
  observe: ModelListener,
  { now, pause }: CallDeps,
): AskInCalls {
  let size = FIRST_CALL;
  return async (batch) => {
    const answers: ModelAnswer[] = [];
    while (answers.length < batch.length) {
      if (answers.length > 0) await pause();
      const part = batch.slice(answers.length, answers.length + size.items);
      const began = now();
      const answered = await answersOrUnknown(model, role, part, observe);
      const called = { items: part.length, seconds: (now() - began) / 1000 };
      observe({ kind: 'called', model: model.name, role, ...called });
      size = nextSize(size, called);
      answers.push(...answered);
    }
    return answers;
  };
}

async function answersOrUnknown(
  model: RiskModel,
  role: ModelRole,
  part: readonly ModelInput[],
  observe: ModelListener,
): Promise<readonly ModelAnswer[]> {
  try {
    const answers = oneEach(await model.answer(part), part.length, model.name);
    answers.forEach(requireFinite);
    return answers;
  } catch (error) {
    observe(failed(model, role, part.length, error));
    return part.map(() => unknownAnswer(model, `the model ${model.name} failed`));
  }
}

function failed(model: RiskModel, role: ModelRole, items: number, error: unknown): ModelEvent {
  return {
    kind: 'failed',
    model: model.name,
    role,
    items,
    errorClass: error instanceof Error ? error.name : 'unknown',
  };
}

function requireFinite({ score, pValue, measures }: ModelAnswer): void {
  requireFiniteNumber(score);
  requireFiniteNumber(pValue);
  for (const name in measures) requireFiniteNumber(measures[name]);
}

function requireFiniteNumber(number: number | undefined): void {
  if (number !== undefined && !Number.isFinite(number)) throw new RangeError('a number that is not finite');
}

/** A call is meant to take this long: a model must never hold the event loop for more than 50 ms, on a machine that is overloaded either. Smaller calls cost nothing measurable. */
const AIM_SECONDS = 0.01;
const FIRST = 8;
/** Twenty thousand descriptions a second, none of them seen before, take 26 ms for so many. */
const MOST = 512;

/** How many items the next call of a model may hold. */
export interface CallSize {
  readonly items: number;
  /** Seconds that one item took lately, the slower of the last calls. */
  readonly secondsPerItem: number;
}

export const FIRST_CALL: CallSize = { items: FIRST, secondsPerItem: 0 };

/** What remains of an earlier, slower measurement after one quicker call: slow ones are not forgotten at once. */
const MEMORY = 0.8;

/**
 * The size after a call that took so long. It at most doubles, so that a model that was quick on a few items is not trusted with a
 * thousand; a slow call counts at once and in full.
 */
export function nextSize(
  { items, secondsPerItem }: CallSize,
  called: { readonly items: number; readonly seconds: number },
): CallSize {
  const measured = called.seconds / Math.max(1, called.items);
  const slower = Math.max(measured, secondsPerItem * MEMORY);
  const fits = slower === 0 ? MOST : Math.floor(AIM_SECONDS / slower);
  const grown = called.items < items ? items : items * 2;
  return { items: Math.max(1, Math.min(fits, grown, MOST)), secondsPerItem: slower };
}
