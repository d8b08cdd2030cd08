import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { modelsCheck } from '../../../../services/cli/commands/doctor/checks/models.ts';
import { tensorFlowCheck } from '../../../../services/cli/commands/doctor/checks/runtime.ts';
import { activateModel } from '../../../../services/cli/commands/model/activate-model.ts';
import { toyModel, toyWorld, writeToy } from './toy-model.ts';

const WHO = { by: 'analyst', reason: 'a test' };

describe('doctor about models', () => {
  test('given a version in force that verifies, then it is named with what it computes on', async () => {
    const world = toyWorld();
    const version = writeToy(world.models, 'toy', { pump: 1 });
    await activateModel(world.shell, 'toy', version, WHO);
    expect(await modelsCheck(world.settings, [toyModel]).examine()).toEqual({
      status: 'ok',
      says: expect.stringMatching(
        new RegExp(`^toy ${version.slice(0, 12)} \\(tfjs-\\w+, its files verify\\)$`),
      ) as string,
    });
  });

  test('given no version, or one whose files were changed, then that fails and what to do is said', async () => {
    const world = toyWorld();
    expect(await modelsCheck(world.settings, [toyModel]).examine()).toMatchObject({
      status: 'fail',
      says: 'toy: no version is there',
    });
    await activateModel(world.shell, 'toy', writeToy(world.models, 'toy', { pump: 1 }), WHO);
    appendFileSync(join(world.models, 'toy', 'weights.bin'), 'x');
    const { status, says, todo } = await modelsCheck(world.settings, [toyModel]).examine();
    expect([status, says, todo]).toEqual([
      'fail',
      expect.stringContaining('TDW_MODEL_CORRUPT'),
      expect.stringContaining('Put the folder back'),
    ]);
  });

  test('given an artefact that is not in force and was damaged, then that is a warning beside the one that works', async () => {
    const world = toyWorld();
    await activateModel(world.shell, 'toy', writeToy(world.models, 'toy/first', { pump: 1 }), WHO);
    writeToy(world.models, 'toy/second', { pump: 2 });
    appendFileSync(join(world.models, 'toy/second/lists/words.txt'), 'x');
    const { status, says } = await modelsCheck(world.settings, [toyModel]).examine();
    expect([status, says]).toEqual(['warn', expect.stringMatching(/^toy .* verify\); TDW_MODEL_CORRUPT: .*second/)]);
  });

  test('given a backend is chosen, then doctor names it; plain JavaScript is a warning', async () => {
    const { settings } = toyWorld();
    expect(await tensorFlowCheck({ models: { ...settings.models, backend: 'tfjs-wasm' } }).examine()).toEqual({
      status: 'ok',
      says: 'tfjs-wasm computes',
    });
    expect(await tensorFlowCheck({ models: { ...settings.models, backend: 'tfjs-cpu' } }).examine()).toMatchObject({
      status: 'warn',
      says: 'tfjs-cpu computes',
    });
  });
});
