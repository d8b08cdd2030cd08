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

/** A model whose version can be changed while it works. */
export interface ServedModel extends RiskModel {
  /** From the next batch on. */
  activate(loaded: Loaded): void;
  /** Puts a version on trial beside the active one; undefined ends the trial. */
  try(loaded: Loaded | undefined): void;
  /** What is in place now, as events. */
  state(): readonly ModelEvent[];
}

interface Serving {
  readonly loaded: Loaded;
  readonly ask: AskInCalls;
}

/** What an unusable version computes on. */
const NO_BACKEND = 'none';

/**
 * A model behind its name: the version in use changes between two batches, never within one; calls are bounded; a version that cannot be
 * used answers `unknown` with its reason. A version on trial is asked after the active one and its answers go on record beneath the
 * active one's, where no rule reads them.
 */
export function createServedModel(name: string, first: Loaded, observe: ModelListener, deps: CallDeps): ServedModel {
  let active = serve(first, 'active');
  let shadow: Serving | undefined;
  return {
    name,
    get version() {
      return versionOf(active.loaded);
    },
    get backend() {
      return active.loaded.state === 'usable' ? active.loaded.model.backend : NO_BACKEND;
    },
    answer: async (batch) => {
      const [asked, onTrial] = [active, shadow];
      const answers = await asked.ask(batch);
      return onTrial === undefined ? answers : withShadow(answers, await onTrial.ask(batch));
    },
    cacheUse: () =>
      (active.loaded.state === 'usable' ? active.loaded.model.cacheUse?.() : undefined) ?? { hits: 0, misses: 0 },
    activate: (loaded) => {
      active = serve(loaded, 'active');
      observe(eventOf(name, 'active', loaded));
    },
    try: (loaded) => {
      shadow = loaded && serve(loaded, 'shadow');
      observe(loaded ? eventOf(name, 'shadow', loaded) : { kind: 'ended', model: name, role: 'shadow' });
    },
    state: () => [eventOf(name, 'active', active.loaded), ...(shadow ? [eventOf(name, 'shadow', shadow.loaded)] : [])],
  };

  function serve(loaded: Loaded, role: ModelRole): Serving {
    return {
      loaded,
      ask: loaded.state === 'usable' ? inBoundedCalls(loaded.model, role, observe, deps) : unknownToAll(name, loaded),
    };
  }
}

function unknownToAll(name: string, { version, reason }: Extract<Loaded, { readonly state: 'unusable' }>): AskInCalls {
  const answer = unknownAnswer({ name, version, backend: NO_BACKEND }, reason);
  return (batch: readonly ModelInput[]) => Promise.resolve(batch.map(() => answer));
}

const versionOf = (loaded: Loaded): string => (loaded.state === 'usable' ? loaded.model.version : loaded.version);

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
