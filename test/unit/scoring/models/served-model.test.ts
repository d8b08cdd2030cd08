import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryModel } from '../../../../services/adapters/memory/risk-model.ts';
import type { ModelAnswer } from '../../../../services/risk/facts/model-answer.ts';
import { inBoundedCalls } from '../../../../services/scoring/models/bounded-calls.ts';
import type { ModelEvent } from '../../../../services/scoring/models/model-event.ts';
import { createServedModel, type Loaded } from '../../../../services/scoring/models/served-model.ts';
import type { ModelInput, RiskModel } from '../../../../services/scoring/ports/risk-model.ts';

/** Items are told apart by their number alone: the models of these tests look at nothing else. */
const items = (count: number): readonly ModelInput[] =>
  Array.from({ length: count }, (_, at) => ({ item: { sequenceNumber: at } }) as unknown as ModelInput);
const numberOf = ({ item }: ModelInput): number => item.sequenceNumber;

/** A model that answers with the item's number, after telling its caller how many it was asked. */
function modelOf(version: string, asked: (batch: readonly ModelInput[]) => void = () => undefined): RiskModel {
  return createMemoryModel((input) => ({ status: 'ok', score: numberOf(input) }), {
    name: 'pumps',
    version,
    onCall: asked,
  });
}

const usable = (model: RiskModel): Loaded => ({ state: 'usable', model, trainedOn: {} });
const unusable: Loaded = {
  state: 'unusable',
  version: 'bad',
  code: 'TDW_MODEL_CORRUPT',
  reason: 'weights.bin is not what the manifest says',
};

interface Served {
  readonly served: ReturnType<typeof createServedModel>;
  readonly events: ModelEvent[];
}

function serve(loaded: Loaded, trial?: Loaded): Served {
  const events: ModelEvent[] = [];
  return {
    events,
    served: createServedModel('pumps', { loaded, ...(trial && { trial }) }, (event) => events.push(event), {
      now: () => 0,
      pause: () => Promise.resolve(),
    }),
  };
}

describe('a model whose calls are bounded', () => {
  test('given items that take a millisecond each, when thousands are asked, then no call but the first few takes longer than 50 ms and each item is answered in its place', async () => {
    let clock = 0;
    const sizes: number[] = [];
    const model = modelOf('v1', (batch) => {
      sizes.push(batch.length);
      clock += batch.length;
    });
    const ask = inBoundedCalls(model, 'active', () => undefined, { now: () => clock, pause: () => Promise.resolve() });
    const answers = await ask(items(3_000));
    expect(answers.map(({ score }) => score)).toEqual(items(3_000).map(numberOf));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(50);
    expect(sizes.at(-2)).toBe(10);
  });

  test('given any cost per item that stays under 50 ms, even when it jumps once, then only the call that met the jump is too long', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0.001, max: 5, noNaN: true }),
        fc.double({ min: 0.001, max: 50, noNaN: true }),
        async (before, after) => {
          let [clock, answered] = [0, 0];
          const times: number[] = [];
          const model = modelOf('v1', (batch) => {
            const took = batch.length * (answered < 1_000 ? before : after);
            answered += batch.length;
            times.push(took);
            clock += took;
          });
          await inBoundedCalls(model, 'active', () => undefined, { now: () => clock, pause: () => Promise.resolve() })(
            items(2_000),
          );
          const tooLong = times.filter((time) => time > 50.001);
          expect(tooLong.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('given a long batch, when it is asked, then everything else has its turn between any two calls', async () => {
    let [calls, turns] = [0, 0];
    const ask = inBoundedCalls(
      modelOf('v1', () => {
        calls += 1;
      }),
      'active',
      () => undefined,
      {
        now: () => 0,
        pause: () => {
          turns += 1;
          return Promise.resolve();
        },
      },
    );
    await ask(items(5_000));
    expect(calls).toBeGreaterThan(4);
    expect(turns).toBe(calls - 1);
  });

  test.each([
    ['throws', (): Promise<readonly ModelAnswer[]> => Promise.reject(new TypeError('broken'))],
    ['answers too few', (): Promise<readonly ModelAnswer[]> => Promise.resolve([])],
    [
      'answers with no number',
      async (batch: readonly ModelInput[]): Promise<readonly ModelAnswer[]> =>
        (await modelOf('v1').answer(batch)).map((answer) => ({ ...answer, score: NaN })),
    ],
  ])(
    'given a model that %s, when it is asked, then every item is unknown with a reason and the failure is told',
    async (_, answer) => {
      const { served, events } = serve(usable({ ...modelOf('v1'), answer }));
      const answers = await served.answer(items(20));
      expect(answers).toHaveLength(20);
      expect(new Set(answers.map(({ status, why }) => `${status}: ${why}`))).toEqual(
        new Set(['unknown: the model pumps failed']),
      );
      expect(
        events
          .filter(({ kind }) => kind === 'failed')
          .map((event) => 'items' in event && event.items)
          .reduce((sum, count) => Number(sum) + Number(count), 0),
      ).toBe(20);
    },
  );
});

describe('a model that is served', () => {
  test('given a version that cannot be used, when it is asked, then every answer is unknown and says why', async () => {
    const { served } = serve(unusable);
    expect(await served.answer(items(2))).toEqual(
      Array(2).fill({
        model: 'pumps',
        version: 'bad',
        backend: 'none',
        status: 'unknown',
        why: 'weights.bin is not what the manifest says',
        evidence: [],
        likelyCommodityCodes: [],
      }),
    );
    expect(served.version).toBe('bad');
    expect(served.state()).toEqual([
      {
        kind: 'unusable',
        model: 'pumps',
        role: 'active',
        version: 'bad',
        code: 'TDW_MODEL_CORRUPT',
        reason: 'weights.bin is not what the manifest says',
      },
    ]);
  });

  test('given a version on trial, when goods are judged, then its answers lie beneath those of the active one', async () => {
    const { served } = serve(usable(modelOf('v1')), usable(modelOf('v2')));
    const answers = await served.answer(items(30));
    expect(answers.map(({ version, score, shadow }) => [version, score, shadow?.version, shadow?.score])).toEqual(
      items(30).map((_, at) => ['v1', at, 'v2', at]),
    );
    expect(served.state().map(({ kind, role }) => `${kind} ${role}`)).toEqual(['inUse active', 'inUse shadow']);
  });

  test('given a version on trial that cannot be used, when goods are judged, then the active one answers as ever', async () => {
    const { served } = serve(usable(modelOf('v1')), unusable);
    const [answer] = await served.answer(items(1));
    expect([answer!.status, answer!.shadow?.status]).toEqual(['ok', 'unknown']);
  });
});
