import { mkdirSync } from 'node:fs';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { followActivations } from '../../../services/adapters/kafka/reference/follow-activations.ts';
import { activateModel, rollBackModel } from '../../../services/cli/commands/model/activate-model.ts';
import type { ReferenceActivation } from '../../../services/risk/messages/reference-activation.ts';
import { composeReferenceTopic } from '../../../services/runtime/compose/reference.ts';
import { streamForTests } from '../../harness/stream-for-tests.ts';
import { toyWorld, writeToy } from '../../unit/cli/models/toy-model.ts';

const stream = await streamForTests();
const world = toyWorld(stream.variables);
mkdirSync(world.settings.dataDir, { recursive: true });
const [first, second] = [
  writeToy(world.models, 'toy/first', { pump: 1 }),
  writeToy(world.models, 'toy/second', { pump: 2 }),
];
const WHO = { by: 'analyst', reason: 'a test' };
afterAll(() => stream.database.close());

/** A process that follows the topic, and what it was told. */
async function follower(): Promise<{ readonly told: ReferenceActivation[]; readonly stop: () => Promise<void> }> {
  const told: ReferenceActivation[] = [];
  const followed = await followActivations(
    stream.kafka.client(),
    composeReferenceTopic(stream.settings, stream.codecs),
    (one) => {
      told.push(one);
      return Promise.resolve();
    },
    () => undefined,
  );
  return { told, stop: () => followed.stop() };
}

describe('versions of models on the reference topic', () => {
  test('given a running process, when versions are activated and rolled back, then it is told of each; one that joins later is told what is in force only; and the stream starts with them on the topic', async () => {
    const early = await follower();
    await activateModel(world.shell, 'toy', first, WHO);
    await vi.waitFor(() => expect(early.told.map(({ version }) => version)).toEqual([first]), { timeout: 30_000 });
    await activateModel(world.shell, 'toy', second, WHO);
    await rollBackModel(world.shell, 'toy', WHO);
    await activateModel(world.shell, 'toy', second, { ...WHO, shadow: true });
    const late = await follower();
    await vi.waitFor(() => expect(late.told).toHaveLength(2), { timeout: 30_000 });
    expect(Object.fromEntries(late.told.map(({ kind, version }) => [kind, version]))).toEqual({
      model: first,
      'model-shadow': second,
    });
    await vi.waitFor(() => expect(early.told.at(-1)).toMatchObject({ kind: 'model-shadow', version: second }), {
      timeout: 30_000,
    });
    const services = await stream.start();
    await Promise.all([early.stop(), late.stop(), services.stop()]);
  });
});
