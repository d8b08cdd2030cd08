import { instantOf } from '../../risk/declaration/instant.ts';
import type { ReferenceActivation } from '../../risk/messages/reference-activation.ts';

/** Kinds of activation that speak of models and not of reference snapshots. */
const ACTIVE_MODEL = 'model';
export const SHADOW_MODEL = 'model-shadow';
/** The version of a trial that has ended. */
const NO_VERSION = 'none';

/** Which versions of one model the reference topic puts in force. */
export interface ModelInForce {
  readonly active?: string;
  /** What was in force before: where a rollback leads. */
  readonly previous?: string;
  /** On trial beside it. */
  readonly shadow?: string;
}

/** What was decided, by whom and why: it is on record. */
export interface ModelDecision {
  readonly name: string;
  readonly by: string;
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export function isModelActivation({ kind }: Pick<ReferenceActivation, 'kind'>): boolean {
  return kind === ACTIVE_MODEL || kind === SHADOW_MODEL;
}

/** What is in force by the last activation of each kind and name; a model of which none speaks is not in the map. */
export function modelsInForce(activations: Iterable<ReferenceActivation>): ReadonlyMap<string, ModelInForce> {
  const models = new Map<string, ModelInForce>();
  for (const activation of activations) {
    if (isModelActivation(activation))
      models.set(activation.name, { ...models.get(activation.name), ...told(activation) });
  }
  return models;
}

function told({ kind, version, replaces }: ReferenceActivation): ModelInForce {
  if (kind === SHADOW_MODEL) return version === NO_VERSION ? {} : { shadow: version };
  return { active: version, ...(replaces === undefined ? {} : { previous: replaces }) };
}

/** Puts a version in force; a trial of the same version has then ended. Of one that is in force already the version before stays the one before. */
export function activation(
  decision: ModelDecision,
  version: string,
  before: ModelInForce,
): readonly ReferenceActivation[] {
  const active = record(ACTIVE_MODEL, decision, version, before.active === version ? before.previous : before.active);
  return before.shadow === version ? [active, ...trial(decision, undefined, before)] : [active];
}

/** Puts a version on trial beside the one in force; undefined ends the trial. */
export function trial(
  decision: ModelDecision,
  version: string | undefined,
  before: ModelInForce,
): readonly ReferenceActivation[] {
  return [record(SHADOW_MODEL, decision, version ?? NO_VERSION, before.shadow)];
}

function record(
  kind: string,
  { name, by, reason, at }: ModelDecision,
  version: string,
  replaces: string | undefined,
): ReferenceActivation {
  return {
    kind,
    name,
    version,
    ...(replaces === undefined || replaces === version ? {} : { replaces }),
    activatedAt: instantOf(at),
    by,
    reason,
    parts: {},
  };
}
