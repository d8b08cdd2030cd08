import { describe, expect, test } from 'vitest';
import { editionIdOf, type EditionManifest } from '../../../services/reference/editions/manifest.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import type { Edition } from '../../../services/runtime/editions/edition.ts';
import { type EditionEvent, EditionFollower } from '../../../services/runtime/editions/follow-editions.ts';

const manifest = (policy: string): EditionManifest => ({ policy, reference: {}, models: {}, trials: {} });
const editionOf = (one: EditionManifest): Edition => ({ id: editionIdOf(one), manifest: one }) as Edition;
const [first, second, third] = [manifest('p1'), manifest('p2'), manifest('p3')];

/** A process that judges by the first edition; what is opened waits to be let through, in the order of opening. */
function scene() {
  const events: EditionEvent[] = [];
  const opening: { readonly policy: string; readonly done: () => void; readonly fail: (error: unknown) => void }[] = [];
  const clock = { now: 1_000 };
  const timers: (() => void)[] = [];
  const follower = new EditionFollower(editionOf(first), {
    opener: {
      open: (one) =>
        new Promise((resolve, reject) =>
          opening.push({ policy: one.policy, done: () => resolve(editionOf(one)), fail: reject }),
        ),
    },
    observe: (event) => events.push(event),
    now: () => clock.now,
    later: (again) => {
      timers.push(again);
      return () => timers.splice(timers.indexOf(again), 1);
    },
  });
  return {
    follower,
    opening,
    clock,
    timers,
    kinds: () =>
      events.map(
        (event) => `${event.kind} ${'edition' in event ? event.edition.manifest.policy : event.id.slice(0, 8)}`,
      ),
    policy: () => follower.current.manifest.policy,
  };
}

const missing = new TidewaiterError('TDW_MODEL_MISSING', 'its files are not here');
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe('a process that follows what is in force', () => {
  test('given another edition in force, when it is loaded, then it judges from then on, and until then the one before', async () => {
    const { follower, opening, clock, kinds, policy } = scene();
    const followed = follower.follow({ inForce: second });
    expect([policy(), follower.state()]).toEqual([
      'p1',
      { inForce: editionIdOf(first), wanted: { id: editionIdOf(second), since: 1_000 } },
    ]);
    clock.now = 3_500;
    opening[0]!.done();
    await followed;
    expect([policy(), kinds(), follower.state()]).toEqual([
      'p2',
      ['editionInForce p2'],
      { inForce: editionIdOf(second) },
    ]);
  });

  test('given what is in force already, when the topic is read again, then nothing is opened', async () => {
    const { follower, opening } = scene();
    await follower.follow({ inForce: first });
    expect(opening).toEqual([]);
  });

  test('given an edition that was announced, when it comes in force, then it is there at once', async () => {
    const { follower, opening, kinds, policy } = scene();
    const announced = follower.follow({ inForce: first, prepared: second });
    opening[0]!.done();
    await announced;
    expect([policy(), kinds()]).toEqual(['p1', [`editionPrepared ${editionIdOf(second).slice(0, 8)}`]]);
    await follower.follow({ inForce: second });
    expect([policy(), opening.length]).toEqual(['p2', 1]);
  });

  test('given an edition that cannot be loaded, then the one before goes on and the state says why; it is tried again until it can', async () => {
    const { follower, opening, timers, kinds, policy } = scene();
    const followed = follower.follow({ inForce: second });
    opening[0]!.fail(missing);
    await followed;
    expect([policy(), kinds(), follower.state().wanted?.code]).toEqual([
      'p1',
      [`editionUnusable ${editionIdOf(second).slice(0, 8)}`],
      'TDW_MODEL_MISSING',
    ]);
    timers[0]!();
    await turns();
    opening[1]!.done();
    await turns();
    expect([policy(), follower.state().wanted]).toEqual(['p2', undefined]);
  });

  test('given the topic goes on while an edition is loaded, then the newer one is, and the older never comes in force', async () => {
    const { follower, opening, kinds, policy } = scene();
    void follower.follow({ inForce: second });
    const followed = follower.follow({ inForce: third });
    opening[0]!.done();
    await turns();
    opening[1]!.done();
    await followed;
    expect([policy(), kinds(), opening.map((one) => one.policy)]).toEqual(['p3', ['editionInForce p3'], ['p2', 'p3']]);
  });

  test('given an edition that is withdrawn while it is loaded, then what was in force stays so', async () => {
    const { follower, opening, policy } = scene();
    void follower.follow({ inForce: second });
    const followed = follower.follow({ inForce: first });
    opening[0]!.done();
    await followed;
    expect([policy(), follower.state()]).toEqual(['p1', { inForce: editionIdOf(first) }]);
  });

  test('given a process that ends while an edition is loaded, then it does not come in force, and nothing is tried again', async () => {
    const { follower, opening, timers, policy } = scene();
    void follower.follow({ inForce: second });
    const stopped = follower.stop();
    opening[0]!.fail(missing);
    await stopped;
    expect([policy(), timers]).toEqual(['p1', []]);
  });
});
