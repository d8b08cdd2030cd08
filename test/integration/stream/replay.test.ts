import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { importLicences } from '../../../services/adapters/postgres/licence-store.ts';
import { generateLicences, generateTrade } from '../../../services/generator/generate-trade.ts';
import type { AssessmentJson } from '../../../services/risk/audience/assessment-json.ts';
import { TIERS } from '../../../services/risk/findings/finding.ts';
import type { Referral } from '../../../services/risk/messages/referral.ts';
import { day, instant } from '../../harness/checked.ts';
import { readTopic } from '../../harness/read-topic.ts';
import { streamForTests } from '../../harness/stream-for-tests.ts';

const AUTHORITY = {
  TIDEWAITER_AUTHORITY_COUNTRY: 'US',
  TIDEWAITER_AUTHORITY_CURRENCY: 'USD',
  TIDEWAITER_AUTHORITY_TIME_ZONE: 'America/New_York',
};
const ROOT = join(import.meta.dirname, '../../..');
const stream = await streamForTests(AUTHORITY);
const events = [
  ...generateTrade({ seed: 11, declarations: 1_000, from: day('2026-03-02'), authorityCountry: 'US' }),
].map(({ event }) => event);

interface Ran {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
}

/** A command on what is on record, in a process of its own, with another country's tariff and an empty policy folder: it must need neither. */
async function tidewaiter(...words: readonly string[]): Promise<Ran> {
  const env = {
    ...process.env,
    ...stream.variables,
    TIDEWAITER_AUTHORITY_COUNTRY: 'GB',
    TIDEWAITER_POLICY_DIR: join(ROOT, 'infra'),
  };
  const run = promisify(execFile)(process.execPath, [join(ROOT, 'dist/services/cli/main.js'), ...words], {
    env,
    maxBuffer: 1e8,
  });
  const { code, stdout } = await run.then(
    ({ stdout: out }) => ({ code: 0, stdout: out }),
    (error: { code: number; stdout: string }) => error,
  );
  return {
    code,
    lines: stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

const replay = (...options: readonly string[]): Promise<Ran> => tidewaiter('replay', '--json', ...options);

const counted = async (): Promise<number> =>
  Number((await stream.database.query<{ count: string }>('SELECT count(*) FROM assessments'))[0]!.count);

/** What an inspector was told at the time. */
const referrals: Referral[] = [];

interface Reasoned {
  readonly findings: readonly { readonly id: string; readonly reason: string }[];
}

const reasonsIn = ({ findings, items }: Reasoned & { readonly items: readonly Reasoned[] }): readonly string[] =>
  [...findings, ...items.flatMap((item) => item.findings)].map(({ id, reason }) => `${id}: ${reason}`);

beforeAll(async () => {
  const topic = await readTopic(stream.kafka.client(), stream.topics.referrals);
  await importLicences(stream.database, generateLicences(11), 'test', instant('2026-03-01T00:00:00Z'));
  await stream.publish(events);
  const services = await stream.start();
  await vi.waitFor(async () => expect(await counted()).toBe(events.length), { timeout: 90_000, interval: 200 });
  await services.stop();
  await topic.stop();
  referrals.push(...topic.messages.map(({ value }) => stream.codecs.referral.decode(value!)));
});
afterAll(() => stream.database.close());

describe('a decision made again', () => {
  test('given a thousand recorded assessments, when history, licences, tariff and policy have changed, then a fresh process makes each again to the last byte', async () => {
    await stream.database.query('UPDATE trader_history SET declarations = declarations + 1000');
    await stream.database.query("UPDATE licences SET status = 'revoked'");
    expect(await replay()).toEqual({ code: 0, lines: [{ replayed: events.length, different: 0 }] });
  });

  test('given the models are asked again about the recorded facts, then each answer is as it was recorded', async () => {
    const items = events.reduce((sum, { goodsItems }) => sum + goodsItems.length, 0);
    const { code, lines } = await replay('--models');
    const { models } = lines.at(-1) as { models: { answers: number; different: number; unavailable: number } };
    expect({ code, lines: lines.length, ...models }).toMatchObject({ code: 0, lines: 1, different: 0, unavailable: 0 });
    expect(models.answers).toBeGreaterThanOrEqual(items);
  });

  test('given a declaration on record, when it is shown, then each tier reads its reasons as they were given, and the access is on record', async () => {
    const [{ id }] = (await stream.database.query<{ id: string }>(
      "SELECT declaration_id AS id FROM assessments WHERE lane = 'red' ORDER BY 1 LIMIT 1",
    )) as [{ id: string }];
    const [referral] = referrals.filter(({ declarationId }) => declarationId === id);
    const shown = async (tier: string): Promise<AssessmentJson> =>
      (await tidewaiter('assessments', 'show', id, '--json', '--tier', tier, '--by', 'officer-7')).lines[0] as never;
    const [analyst, inspector, trader] = [await shown('analyst'), await shown('inspector'), await shown('trader')];
    expect(reasonsIn(inspector)).toEqual(reasonsIn(referral!));
    expect(reasonsIn(analyst).length).toBeGreaterThanOrEqual(reasonsIn(inspector).length);
    expect(analyst.missed!.length).toBeGreaterThan(10);
    expect(trader).not.toHaveProperty('score');
    expect((await tidewaiter('assessments', 'show', 'nobody', '--json')).code).toBe(1);
    const accesses = await stream.database.query('SELECT who, command FROM accesses WHERE subject = $1', [id]);
    expect(accesses).toEqual(TIERS.map((tier) => ({ who: 'officer-7', command: `assessments show --tier ${tier}` })));
  });

  test('given one altered fact, when replayed, then it is found; also where its hash was altered with it', async () => {
    const altering = `replace(facts, '"timeZone":"America/New_York"', '"timeZone":"America/Chicago"')`;
    const firstRow = '(SELECT min(assessment_id::text)::uuid FROM assessments)';
    const lastRow = '(SELECT max(assessment_id::text)::uuid FROM assessments)';
    await stream.database.query(`UPDATE assessments SET facts = ${altering} WHERE assessment_id = ${firstRow}`);
    const altered = await replay();
    expect(altered.code).toBe(1);
    expect(altered.lines).toMatchObject([{ kind: 'factsAltered' }, { replayed: events.length, different: 1 }]);
    const forging = `replace(facts, '"arrivedAt":"2', '"arrivedAt":"1')`;
    await stream.database.query(
      `UPDATE assessments SET facts = ${forging}, facts_hash = encode(sha256(event || convert_to(${forging}, 'UTF8')), 'hex') WHERE assessment_id = ${lastRow}`,
    );
    const forged = await replay();
    expect(forged.lines).toMatchObject([
      { kind: expect.any(String) as string },
      { kind: expect.any(String) as string },
      { different: 2 },
    ]);
    expect(forged.lines).toContainEqual(expect.objectContaining({ kind: 'differs' }));
  });
});
