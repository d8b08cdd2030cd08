import { describe, expect, test } from 'vitest';
import { createModelReplay } from '../../../../services/cli/commands/replay/replay-models.ts';
import type { Facts } from '../../../../services/risk/facts/facts.ts';
import type { ModelAnswer } from '../../../../services/risk/facts/model-answer.ts';
import { openModels } from '../../../../services/runtime/compose/models.ts';
import type { ModelInput } from '../../../../services/scoring/ports/risk-model.ts';
import { toyModel, type ToyWorld, toyWorld, writeToy } from './toy-model.ts';

const goodsItem = { sequenceNumber: 1, commodity: { description: 'centrifugal pump' } };

/** Facts with the toy model's answer of this version on record, made on WebAssembly. */
async function recordedFacts(
  world: ToyWorld,
  version: string,
): Promise<{ readonly facts: Facts; readonly answer: ModelAnswer }> {
  const models = await openModels(
    { models: { ...world.settings.models, backend: 'tfjs-wasm' } },
    { models: { toy: version }, trials: {} },
    { trained: [toyModel] },
  );
  const [answer] = await models.find(({ name }) => name === 'toy')!.answer([{ goodsItem } as unknown as ModelInput]);
  return { answer: answer!, facts: factsWith(answer!) };
}

const factsWith = (...models: readonly ModelAnswer[]): Facts =>
  ({ event: { goodsItems: [goodsItem] }, items: [{ sequenceNumber: 1, models }] }) as unknown as Facts;

describe('replay of what models answered', () => {
  test('given a recorded answer, when the same version is asked again on another backend, then it is equal', async () => {
    const world = toyWorld();
    const { facts } = await recordedFacts(world, writeToy(world.models, 'toy', { pump: 1.2345678 }));
    const onAnother = { models: { ...world.settings.models, backend: 'tfjs-cpu' as const } };
    expect(await createModelReplay(onAnother, [toyModel])(facts)).toEqual([{ kind: 'equal' }]);
  });

  test('given the record was changed in the fifth digit, or in a code, then the place is named; in the seventh digit it is equal', async () => {
    const world = toyWorld();
    const { answer } = await recordedFacts(world, writeToy(world.models, 'toy', { pump: 1.5 }));
    const replayed = async (changed: Partial<ModelAnswer>): Promise<unknown> =>
      (await createModelReplay(world.settings, [toyModel])(factsWith({ ...answer, ...changed })))[0];
    expect(await replayed({ score: 1.5 + 1e-7 })).toEqual({ kind: 'equal' });
    expect(await replayed({ score: 1.5001 })).toMatchObject({
      kind: 'differs',
      model: 'toy',
      item: 1,
      difference: { path: 'score', recorded: 1.5001, now: 1.5 },
    });
    expect(await replayed({ likelyCommodityCodes: [{ code: '841370', probability: 0.8 }] })).toMatchObject({
      difference: { path: 'likelyCommodityCodes[0].probability' },
    });
    expect(await replayed({ status: 'vague' })).toMatchObject({
      difference: { path: 'status', recorded: 'vague', now: 'ok' },
    });
  });

  test('given a version that is not here, then that is said; given no version could be used then either, there is nothing to ask', async () => {
    const world = toyWorld();
    const { answer } = await recordedFacts(world, writeToy(world.models, 'toy', { pump: 1 }));
    const replay = createModelReplay(world.settings, [toyModel]);
    expect(await replay(factsWith({ ...answer, version: 'ab' }))).toEqual([
      { kind: 'unavailable', model: 'toy', version: 'ab' },
    ]);
    expect(await replay(factsWith({ ...answer, status: 'unknown', backend: 'none' }))).toEqual([]);
  });

  test('given a version was on trial, then both answers are asked for again', async () => {
    const world = toyWorld();
    const { answer } = await recordedFacts(world, writeToy(world.models, 'toy', { pump: 1 }));
    expect(
      await createModelReplay(world.settings, [toyModel])(factsWith({ ...answer, shadow: { ...answer, score: 9 } })),
    ).toMatchObject([{ kind: 'equal' }, { kind: 'differs' }]);
  });
});
