import type { ModelAnswer } from '../../risk/facts/model-answer.ts';
import type { ErrorCode } from '../../risk/failure/error-codes.ts';
import type { ModelInput, RiskModel } from '../ports/risk-model.ts';
import { type AskInCalls, type CallDeps, inBoundedCalls } from './bounded-calls.ts';
import {
  type ModelEvent,
  type ModelListener,
  type ModelRole,
  type TrainingSpread,
  unknownAnswer,
} from './model-event.ts';

/** A version as it came out of loading. */
export type Loaded =
  | { readonly state: 'usable'; readonly model: RiskModel; readonly trainedOn: TrainingSpread }
  /** `reason` goes on record with every answer; `detail` is for whoever mends it, and may name folders. */
  | {
      readonly state: 'unusable';
      readonly version: string;
      readonly code: ErrorCode;
      readonly reason: string;
      readonly detail?: string;
    };

/** A version of a model as an edition holds it. */
export interface ServedModel extends RiskModel {
  readonly loaded: Loaded;
  /** The version on trial beside it. */
  readonly trial?: Loaded;
  /** What is in place, as events. */
  state(): readonly ModelEvent[];
}

/** What an unusable version computes on. */
const NO_BACKEND = 'none';

/**
 * A model behind its name: calls are bounded; a version that cannot be used answers `unknown` with its reason. A version on trial is
 * asked after the active one and its answers go on record beneath the active one's, where no rule reads them.
 */
export function createServedModel(
  name: string,
  { loaded, trial }: Pick<ServedModel, 'loaded' | 'trial'>,
  observe: ModelListener,
  deps: CallDeps,
): ServedModel {
  const ask = askerOf(loaded, 'active');
  const askTrial = trial && askerOf(trial, 'shadow');
  return {
    name,
    loaded,
    ...(trial && { trial }),
    version: versionOf(loaded),
    backend: loaded.state === 'usable' ? loaded.model.backend : NO_BACKEND,
    answer: async (batch) => {
      const answers = await ask(batch);
      return askTrial === undefined ? answers : withShadow(answers, await askTrial(batch));
    },
    cacheUse: () => (loaded.state === 'usable' ? loaded.model.cacheUse?.() : undefined) ?? { hits: 0, misses: 0 },
    state: () => [eventOf(name, 'active', loaded), ...(trial ? [eventOf(name, 'shadow', trial)] : [])],
  };

  function askerOf(version: Loaded, role: ModelRole): AskInCalls {
    return version.state === 'usable'
      ? inBoundedCalls(version.model, role, observe, deps)
      : unknownToAll(name, version);
  }
}

function unknownToAll(name: string, { version, reason }: Extract<Loaded, { readonly state: 'unusable' }>): AskInCalls {
  const answer = unknownAnswer({ name, version, backend: NO_BACKEND }, reason);
  return (batch: readonly ModelInput[]) => Promise.resolve(batch.map(() => answer));
}

/** Which version came out of loading, or should have. */
export const versionOf = (loaded: Loaded): string =>
  loaded.state === 'usable' ? loaded.model.version : loaded.version;

function eventOf(model: string, role: ModelRole, loaded: Loaded): ModelEvent {
  if (loaded.state === 'usable')
    return {
      kind: 'inUse',
      model,
      role,
      version: loaded.model.version,
      backend: loaded.model.backend,
      trainedOn: loaded.trainedOn,
    };
  const { version, code, reason } = loaded;
  return { kind: 'unusable', model, role, version, code, reason };
}

function withShadow(answers: readonly ModelAnswer[], beside: readonly ModelAnswer[]): readonly ModelAnswer[] {
  return answers.map((answer, index) => ({ ...answer, shadow: beside[index]! }));
}
