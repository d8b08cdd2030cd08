import type { ModelAnswer } from '../../risk/facts/facts.ts';
import { oneEach } from '../flow/one-each.ts';
import type { ModelInput, RiskModel } from '../ports/risk-model.ts';
import { FIRST_CALL, nextSize } from './call-size.ts';
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
