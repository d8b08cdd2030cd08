import { expect, test } from 'vitest';
import { STEPS } from './make-change.ts';
import type { EditionsPlan } from './plan.ts';
import { runEditionsBench } from './run-editions-bench.ts';
import { editionsTables } from './tables.ts';

const TINY: EditionsPlan = {
  seed: 1,
  poolDeclarations: 200,
  backlogItems: 4_000,
  warmUpShare: 0.25,
  processes: [2],
  warmUpSeconds: 1,
  steadySeconds: 2,
  gapSeconds: 0.5,
  rounds: 1,
  idleParts: ['policy', 'anomaly'],
  idleWarmUpRounds: 0,
};

test(
  'given a real broker and database of its own, changes of editions are measured to the end, and every one came in force in every process',
  { timeout: 240_000 },
  async () => {
    const result = await runEditionsBench({ plan: TINY, report: () => undefined });
    const kinds = (parts: readonly string[]) =>
      parts.flatMap((part) => STEPS.map((step) => ({ part, step, times: 1 })));
    expect(result.runs).toHaveLength(1);
    expect(result.runs[0]).toMatchObject({ processes: 2, changes: kinds(['policy', 'tariff']) });
    for (const { answers, p99ToSteady } of result.runs[0]!.changes) {
      expect(answers).toBeGreaterThan(0);
      expect(p99ToSteady).toBeGreaterThan(0);
    }
    expect(result.idle).toMatchObject(kinds(TINY.idleParts));
    expect(editionsTables(result)).toContain('p99 to steady');
  },
);
