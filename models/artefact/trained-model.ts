import type * as core from '@tensorflow/tfjs-core';
import type { RiskModel } from '../../services/scoring/ports/risk-model.ts';
import type { Artefact } from './artefact.ts';

/** What a trained model is opened with. */
export interface ModelRuntime {
  readonly tf: typeof core;
  /** Name of the backend that computes: "tfjs-wasm". */
  readonly backend: string;
}

/** A model that is made of an artefact: services/runtime/compose/models.ts lists them, one line each. */
export interface TrainedModel {
  /** As its artefacts name it. */
  readonly name: string;
  /**
   * Brings an artefact to life, with a pause after each part, since a stream goes on beside it. Answers name `artefact.version`; one call of `answer` computes all it was given at once, whoever
   * calls it keeps calls small enough for the event loop.
   * @throws TDW_MODEL_MALFORMED where the artefact lacks what the model needs
   */
  open(artefact: Artefact, runtime: ModelRuntime): Generator<undefined, RiskModel, undefined>;
}
