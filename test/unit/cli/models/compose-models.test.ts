import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { activation, trial } from '../../../../services/reference/models/models-in-force.ts';
import type { ReferenceActivation } from '../../../../services/risk/messages/reference-activation.ts';
import { composeModels, type ServedModels } from '../../../../services/runtime/compose/models.ts';
import type { ModelEvent } from '../../../../services/scoring/models/model-event.ts';
import type { ModelInput } from '../../../../services/scoring/ports/risk-model.ts';
import { toyModel, type ToyWorld, toyWorld, writeToy } from './toy-model.ts';

const decision = { name: 'toy', by: 'analyst', reason: 'a test', at: Date.parse('2026-11-23T08:00:00Z') };
const pump = { goodsItem: { commodity: { description: 'centrifugal pump' } } } as unknown as ModelInput;

interface Running {
  readonly served: ServedModels;
  readonly events: ModelEvent[];
  /** What the model says of a pump. */
  readonly ask: () => Promise<string>;
}

async function running({ settings }: ToyWorld, activations: readonly ReferenceActivation[]): Promise<Running> {
  const served = await composeModels(settings, { activations, trained: [toyModel] });
  const events: ModelEvent[] = [];
  served.listen((event) => events.push(event));
  const model = served.models.find(({ name }) => name === 'toy')!;
  return {
    served,
    events,
    ask: async () => {
      const [answer] = await model.answer([pump]);
      const { status, score, why, shadow } = answer!;
      return [
        status,
        ...(score === undefined ? [] : [score.toFixed(1)]),
        ...(why === undefined ? [] : [why]),
        ...(shadow === undefined ? [] : [`beside it ${shadow.status} ${shadow.score?.toFixed(1)}`]),
      ].join(' ');
    },
  };
}

describe('the models of a process', () => {
  test('given an active version in the folder of models, when goods are judged, then it answers, and another one is in use from the moment it is activated', async () => {
    const world = toyWorld();
    const [first, second] = [
      writeToy(world.models, 'toy/first', { pump: 1 }),
      writeToy(world.models, 'toy/second', { pump: 2 }),
    ];
    const { served, ask, events } = await running(world, activation(decision, first, {}));
    expect(await ask()).toBe('ok 1.0');
    await served.follow(activation(decision, second, { active: first })[0]!);
    expect(await ask()).toBe('ok 2.0');
    expect(events.flatMap((event) => (event.kind === 'inUse' ? [event.version] : []))).toEqual([first, second]);
  });

  test('given the topic is read from its beginning, when it repeats what is in force, then nothing is loaded again', async () => {
    const world = toyWorld();
    const first = writeToy(world.models, 'toy', { pump: 1 });
    const { served, events } = await running(world, activation(decision, first, {}));
    await served.follow(activation(decision, first, {})[0]!);
    expect(events.filter(({ kind }) => kind === 'inUse')).toHaveLength(1);
  });

  test('given a version that is in no folder, or whose weights were changed, when it is activated, then the model answers unknown and why, and the other models go on', async () => {
    const world = toyWorld();
    const [first, damaged] = [
      writeToy(world.models, 'toy/first', { pump: 1 }),
      writeToy(world.models, 'toy/damaged', { pump: 3 }),
    ];
    appendFileSync(join(world.models, 'toy/damaged/weights.bin'), 'x');
    const { served, ask, events } = await running(world, activation(decision, first, {}));
    for (const [version, code] of [
      ['f'.repeat(64), 'TDW_MODEL_MISSING'],
      [damaged, 'TDW_MODEL_CORRUPT'],
    ] as const) {
      await served.follow(activation(decision, version, {})[0]!);
      expect(await ask()).toBe(`unknown the version ${version.slice(0, 12)} of the model toy cannot be used (${code})`);
    }
    expect(events.flatMap((event) => (event.kind === 'unusable' ? [event.code] : []))).toEqual([
      'TDW_MODEL_MISSING',
      'TDW_MODEL_CORRUPT',
    ]);
    await served.follow(activation(decision, first, {})[0]!);
    expect(await ask()).toBe('ok 1.0');
  });

  test('given a version that was missing, when its folder was put in place and it is activated again, then it is in use', async () => {
    const [world, elsewhere] = [toyWorld(), toyWorld()];
    const version = writeToy(elsewhere.models, 'toy', { pump: 2 });
    const { served, ask } = await running(world, activation(decision, version, {}));
    expect(await ask()).toContain('TDW_MODEL_MISSING');
    writeToy(world.models, 'toy', { pump: 2 });
    await served.follow(activation(decision, version, { active: version })[0]!);
    expect(await ask()).toBe('ok 2.0');
  });

  test('given no version at all, when goods are judged, then the model answers unknown', async () => {
    const { ask } = await running(toyWorld(), []);
    expect(await ask()).toBe('unknown no version of the model toy is there');
  });

  test('given a version put on trial, when goods are judged, then both answer, until the trial ends', async () => {
    const world = toyWorld();
    const [first, second] = [
      writeToy(world.models, 'toy/first', { pump: 1 }),
      writeToy(world.models, 'toy/second', { pump: 2 }),
    ];
    const { served, ask } = await running(world, [...activation(decision, first, {}), ...trial(decision, second, {})]);
    expect(await ask()).toBe('ok 1.0 beside it ok 2.0');
    await served.follow(trial(decision, undefined, { shadow: second })[0]!);
    expect(await ask()).toBe('ok 1.0');
  });

  test('given activations of reference data and of other models, when they are followed, then nothing changes', async () => {
    const world = toyWorld();
    const first = writeToy(world.models, 'toy', { pump: 1 });
    const { served, ask } = await running(world, activation(decision, first, {}));
    await served.follow({ ...activation(decision, 'ab', {})[0]!, kind: 'tariff', name: 'toy' });
    await served.follow({ ...activation(decision, 'ab', {})[0]!, name: 'other' });
    expect(await ask()).toBe('ok 1.0');
  });
});
