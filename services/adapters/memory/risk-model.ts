import type { ModelAnswer } from '../../risk/facts/model-answer.ts';
import type { ModelInput, RiskModel } from '../../scoring/ports/risk-model.ts';

/** What a model in memory says of an item; who says it is filled in. */
export type MemoryAnswer = Pick<ModelAnswer, 'status'> & Partial<Omit<ModelAnswer, 'model' | 'version' | 'backend'>>;

export interface MemoryModelOptions {
  readonly name?: string;
  readonly version?: string;
  readonly backend?: string;
  /** Told of every call, before it is answered. */
  readonly onCall?: (batch: readonly ModelInput[]) => void;
}

/** A model that answers each item as it is told: for tests, which so need no artefact and no numbers that somebody trained. */
export function createMemoryModel(
  answerTo: (input: ModelInput) => MemoryAnswer,
  { name = 'anomaly', version = '1', backend = 'memory', onCall = () => undefined }: MemoryModelOptions = {},
): RiskModel {
  return {
    name,
    version,
    backend,
    // eslint-disable-next-line @typescript-eslint/require-await -- what `onCall` throws is a call that failed
    answer: async (batch) => {
      onCall(batch);
      return batch.map((input): ModelAnswer => ({
        model: name,
        version,
        backend,
        evidence: [],
        likelyCommodityCodes: [],
        ...answerTo(input),
      }));
    },
  };
}
