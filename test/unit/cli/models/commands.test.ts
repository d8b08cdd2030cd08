import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readLocalActivations } from '../../../../services/adapters/model-files/local-activations.ts';
import { activateModel, rollBackModel } from '../../../../services/cli/commands/model/activate-model.ts';
import type { Agreement } from '../../../../services/cli/commands/model/agreement.ts';
import { compareModels } from '../../../../services/cli/commands/model/compare-models.ts';
import { listModels } from '../../../../services/cli/commands/model/list-models.ts';
import { toyModel, type ToyWorld, toyWorld, writeToy } from './toy-model.ts';

const WHO = { by: 'analyst', reason: 'a test' };

describe('versions of models on one machine', () => {
  let world: ToyWorld;
  let [first, second] = ['', ''];
  beforeEach(() => {
    world = toyWorld();
    first = writeToy(world.models, 'toy/first', { pump: 1, valve: 3 });
    second = writeToy(world.models, 'toy/second', { pump: 4, valve: 3 });
  });

  const standing = async (): Promise<Record<string, string>> => {
    world.lines.length = 0;
    await listModels(world.shell, { json: true });
    const listed = world.lines.map((line) => JSON.parse(line) as { name: string; version: string; standing: string });
    return Object.fromEntries(
      listed
        .filter(({ name }) => name === 'toy')
        .map((one) => [one.version === first ? 'first' : 'second', one.standing]),
    );
  };

  test('given two versions, when one is activated, then another, then rolled back, then the list says which is in force and which was', async () => {
    expect(await standing()).toEqual({ first: 'kept', second: 'kept' });
    await activateModel(world.shell, 'toy', first.slice(0, 10), WHO);
    await activateModel(world.shell, 'toy', second, WHO);
    expect(await standing()).toEqual({ first: 'previous', second: 'active' });
    await activateModel(world.shell, 'toy', second, WHO);
    expect(await standing()).toEqual({ first: 'previous', second: 'active' });
    await rollBackModel(world.shell, 'toy', WHO);
    expect(await standing()).toEqual({ first: 'active', second: 'previous' });
    expect(readLocalActivations(world.settings.dataDir)).toEqual([
      expect.objectContaining({
        kind: 'model',
        name: 'toy',
        version: first,
        replaces: second,
        by: 'analyst',
        reason: 'a test',
      }),
    ]);
  });

  test('given a version on trial, when it is put in force, then the trial has ended; a trial ends by none, too', async () => {
    await activateModel(world.shell, 'toy', first, WHO);
    await activateModel(world.shell, 'toy', second, { ...WHO, shadow: true });
    expect(await standing()).toEqual({ first: 'active', second: 'shadow' });
    await activateModel(world.shell, 'toy', second, WHO);
    expect(await standing()).toEqual({ first: 'previous', second: 'active' });
    await activateModel(world.shell, 'toy', first, { ...WHO, shadow: true });
    await activateModel(world.shell, 'toy', 'none', { ...WHO, shadow: true });
    expect(await standing()).toEqual({ first: 'previous', second: 'active' });
  });

  test('given a version that nobody has, that is damaged, or no version before, when it is asked for, then nothing is decided and what is wrong is said', async () => {
    await expect(activateModel(world.shell, 'toy', 'ffff', WHO)).rejects.toThrow('No version of toy begins with ffff');
    await expect(rollBackModel(world.shell, 'toy', WHO)).rejects.toThrow('No version of toy was in force before');
    writeFileSync(join(world.models, 'toy/first/weights.bin'), 'x');
    await expect(activateModel(world.shell, 'toy', first, WHO)).rejects.toMatchObject({ code: 'TDW_MODEL_CORRUPT' });
    await activateModel(world.shell, 'toy', second, WHO);
    await expect(activateModel(world.shell, 'toy', second, { ...WHO, shadow: true })).rejects.toThrow(
      'in force already',
    );
    expect(readLocalActivations(world.settings.dataDir)).toHaveLength(1);
  });

  test('given a file of descriptions, when two versions are compared, then their agreement is counted and what differs is shown', async () => {
    const file = join(world.settings.dataDir, '..', 'goods.jsonl');
    const goods = ['centrifugal pump', 'ball valve', 'horse', 'pump with valve'];
    writeFileSync(
      file,
      goods.map((description, at) => JSON.stringify({ id: at, description, commodityCode: '84818000' })).join('\n'),
    );
    world.lines.length = 0;
    expect(await compareModels(world.shell, [first, second], file, { json: true }, [toyModel])).toBe(0);
    await expect(compareModels(world.shell, [first, first.slice(0, 12)], file, {}, [toyModel])).rejects.toThrow(
      'nothing to compare',
    );
    const { items, sameStatus, odd, sameHeading, differing, scoreDifference } = JSON.parse(
      world.lines[0]!,
    ) as Agreement;
    expect({ items, sameStatus, odd, sameHeading }).toEqual({
      items: 4,
      sameStatus: 1,
      odd: { both: 2, onlyFirst: 0, onlySecond: 1, neither: 1 },
      sameHeading: 1,
    });
    expect(scoreDifference).toEqual({ mean: 1.5, largest: 3 });
    expect(differing.map(({ what, second: told }) => [what, told.likely])).toEqual([['line 1: 0, item 1', '841370']]);
  });
});
