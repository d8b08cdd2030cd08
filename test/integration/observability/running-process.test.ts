import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { generateLicences, generateTrade } from '../../../infra/demo/generator/generate-trade.ts';
import { createLog } from '../../../services/adapters/logging/create-log.ts';
import { importLicences } from '../../../services/adapters/postgres/licence-store.ts';
import { startObservation, type Observation } from '../../../services/cli/run/observation.ts';
import { composeParts, type Parts } from '../../../services/cli/run/parts.ts';
import { startConsumers, type RunningServices } from '../../../services/cli/run/services.ts';
import { SERVICES } from '../../../services/cli/run/watch.ts';
import { streamForTests } from '../../harness/stream-for-tests.ts';

const SEED = 7;
const DECLARATIONS = 300;
const stream = await streamForTests({ TIDEWAITER_HTTP_PORT: '0' });
const events = [...generateTrade({ seed: SEED, declarations: DECLARATIONS, from: '2026-11-02', authorityCountry: 'US' })].map(({ event }) => event);
const promtool = spawnSync('promtool', ['--version']).error === undefined;

/** Every identifier of a declaration and every name of a party or a ship in it. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'string' && ['declarationId', 'eventId', 'functionalReferenceId', 'name'].includes(key) ? [inner] : namesIn(inner)));
}

/** Everything that `tidewaiter run` puts together, on the real servers. */
describe('a running process, seen from outside', () => {
  let parts: Parts;
  let observation: Observation;
  let consumers: RunningServices;

  const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${observation.port}${path}`);
  const metrics = async (): Promise<string> => (await get('/metrics')).text();
  /** Sum over all series of a metric whose labels hold the text. */
  const sum = async (name: string, labels = ''): Promise<number> =>
    (await metrics()).split('\n').filter((line) => new RegExp(`^${name}[{ ]`).test(line) && line.includes(labels)).reduce((total, line) => total + Number(line.split(' ').at(-1)), 0);

  beforeAll(async () => {
    await importLicences(stream.database, generateLicences(SEED), 'generator', new Date().toISOString());
    await stream.publish([...events, events[0]!, { key: 'broken', value: Buffer.from('no Avro') }]);
    parts = await composeParts(stream.settings, SERVICES, createLog('silent'));
    observation = await startObservation(parts, Date.now, createLog('silent'));
    consumers = await startConsumers(parts, { watch: observation.watch, now: Date.now });
    await vi.waitFor(async () => expect(await sum('tidewaiter_declarations_total')).toBe(events.length), { timeout: 90_000, interval: 200 });
  });

  afterAll(async () => {
    await consumers.stop();
    await observation.stop();
    await parts.database.close();
  });

  test('given declarations that were answered, then each is counted once, by lane, with all that was found on its way', async () => {
    expect(await sum('tidewaiter_answer_seconds_count')).toBe(events.length);
    expect(await sum('tidewaiter_items_total')).toBe(events.reduce((total, { goodsItems }) => total + goodsItems.length, 0));
    expect(await sum('tidewaiter_referrals_total')).toBeGreaterThan(0);
    expect(await sum('tidewaiter_findings_total', 'result="hit"')).toBeGreaterThan(0);
    expect(await sum('tidewaiter_findings_total', 'rule="other"')).toBe(0);
    expect(await sum('tidewaiter_model_answers_total', 'model="other"')).toBe(0);
    expect(await sum('tidewaiter_model_answers_total', 'status="ok"')).toBeGreaterThan(0);
    expect(await sum('tidewaiter_transactions_total', 'committed')).toBeGreaterThan(0);
  });

  test('given a repeat and a record that is no Avro among them, then one is skipped and one is a dead letter', async () => {
    expect(await sum('tidewaiter_records_skipped_total', 'duplicate')).toBe(1);
    expect(await sum('tidewaiter_dead_letters_total')).toBe(1);
    expect(await sum('tidewaiter_dead_letters_total', 'TDW_AVRO_NOT_AVRO')).toBe(1);
  });

  test('given that all is answered, when audit has caught up, then nothing waits and nobody conflicts', async () => {
    await vi.waitFor(async () => expect(await sum('tidewaiter_audit_records_total', 'kind="assessment",result="written"')).toBe(events.length), { timeout: 60_000, interval: 200 });
    await vi.waitFor(async () => expect(await sum('tidewaiter_consumer_lag_records', 'scoring')).toBe(0), { timeout: 30_000, interval: 200 });
    expect(await sum('tidewaiter_oldest_unanswered_seconds')).toBe(0);
    expect(await sum('tidewaiter_audit_records_total', 'conflicting')).toBe(0);
  });

  test('given a process that has all it needs, then it is ready, and the versions of what it judges by are told', async () => {
    await vi.waitFor(async () => expect(await (await get('/readyz')).json()).toMatchObject({ ready: true }), { timeout: 30_000, interval: 200 });
    expect(await metrics()).toMatch(/tidewaiter_build_info\{version="[^"]+",engine="[^"]+",policy="[0-9a-f]{12}",node="v/);
    expect(await sum('tidewaiter_reference_info')).toBeGreaterThanOrEqual(6);
    expect(await sum('tidewaiter_reference_age_seconds', 'licences')).toBeLessThan(600);
  });

  test('given everything that is exposed, then no label holds a declaration, a trader or a partition', async () => {
    const text = await metrics();
    const said = events.flatMap((event) => namesIn(event));
    expect(said.length).toBeGreaterThan(3 * events.length);
    expect([...new Set(said)].filter((name) => text.includes(`"${name}"`))).toEqual([]);
    expect(text).not.toContain('partition=');
    expect(text.split('\n').length, 'series of one process').toBeLessThan(2_500);
  });

  test.skipIf(!promtool)('given promtool (skipped where it is not on the path), when it reads the metrics, then names, units and help are as they should be', async () => {
    const own = (await metrics()).split('\n').filter((line) => line.includes('tidewaiter_'));
    const checked = spawnSync('promtool', ['check', 'metrics'], { input: `${own.join('\n')}\n`, encoding: 'utf8' });
    expect(checked.status, checked.stderr).toBe(0);
  });
});
