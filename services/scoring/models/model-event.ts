import type { ModelAnswer } from '../../risk/facts/model-answer.ts';
import type { ErrorCode } from '../../risk/failure/error-codes.ts';

/** `active`: its answers are what rules read. `shadow`: on trial beside it, recorded and counted only. */
export type ModelRole = 'active' | 'shadow';

/**
 * How a model's numbers were spread in its training: "score", "p-value" and its main features as "feature/<name>". A histogram's first bin is at
 * most the first edge, its last above the last one.
 */
export type TrainingSpread = Readonly<
  Record<string, { readonly edges: readonly number[]; readonly counts: readonly number[] }>
>;

/** What a served model tells of itself; one place turns it into metrics and log lines. */
export type ModelEvent =
  | {
      readonly kind: 'inUse';
      readonly model: string;
      readonly role: ModelRole;
      readonly version: string;
      readonly backend: string;
      readonly trainedOn: TrainingSpread;
    }
  /** The version that should be in use cannot be: every answer is `unknown`. */
  | {
      readonly kind: 'unusable';
      readonly model: string;
      readonly role: ModelRole;
      readonly version: string;
      readonly code: ErrorCode;
      readonly reason: string;
    }
  | { readonly kind: 'ended'; readonly model: string; readonly role: 'shadow' }
  /** One bounded call. */
  | {
      readonly kind: 'called';
      readonly model: string;
      readonly role: ModelRole;
      readonly items: number;
      readonly seconds: number;
    }
  /** One bounded call that came to nothing: its items were answered `unknown`. */
  | {
      readonly kind: 'failed';
      readonly model: string;
      readonly role: ModelRole;
      readonly items: number;
      readonly errorClass: string;
    };

export type ModelListener = (event: ModelEvent) => void;

/** An answer that says why there is none. */
export function unknownAnswer(
  model: { readonly name: string; readonly version: string; readonly backend: string },
  why: string,
): ModelAnswer {
  return {
    model: model.name,
    version: model.version,
    backend: model.backend,
    status: 'unknown',
    why,
    evidence: [],
    likelyCommodityCodes: [],
  };
}
