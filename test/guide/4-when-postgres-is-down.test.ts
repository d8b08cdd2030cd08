import { afterAll, expect, test, vi } from 'vitest';
import { createLog } from '../../services/adapters/logging/create-log.ts';
import { generateTrade } from '../../services/generator/generate-trade.ts';
import { startServices } from '../../services/runtime/start-services.ts';
import { day } from '../harness/checked.ts';
import { readTopic } from '../harness/read-topic.ts';
import { streamForTests } from '../harness/stream-for-tests.ts';
import { openTcpProxy } from '../harness/tcp-proxy.ts';

// Chapter 4: what happens when Postgres is down.
//
// The stream asks Postgres for licences, histories and earlier versions, and keeps there which record speaks for an event. Without it
// nothing can be judged. So nothing is: the stream waits, and goes on by itself. This runs on a real broker and a real database.

const stream = await streamForTests({
  TIDEWAITER_AUTHORITY_COUNTRY: 'US',
  TIDEWAITER_AUTHORITY_CURRENCY: 'USD',
  TIDEWAITER_AUTHORITY_TIME_ZONE: 'America/New_York',
  TIDEWAITER_KAFKA_BACKOFF_MOST: '500 ms',
  TIDEWAITER_POSTGRES_POOL_CONNECTION_TIMEOUT: '2 s',
});
const events = [...generateTrade({ seed: 4, declarations: 60, from: day('2026-03-02'), authorityCountry: 'US' })].map(
  ({ event }) => event,
);
const [before, during] = [events.slice(0, 30), events.slice(30)];

// The services reach Postgres by a wire of ours, which can be cut.
const address = new URL(stream.settings.postgres.url!);
const wire = await openTcpProxy(Number(address.port));
address.port = String(wire.port);
const settings = { ...stream.settings, postgres: { ...stream.settings.postgres, url: address.href } };

// What the services say of themselves. A process turns it into metrics, log lines and /readyz; here it is a list.
const told: string[] = [];
const log = createLog('silent');

const services = await startServices(settings, {
  log,
  observe: (event) => event.kind === 'consumer' && told.push(`${event.service} ${event.event.kind}`),
  now: Date.now,
});
const read = (topic: string) => readTopic(stream.kafka.client(), topic);
const [assessments, deadLetters] = await Promise.all([
  read(stream.topics.assessments),
  read(stream.topics.deadLetters),
]);
afterAll(async () => {
  wire.mend();
  await services.stop();
  await Promise.all([assessments.stop(), deadLetters.stop(), stream.database.close()]);
  await wire.close();
});

const answered = (): string[] =>
  assessments.messages.map(({ value }) => stream.codecs.assessment.decode(value!).eventId);
const idsOf = (some: typeof events): string[] => some.map(({ eventId }) => eventId);

test('the stream waits, loses nothing, and goes on by itself', async () => {
  // All is well: what is published is answered.
  await stream.publish(before);
  await assessments.until((messages) => messages.length >= before.length);

  // Postgres is gone, and declarations keep coming. The partitions that have work stand still and say that they wait; they stay
  // members of their group, so nobody else is given the same work to fail at.
  told.length = 0;
  wire.cut();
  await stream.publish(during);
  await vi.waitFor(() => expect(told).toContain('scoring waiting'), { timeout: 60_000 });

  // Nothing was judged on missing facts, nothing was skipped, and nothing became a dead letter: it is not the declarations' fault.
  expect(new Set(answered())).toEqual(new Set(idsOf(before)));
  expect(deadLetters.messages).toEqual([]);

  // Postgres is back. Nobody has to do anything.
  wire.mend();
  await assessments.until((messages) => messages.length >= events.length);
  expect(told).toContain('scoring resumed');

  // Each event was answered exactly once, the first ones not again.
  expect(answered().sort()).toEqual(idsOf(events).sort());
  expect(deadLetters.messages).toEqual([]);
});

test('and each assessment is on record once', async () => {
  const count = async (): Promise<number> =>
    Number((await stream.database.query<{ count: string }>('SELECT count(*) FROM assessments'))[0]!.count);
  await vi.waitFor(async () => expect(await count()).toBe(events.length), { timeout: 60_000, interval: 100 });
});

// Meanwhile the customs system keeps the goods: no answer is never a release. What its people do until the stream is back stands in
// infra/RUNBOOK.md, "When the stream is down"; that nothing is lost when processes die as well is proven by `npm run chaos`.
