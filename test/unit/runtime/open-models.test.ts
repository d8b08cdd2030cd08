import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ModelVersions, openModels } from '../../../services/runtime/compose/models.ts';
import type { ServedModel } from '../../../services/scoring/models/served-model.ts';
import type { ModelInput } from '../../../services/scoring/ports/risk-model.ts';
import { toyModel, type ToyWorld, toyWorld, writeToy } from '../cli/models/toy-model.ts';

const pump = { goodsItem: { commodity: { description: 'centrifugal pump' } } } as unknown as ModelInput;

async function opened(
  { settings }: ToyWorld,
  versions: Partial<ModelVersions>,
  open: readonly ServedModel[] = [],
): Promise<ServedModel> {
  const [model] = await openModels(settings, { models: {}, trials: {}, ...versions }, { trained: [toyModel], open });
  return model!;
}

/** What the model says of a pump. */
async function saidOfPump(model: ServedModel): Promise<string> {
  const { status, score, why, shadow } = (await model.answer([pump]))[0]!;
  return [
    status,
    ...(score === undefined ? [] : [score.toFixed(1)]),
    ...(why === undefined ? [] : [why]),
    ...(shadow === undefined ? [] : [`beside it ${shadow.status} ${shadow.score?.toFixed(1)}`]),
  ].join(' ');
}

describe('the models of an edition', () => {
  test('given a version in the folder of models, when goods are judged, then it answers', async () => {
    const world = toyWorld();
    const first = writeToy(world.models, 'toy/first', { pump: 1 });
    expect(await saidOfPump(await opened(world, { models: { toy: first } }))).toBe('ok 1.0');
  });

  test('given every version open already, then nobody looks for artefacts: a folder that cannot be read does not matter', async () => {
    const world = toyWorld();
    const first = writeToy(world.models, 'toy/first', { pump: 1 });
    const open = await opened(world, { models: { toy: first } });
    const unreadable = join(world.models, 'toy/first/manifest.json');
    const settings = { models: { ...world.settings.models, dir: unreadable } };
    const [model] = await openModels(
      settings,
      { models: { toy: first }, trials: {} },
      { trained: [toyModel], open: [open] },
    );
    expect(await saidOfPump(model!)).toBe('ok 1.0');
    await expect(
      openModels(settings, { models: { toy: 'another' }, trials: {} }, { trained: [toyModel] }),
    ).rejects.toThrow();
  });

  test('given a version that is open already, when the next edition has it too, then nothing is loaded again', async () => {
    const world = toyWorld();
    const [first, second] = [
      writeToy(world.models, 'toy/first', { pump: 1 }),
      writeToy(world.models, 'toy/second', { pump: 2 }),
    ];
    const before = await opened(world, { models: { toy: first } });
    const after = await opened(world, { models: { toy: first }, trials: { toy: second } }, [before]);
    expect(after.loaded).toBe(before.loaded);
    const promoted = await opened(world, { models: { toy: second } }, [after]);
    expect(promoted.loaded).toBe(after.trial);
  });

  test('given a version that is in no folder, or whose weights were changed, when goods are judged, then the model answers unknown and why', async () => {
    const world = toyWorld();
    const damaged = writeToy(world.models, 'toy/damaged', { pump: 3 });
    appendFileSync(join(world.models, 'toy/damaged/weights.bin'), 'x');
    for (const [version, code] of [
      ['f'.repeat(64), 'TDW_MODEL_MISSING'],
      [damaged, 'TDW_MODEL_CORRUPT'],
    ] as const) {
      const model = await opened(world, { models: { toy: version } });
      expect(await saidOfPump(model)).toBe(
        `unknown the version ${version.slice(0, 12)} of the model toy cannot be used (${code})`,
      );
      expect(model.state()).toMatchObject([{ kind: 'unusable', version, code }]);
    }
  });

  test('given a version that was missing, when its folder was put in place and it is opened again, then it is in use', async () => {
    const [world, other] = [toyWorld(), toyWorld()];
    const version = writeToy(other.models, 'toy', { pump: 2 });
    const missing = await opened(world, { models: { toy: version } });
    expect(await saidOfPump(missing)).toContain('TDW_MODEL_MISSING');
    writeToy(world.models, 'toy', { pump: 2 });
    expect(await saidOfPump(await opened(world, { models: { toy: version } }, [missing]))).toBe('ok 2.0');
  });

  test('given no version at all, when goods are judged, then the model answers unknown', async () => {
    expect(await saidOfPump(await opened(toyWorld(), {}))).toBe('unknown no version of the model toy is there');
  });

  test('given a version on trial, when goods are judged, then both answer', async () => {
    const world = toyWorld();
    const [first, second] = [
      writeToy(world.models, 'toy/first', { pump: 1 }),
      writeToy(world.models, 'toy/second', { pump: 2 }),
    ];
    const model = await opened(world, { models: { toy: first }, trials: { toy: second } });
    expect(await saidOfPump(model)).toBe('ok 1.0 beside it ok 2.0');
  });
});
