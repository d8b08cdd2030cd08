import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readToEnd } from '../../../services/adapters/kafka/stream/read-to-end.ts';
import { createLog } from '../../../services/adapters/logging/create-log.ts';
import { importLicences } from '../../../services/adapters/postgres/licence-store.ts';
import { generateLicences, generateTrade } from '../../../services/generator/generate-trade.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { instantOf } from '../../../services/risk/declaration/instant.ts';
import { eventIdOf } from '../../../services/risk/identity/derived-ids.ts';
import { type RunningServices, startServices } from '../../../services/runtime/start-services.ts';
import type { Codec } from '../../../services/scoring/ports/codecs.ts';
import { day } from '../../harness/checked.ts';
import { streamForTests } from '../../harness/stream-for-tests.ts';

const SEED = 7;
const DECLARATIONS = 300;
const stream = await streamForTests({ TIDEWAITER_HTTP_PORT: '0' });
const declared = [
  ...generateTrade({ seed: SEED, declarations: DECLARATIONS, from: day('2026-11-02'), authorityCountry: 'US' }),
].map(({ event }) => event);
/** As customs systems cancel: by the number of the declaration, without its goods. */
const cancellations = declared
  .filter(({ eventType }) => eventType === 'lodged')
  .map((event) => {
    const identity = {
      declarationId: event.declarationId,
      eventType: 'cancelled',
      version: event.version,
      cause: 'withdrawn',
    } as const;
    return {
      ...identity,
      eventId: eventIdOf(identity),
      completeness: 'whole',
      otherElements: [],
      authorisationHolders: [],
      additionalDocuments: [],
      additionalInformations: [],
      amendments: [],
      currencyExchanges: [],
      obligationGuarantees: [],
      goodsItems: [],
    } satisfies DeclarationEvent;
  });
const events: readonly DeclarationEvent[] = [...declared, ...cancellations];
const promtool = spawnSync('promtool', ['--version']).error === undefined;

/** Every identifier of a declaration and every name of a party or a ship in it. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && ['declarationId', 'eventId', 'functionalReferenceId', 'name'].includes(key)
      ? [inner]
      : namesIn(inner),
  );
}

/** How often each combination of labels is there. */
function tally<T>(
  all: readonly T[],
  labelsOf: (one: T) => readonly string[],
  times: (one: T) => number = () => 1,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of all) counts[labelsOf(one).join(' ')] = (counts[labelsOf(one).join(' ')] ?? 0) + times(one);
  return counts;
}

/** Everything that `tidewaiter run` puts together, on the real servers. */
describe('a running process, seen from outside', () => {
  let services: RunningServices;

  const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${services.port}${path}`);
  const metrics = async (): Promise<string> => (await get('/metrics')).text();
  /** Sum over all series of a metric whose labels hold the text. */
  const sum = async (name: string, labels = ''): Promise<number> =>
    (await metrics())
      .split('\n')
      .filter((line) => new RegExp(`^${name}[{ ]`).test(line) && line.includes(labels))
      .reduce((total, line) => total + Number(line.split(' ').at(-1)), 0);

  /** Everything that committed readers see on a topic. */
  const sent = async <T>(
    topic: 'referrals' | 'assessments' | 'deadLetters',
    codec: Codec<T>,
  ): Promise<readonly T[]> => {
    const values: T[] = [];
    await readToEnd(
      stream.kafka.client(),
      { topic: stream.topics[topic], groupPrefix: stream.kafka.prefix },
      ({ value }) => values.push(codec.decode(value!)),
    );
    return values;
  };
  /** The series of a counter that counted anything, added up by some of its labels. */
  const counted = async (name: string, labels: readonly string[]): Promise<Record<string, number>> => {
    const lines = (await metrics()).split('\n').filter((line) => line.startsWith(`${name}{`) && !line.endsWith(' 0'));
    return tally(
      lines,
      (line) => labels.map((label) => new RegExp(`[{,]${label}="([^"]*)"`).exec(line)?.[1] ?? ''),
      (line) => Number(line.split(' ').at(-1)),
    );
  };

  beforeAll(async () => {
    await importLicences(stream.database, generateLicences(SEED), 'generator', instantOf(Date.now()));
    await stream.publish([...events, events[0]!, { key: 'broken', value: Buffer.from('no Avro') }]);
    services = await startServices(stream.settings, { log: createLog('silent'), now: Date.now, health: 'served' });
    await vi.waitFor(async () => expect(await sum('tidewaiter_declarations_total')).toBe(events.length), {
      timeout: 90_000,
      interval: 200,
    });
  });

  afterAll(async () => {
    await services.stop();
  });

  test('given declarations that were answered, then each is counted once, by lane, with all that was found on its way', async () => {
    expect(await sum('tidewaiter_answer_seconds_count')).toBe(events.length);
    expect(await sum('tidewaiter_items_total')).toBe(
      events.reduce((total, { goodsItems }) => total + goodsItems.length, 0),
    );
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

  test('given all that was sent, then the counters say what is on the topics: referrals by kind and lane, assessments by lane, dead letters by code', async () => {
    await vi.waitFor(async () => expect(await sum('tidewaiter_dead_letters_total')).toBe(1), {
      timeout: 30_000,
      interval: 200,
    });
    const [referrals, assessments, letters] = await Promise.all([
      sent('referrals', stream.codecs.referral),
      sent('assessments', stream.codecs.assessment),
      sent('deadLetters', stream.codecs.deadLetter),
    ]);
    expect(await counted('tidewaiter_referrals_total', ['kind', 'lane'])).toEqual(
      tally(referrals, ({ kind, lane }) => [kind, lane]),
    );
    expect(await counted('tidewaiter_declarations_total', ['kind', 'lane'])).toEqual(
      tally(assessments, ({ kind, lane = 'none' }) => [kind, lane]),
    );
    expect(await counted('tidewaiter_dead_letters_total', ['code'])).toEqual(tally(letters, ({ code }) => [code]));
    expect(new Set(referrals.map(({ kind }) => kind))).toEqual(
      new Set(['assessed', 'cancelledAfterReferral', 'notAssessed']),
    );
  });

  test('given cancellations of what was referred, then each says which case it was, with lane, office and goods', async () => {
    const cancelled = (await sent('referrals', stream.codecs.referral)).filter(
      ({ kind }) => kind === 'cancelledAfterReferral',
    );
    expect(cancelled.length).toBeGreaterThan(0);
    for (const referral of cancelled) {
      expect(referral).toMatchObject({
        earlierReferralId: expect.any(String) as string,
        officeId: expect.any(String) as string,
        deadline: expect.any(String) as string,
      });
      expect(referral.items.length).toBeGreaterThan(0);
      expect(referral.findings).toMatchObject([{ id: 'cancelled-after-referral', result: 'hit' }]);
    }
  });

  test('given that all is answered, when audit has caught up, then nothing waits and nobody conflicts', async () => {
    await vi.waitFor(
      async () =>
        expect(await sum('tidewaiter_audit_records_total', 'kind="assessment",result="written"')).toBe(events.length),
      { timeout: 60_000, interval: 200 },
    );
    await vi.waitFor(async () => expect(await sum('tidewaiter_consumer_lag_records', 'scoring')).toBe(0), {
      timeout: 30_000,
      interval: 200,
    });
    // How far audit has come is asked of the brokers every few seconds.
    await vi.waitFor(async () => expect(await sum('tidewaiter_oldest_unanswered_seconds')).toBe(0), {
      timeout: 30_000,
      interval: 200,
    });
    expect(await sum('tidewaiter_audit_records_total', 'conflicting')).toBe(0);
  });

  test('given a process that has all it needs, then it is ready, and the versions of what it judges by are told', async () => {
    await vi.waitFor(async () => expect(await (await get('/readyz')).json()).toMatchObject({ ready: true }), {
      timeout: 30_000,
      interval: 200,
    });
    expect(await metrics()).toMatch(
      /tidewaiter_build_info\{version="[^"]+",engine="[^"]+",policy="[0-9a-f]{12}",node="v/,
    );
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

  test.skipIf(!promtool)(
    'given promtool (skipped where it is not on the path), when it reads the metrics, then names, units and help are as they should be',
    async () => {
      const own = (await metrics()).split('\n').filter((line) => line.includes('tidewaiter_'));
      const checked = spawnSync('promtool', ['check', 'metrics'], { input: `${own.join('\n')}\n`, encoding: 'utf8' });
      expect(checked.status, checked.stderr).toBe(0);
    },
  );
});
