import type { Settings } from '../../../../config/settings.ts';
import type { TrainedModel } from '../../../../models/artefact/trained-model.ts';
import { findArtefacts } from '../../../adapters/model-files/find-artefacts.ts';
import type { Facts } from '../../../risk/facts/facts.ts';
import type { ModelAnswer } from '../../../risk/facts/model-answer.ts';
import { loadModel } from '../../../runtime/compose/load-model.ts';
import { TRAINED } from '../../../runtime/compose/models.ts';
import type { ModelInput, RiskModel } from '../../../scoring/ports/risk-model.ts';
import { type ModelDifference, modelDifference } from './model-difference.ts';

/** What a recorded answer came to when the model was asked again. */
export type ReplayedAnswer =
  | { readonly kind: 'equal' }
  | { readonly kind: 'differs'; readonly model: string; readonly item: number; readonly difference: ModelDifference }
  /** The version that gave it cannot be asked here. */
  | { readonly kind: 'unavailable'; readonly model: string; readonly version: string };

/** Asks models again about recorded facts, each in the version that answered then. */
export type ReplayModels = (facts: Facts) => Promise<readonly ReplayedAnswer[]>;

/** Versions are loaded when they are first met. An answer that was `unknown` because no version could be used has none to ask. */
export function createModelReplay(
  settings: Pick<Settings, 'models'>,
  trained: readonly TrainedModel[] = TRAINED,
): ReplayModels {
  let found: ReturnType<typeof findArtefacts> | undefined;
  const opened = new Map<string, Promise<RiskModel | undefined>>();
  const modelFor = ({ model: name, version }: ModelAnswer): Promise<RiskModel | undefined> => {
    const key = `${name}@${version}`;
    const model = opened.get(key) ?? open(name, version);
    opened.set(key, model);
    return model;
  };
  const open = async (name: string, version: string): Promise<RiskModel | undefined> => {
    const artefactual = trained.find((model) => model.name === name);
    if (artefactual === undefined) return undefined;
    const loaded = await loadModel(
      artefactual,
      version,
      await (found ??= findArtefacts(settings.models.dir)),
      settings.models.backend,
    );
    return loaded.state === 'usable' ? loaded.model : undefined;
  };
  return async (facts) => {
    const inputs = facts.items.map((item, index) => ({ facts, item, goodsItem: facts.event.goodsItems[index]! }));
    return (await Promise.all(inputs.map((input) => replayItem(input, modelFor)))).flat();
  };
}

async function replayItem(
  input: ModelInput,
  modelFor: (answer: ModelAnswer) => Promise<RiskModel | undefined>,
): Promise<readonly ReplayedAnswer[]> {
  const recorded = input.item.models.flatMap(({ shadow, ...answer }): ModelAnswer[] =>
    shadow === undefined ? [answer] : [answer, shadow],
  );
  const asked = recorded.filter(({ backend }) => backend !== 'none');
  return Promise.all(
    asked.map(async (answer): Promise<ReplayedAnswer> => {
      const model = await modelFor(answer);
      if (model === undefined) return { kind: 'unavailable', model: answer.model, version: answer.version };
      const [now] = await model.answer([input]);
      const difference = modelDifference(answer, now!);
      return difference === undefined
        ? { kind: 'equal' }
        : { kind: 'differs', model: answer.model, item: input.item.sequenceNumber, difference };
    }),
  );
}
