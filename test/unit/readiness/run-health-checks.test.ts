import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  type CheckStatus,
  createReadiness,
  OK,
  type Readiness,
} from '../../../services/adapters/readiness/readiness.ts';
import {
  type HealthCheck,
  type RunningHealthChecks,
  startHealthChecks,
} from '../../../services/adapters/readiness/run-health-checks.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';

const SETTINGS = { everyMs: 10, timeoutMs: 30 };
let checks: RunningHealthChecks | undefined;

function watch(probe: () => Promise<CheckStatus>): Readiness {
  const readiness = createReadiness(['postgres']);
  const check: HealthCheck = { check: 'postgres', probe };
  checks = startHealthChecks(readiness, [check], SETTINGS);
  return readiness;
}

const reason = (readiness: Readiness): string | undefined => {
  const [check] = readiness.state().checks;
  return check?.status === 'ok' ? undefined : check?.reason;
};

describe('looking again and again', () => {
  beforeEach(() => void (checks = undefined));
  afterEach(() => checks?.stop());

  test('given a database that goes and comes back, when it is looked for, then readiness follows', async () => {
    let away = false;
    const readiness = watch(() =>
      away
        ? Promise.reject(new TidewaiterError('TDW_POSTGRES_UNAVAILABLE', '10.2.3.4:5432 refuses connections'))
        : Promise.resolve(OK),
    );
    await vi.waitUntil(() => readiness.state().ready);
    away = true;
    await vi.waitUntil(() => !readiness.state().ready);
    expect(reason(readiness)).toBe('TDW_POSTGRES_UNAVAILABLE: Postgres cannot be reached or did not answer in time.');
    away = false;
    await vi.waitUntil(() => readiness.state().ready);
  });

  test('given a question that hangs, when its time is up, then it fails, and it is not asked a second time meanwhile', async () => {
    let asked = 0;
    let answer = (_status: CheckStatus): void => undefined;
    const readiness = watch(() => {
      asked += 1;
      return new Promise((resolve) => (answer = resolve));
    });
    await vi.waitUntil(() => reason(readiness)?.startsWith('no answer'));
    expect(asked).toBe(1);
    answer(OK);
    await vi.waitUntil(() => asked === 2);
  });

  test('given an error that is not ours, when it is reported, then its text is not', async () => {
    const readiness = watch(() => Promise.reject(new RangeError('row of exporter GB123')));
    await vi.waitUntil(() => reason(readiness) === 'RangeError');
  });

  test('given a question that never comes to an end, when probing stops, then it stops', async () => {
    watch(() => new Promise(() => undefined));
    await checks!.stop();
  });
});
