import { describe, expect, test } from 'vitest';
import type { ConsumerEvent } from '../../../services/adapters/kafka/stream/consumer-events.ts';
import { consumerCheck } from '../../../services/adapters/readiness/consumer-check.ts';
import { referenceCheck } from '../../../services/adapters/readiness/health-checks.ts';
import { licenceRegisterStatus } from '../../../services/adapters/readiness/licence-register.ts';
import { createReadiness, degraded, failing, OK } from '../../../services/adapters/readiness/readiness.ts';
import type { Day } from '../../../services/risk/declaration/day.ts';
import { TidewaiterError } from '../../../services/risk/failure/tidewaiter-error.ts';
import { day } from '../../harness/checked.ts';

const DAY = 86_400_000;
const LIMITS = {
  tariff: 45 * DAY,
  nomenclature: 400 * DAY,
  exchangeRates: 40 * DAY,
  usualRatios: 400 * DAY,
  licences: DAY,
};
const NOW = Date.parse('2026-11-22T08:00:00Z');

describe('ready is what was looked for and found', () => {
  test('given checks that nobody has made yet, when asked, then the process is not ready', () => {
    expect(createReadiness(['kafka']).state()).toEqual({
      ready: false,
      checks: [{ check: 'kafka', status: 'failing', reason: 'not looked for yet' }],
    });
  });

  test('given one check of two that fails, when asked, then the process is not ready and says why', () => {
    const readiness = createReadiness(['kafka', 'postgres']);
    readiness.report('kafka', OK);
    readiness.report('postgres', failing('no answer within 2000 ms'));
    expect(readiness.state()).toMatchObject({
      ready: false,
      checks: [{ status: 'ok' }, { check: 'postgres', reason: 'no answer within 2000 ms' }],
    });
  });

  test('given something that works but should be looked at, when asked, then the process is ready and says so', () => {
    const readiness = createReadiness(['reference']);
    readiness.report('reference', degraded('old: tariff/US of 2025-01-01'));
    expect(readiness.state()).toMatchObject({ ready: true, checks: [{ status: 'degraded' }] });
  });

  test('given a name that is no check, when it is reported, then that is a mistake in the program', () => {
    expect(() => createReadiness(['kafka']).report('kaffka', OK)).toThrow('kaffka');
  });
});

describe('a consumer is ready while it works', () => {
  const waiting = (partition: number): ConsumerEvent => ({
    kind: 'waiting',
    topic: 't',
    partition,
    attempt: 1,
    error: new TidewaiterError('TDW_POSTGRES_UNAVAILABLE', 'away'),
  });
  const resumed = (partition: number): ConsumerEvent => ({ kind: 'resumed', topic: 't', partition });

  function follow(...events: readonly ConsumerEvent[]): string {
    const readiness = createReadiness(['scoring']);
    const tell = consumerCheck(readiness, 'scoring');
    events.forEach(tell);
    const [check] = readiness.state().checks;
    return check!.status === 'ok' ? 'ok' : `${check!.status}: ${check!.reason}`;
  }

  const joined: ConsumerEvent = { kind: 'joined', partitions: [] };

  test('given a member of the group, even one without partitions, then it is ready', () =>
    expect(follow(joined)).toBe('ok'));
  test('given a rebalance, then it is not until it has joined', () => {
    expect(follow(joined, { kind: 'rebalancing' })).toMatch(/^failing/);
    expect(follow(joined, { kind: 'rebalancing' }, joined)).toBe('ok');
  });
  test('given two partitions that wait, when one resumes, then it is not ready, and why has a code', () => {
    expect(follow(joined, waiting(0), waiting(1), resumed(0))).toBe(
      'failing: 2 partitions wait: TDW_POSTGRES_UNAVAILABLE',
    );
    expect(follow(joined, waiting(0), waiting(1), resumed(0), resumed(1))).toBe('ok');
  });
  test("given a crash, when the error is a library's, then only its kind is told, as its text may hold anything", () => {
    expect(follow(joined, { kind: 'crashed', error: new RangeError('exporter GB123') })).toBe(
      'failing: lost its group: RangeError',
    );
  });
});

describe('the licence register', () => {
  const statusOf = (loadedAt: number | undefined, licenceRegister: 'expected' | 'none' = 'expected'): unknown =>
    licenceRegisterStatus(loadedAt, { licenceRegister, oldAfter: LIMITS }, NOW);

  test('given one that is expected and was never loaded, then it fails', () =>
    expect(statusOf(undefined)).toMatchObject({ status: 'failing' }));
  test('given an authority that has none, then its absence is no fault', () =>
    expect(statusOf(undefined, 'none')).toEqual(OK));
  test('given one that was loaded, then its age tells', () => {
    expect(statusOf(NOW - DAY / 2)).toEqual(OK);
    expect(statusOf(NOW - 2 * DAY)).toEqual(degraded('the licence register was loaded 48 h ago'));
  });
});

describe('reference data', () => {
  const probe = (
    sourceDays: Readonly<Record<string, Day>> | undefined,
  ): ReturnType<ReturnType<typeof referenceCheck>['probe']> =>
    referenceCheck({
      reference: () => (sourceDays ? { sourceDays } : undefined),
      required: ['nomenclature', 'tariff/US'],
      limits: LIMITS,
      now: () => NOW,
    }).probe();

  test('given nothing loaded, or a set that is missing, then it fails by name', async () => {
    expect(await probe(undefined)).toEqual(failing('not loaded: nomenclature, tariff/US'));
    expect(await probe({ nomenclature: day('2026-01-01') })).toEqual(failing('not loaded: tariff/US'));
  });
  test('given a tariff older than its limit, then it is degraded by name and day', async () => {
    expect(
      await probe({ nomenclature: day('2026-01-01'), 'tariff/US': day('2026-10-01'), geography: day('1999-01-01') }),
    ).toEqual(degraded('old: tariff/US of 2026-10-01'));
  });
  test('given all that is needed, fresh, then it is ready', async () =>
    expect(await probe({ nomenclature: day('2026-01-01'), 'tariff/US': day('2026-11-01') })).toEqual(OK));
});
