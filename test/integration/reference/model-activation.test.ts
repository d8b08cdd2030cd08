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

/** A process that follows the topic, and what it was told last. */
async function follower(): Promise<{ readonly told: ReferenceActivation[]; readonly stop: () => Promise<void> }> {
  const told: ReferenceActivation[] = [];
  const followed = await followActivations(
    stream.kafka.client(),
    composeReferenceTopic(stream.settings, stream.codecs),
    (activations) => void told.splice(0, told.length, ...activations),
    () => undefined,
  );
  return { told, stop: () => followed.stop() };
}

describe('versions of models on the reference topic', () => {
  test('given a running process, when versions are activated and rolled back, then it is told of each, and so is one that joins later; and the stream starts with them on the topic', async () => {
    const early = await follower();
    await activateModel(world.shell, 'toy', first, WHO);
    const singles = ({ told }: { readonly told: readonly ReferenceActivation[] }) =>
      Object.fromEntries(told.filter(({ kind }) => kind !== 'edition').map(({ kind, version }) => [kind, version]));
    await vi.waitFor(() => expect(singles(early)).toEqual({ model: first }), { timeout: 30_000 });
    await activateModel(world.shell, 'toy', second, WHO);
    await rollBackModel(world.shell, 'toy', WHO);
    await activateModel(world.shell, 'toy', second, { ...WHO, shadow: true });
    const late = await follower();
    for (const process of [early, late])
      await vi.waitFor(() => expect(singles(process)).toEqual({ model: first, 'model-shadow': second }), {
        timeout: 30_000,
      });
    const services = await stream.start();
    await Promise.all([early.stop(), late.stop(), services.stop()]);
  });
});
