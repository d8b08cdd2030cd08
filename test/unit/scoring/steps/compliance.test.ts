import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { TidewaiterError } from '../../../../services/risk/failure/tidewaiter-error.ts';
import type { Entry, Step, StepResult } from '../../../../services/scoring/flow/step.ts';
import { createPipeline, type PipelineDeps } from '../../../../services/scoring/pipeline.ts';
import { createAssessStep } from '../../../../services/scoring/steps/assess-step.ts';
import { createClaimStep } from '../../../../services/scoring/steps/claim-step.ts';
import { createDecodeStep } from '../../../../services/scoring/steps/decode-step.ts';
import { createEmitStep } from '../../../../services/scoring/steps/emit-step.ts';
import { createGatherStep } from '../../../../services/scoring/steps/gather-step.ts';
import { createRememberStep } from '../../../../services/scoring/steps/remember-step.ts';
import { createReserveStep } from '../../../../services/scoring/steps/reserve-step.ts';
import { createValidateStep } from '../../../../services/scoring/steps/validate-step.ts';
import { bytesIn, deepFrozen } from './deep-frozen.ts';
import { mixedBatch, pipelineOnMemory } from './pipeline-on-memory.ts';

/** Dependencies in which one source cannot be reached. */
type Unreachable = (failure: () => Promise<never>, deps: PipelineDeps) => PipelineDeps;

interface StepUnderTest {
  /** Of services/scoring/steps. */
  readonly file: string;
  /** What a step takes is what those before it give: `any`, because they stand in one list. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly create: (deps: PipelineDeps) => Step<any, any>;
  /** Each source that it asks, as one that cannot be reached. */
  readonly asks: Readonly<Record<string, Unreachable>>;
}

/** Every step, in the order of the pipeline. */
const STEPS: readonly StepUnderTest[] = [
  {
    file: 'decode-step.ts',
    create: createDecodeStep,
    asks: { 'schema registry': (prepare, deps) => ({ ...deps, codecs: { ...deps.codecs, prepare } }) },
  },
  { file: 'validate-step.ts', create: createValidateStep, asks: {} },
  {
    file: 'claim-step.ts',
    create: createClaimStep,
    asks: { 'event register': (claim, deps) => ({ ...deps, register: { ...deps.register, claim } }) },
  },
  {
    file: 'gather-step.ts',
    create: createGatherStep,
    asks: {
      'licence register': (find, deps) => ({ ...deps, licences: { find } }),
      'trader history': (read, deps) => ({ ...deps, history: { read } }),
      model: (answer, deps) => ({ ...deps, models: deps.models.map((model) => ({ ...model, answer })) }),
    },
  },
  {
    file: 'reserve-step.ts',
    create: createReserveStep,
    asks: { 'licence ledger': (reserve, deps) => ({ ...deps, ledger: { reserve } }) },
  },
  { file: 'assess-step.ts', create: createAssessStep, asks: {} },
  {
    file: 'remember-step.ts',
    create: createRememberStep,
    asks: { 'event register': (remember, deps) => ({ ...deps, register: { ...deps.register, remember } }) },
  },
  { file: 'emit-step.ts', create: createEmitStep, asks: {} },
];

/** What a step is given when the mixed batch comes as far as it, frozen to its depths. */
async function inputsOf(file: string, deps: PipelineDeps): Promise<readonly Entry[]> {
  let entries: readonly Entry[] = mixedBatch(deps.codecs);
  for (const step of STEPS) {
    if (step.file === file) break;
    const results = (await step.create(deps)(entries)) as readonly StepResult<Entry>[];
    entries = results.flatMap((result) => (result.kind === 'ok' ? [result.entry] : []));
  }
  return deepFrozen(entries);
}

describe('the steps under test', () => {
  test('are those of the folder, none forgotten', () => {
    const files = readdirSync('services/scoring/steps').filter((name) => name.endsWith('-step.ts'));
    expect(STEPS.map(({ file }) => file).sort()).toEqual(files.sort());
  });

  test('are those of the pipeline, in its order', async () => {
    const deps = pipelineOnMemory();
    const { times, good, ended } = await createPipeline(deps).run(mixedBatch(deps.codecs));
    expect(STEPS.map(({ create }) => create(deps).name)).toEqual(times.map(({ step }) => step));
    expect([good.length, ended.map(({ kind }) => kind).sort()]).toEqual([
      3,
      ['deadLetter', 'deadLetter', 'skip', 'skip'],
    ]);
  });
});

describe.each(STEPS)('$file', ({ file, create, asks }) => {
  test('given a batch, frozen to its depths, then each entry has its result, in order, and nothing of the batch is changed', async () => {
    const deps = pipelineOnMemory();
    const entries = await inputsOf(file, deps);
    const before = bytesIn(entries);
    const results = (await create(deps)(entries)) as readonly StepResult<Entry>[];
    expect(results).toHaveLength(entries.length);
    results.forEach((result, index) => {
      if (result.kind === 'ok') expect(result.entry.record).toBe(entries[index]!.record);
    });
    expect(results.some(({ kind }) => kind === 'ok')).toBe(true);
    expect(bytesIn(entries)).toEqual(before);
  });

  test('given no entries, then there are no results', async () => {
    expect(await create(pipelineOnMemory())([])).toEqual([]);
  });

  test.each(Object.entries(asks))(
    'given that its %s cannot be reached, then the error goes through',
    async (_, without) => {
      const deps = pipelineOnMemory();
      const entries = await inputsOf(file, deps);
      const failure = new TidewaiterError('TDW_POSTGRES_UNAVAILABLE', 'away');
      const broken = without(() => Promise.reject(failure), deps);
      await expect((async () => create(broken)(entries))()).rejects.toBe(failure);
    },
  );
});
