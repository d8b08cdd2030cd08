import { afterEach, describe, expect, test, vi } from 'vitest';
import { createKafka } from '../../../services/adapters/kafka/kafka-client.ts';
import { startAtLeastOnce } from '../../../services/adapters/kafka/stream/at-least-once.ts';
import type { ConsumerEvent } from '../../../services/adapters/kafka/stream/consumer-events.ts';
import { startExactlyOnce } from '../../../services/adapters/kafka/stream/exactly-once.ts';
import type { SupervisedConsumer } from '../../../services/adapters/kafka/stream/supervised-consumer.ts';
import type { InboundRecord } from '../../../services/scoring/ports/stream.ts';
import { kafkaForTests } from '../../harness/kafka-for-tests.ts';
import { type LogScene, numbered, PARTITIONS, setLogScene } from './log-scene.ts';

const kafka = kafkaForTests();
const client = createKafka({ brokers: kafka.brokers.split(','), clientId: kafka.prefix }, () => undefined);
const open: { stop(): Promise<void> }[] = [];

type Read = (
  scene: LogScene,
  handle?: (records: readonly InboundRecord[]) => Promise<void>,
) => Promise<SupervisedConsumer>;

const values = (records: readonly InboundRecord[]): string[] => records.map(({ value }) => String(value));
const observed =
  ({ events }: LogScene) =>
  (event: ConsumerEvent): void =>
    void events.push(event);

/** Answers nothing else than that a record was answered: with its transaction, or after it was handled. */
const exactlyOnce: Read = (scene, handle = () => Promise.resolve()) =>
  startExactlyOnce(
    client,
    scene.settings,
    (records) =>
      handle(records)
        .then(() => scene.answered.push(...values(records)))
        .then(() => []),
    { observe: observed(scene) },
  );
const atLeastOnce: Read = (scene, handle = () => Promise.resolve()) =>
  startAtLeastOnce(
    client,
    scene.settings,
    (records) => handle(records).then(() => void scene.answered.push(...values(records))),
    observed(scene),
  );

const gaps = ({ events }: LogScene): ConsumerEvent[] =>
  events.filter(({ kind }) => kind === 'recordsLost' || kind === 'logReplaced');

async function stage(): Promise<LogScene> {
  const scene = await setLogScene(kafka, client);
  open.push(scene);
  return scene;
}

describe.each([
  ['exactly once', exactlyOnce],
  ['at least once', atLeastOnce],
] as const)('a log that loses records while it is read %s', (name, read) => {
  afterEach(async () => {
    for (const opened of open.splice(0).reverse()) await opened.stop();
  });

  test('given a topic deleted under traffic and made again, then all that is published to the new one is answered, and where the old one was left is told', async () => {
    const scene = await stage();
    open.push(await read(scene));
    await scene.untilAnswered(await scene.publish(numbered('before', 300)));
    // An answer is seen before its transaction ends, and the last of them would be lost with the topic.
    await vi.waitFor(async () => expect(await scene.committed()).toEqual(['100', '100', '100']), { timeout: 20_000 });
    const traffic = publishOn(scene);
    open.push({ stop: async () => void (await traffic.end()) });
    await scene.admin.deleteTopics({ topics: [scene.topic] });
    await vi.waitFor(
      () => expect(scene.events.some(({ kind }) => kind === 'waiting' || kind === 'crashed')).toBe(true),
      { timeout: 60_000 },
    );
    await scene.makeTopic();
    const later = numbered('after', 60);
    await vi.waitFor(async () => expect(await scene.publish(later)).toEqual(later), { timeout: 20_000 });
    await scene.untilAnswered([...later, ...(await traffic.end())]);
    const replaced = gaps(scene).filter(({ kind }) => kind === 'logReplaced') as Extract<
      ConsumerEvent,
      { kind: 'logReplaced' }
    >[];
    expect([...new Set(replaced.map(({ partition }) => partition))].sort()).toEqual([0, 1, 2]);
    for (const { from, start } of replaced) expect([from >= 100n, start]).toEqual([true, 0n]);
    expect((await scene.committed()).filter((offset) => offset.startsWith('-'))).toEqual([]);
  });

  test('given records removed from the log before they were read, then exactly their range is told, and reading goes on behind it', async () => {
    const scene = await stage();
    const held = gate();
    open.push(await read(scene, () => held.passed), { stop: () => Promise.resolve(held.open()) });
    // In many requests, so that one fetch does not bring them all.
    const first = numbered('first', 300);
    for (let at = 0; at < first.length; at += 30) await scene.publish(first.slice(at, at + 30));
    await vi.waitFor(() => expect(held.waiting()).toBeGreaterThanOrEqual(1), { timeout: 20_000 });
    await scene.remove(1, 80);
    held.open();
    const later = await scene.publish(numbered('later', 30));
    await scene.untilAnswered(later);
    const told = gaps(scene);
    expect(told).toEqual([
      { kind: 'recordsLost', topic: scene.topic, partition: 1, from: expect.any(BigInt) as bigint, to: 80n },
    ]);
    const { from } = told[0] as Extract<ConsumerEvent, { kind: 'recordsLost' }>;
    // An answer is seen before its commit, and the taking over of a partition aborts what is open: what was committed counts,
    // and only whoever reads exactly once says what was.
    expect([committedBefore(scene, 1, 80n), undefined]).toContain(name === 'exactly once' ? from : undefined);
    const answered = new Set(scene.answered);
    const unanswered = first
      .map((value, index) => ({ value, partition: index % PARTITIONS, offset: BigInt(Math.floor(index / PARTITIONS)) }))
      .filter(({ value }) => !answered.has(value));
    expect(unanswered.filter(({ partition, offset }) => partition !== 1 || offset < from || offset >= 80n)).toEqual([]);
  });

  test('given records removed while nobody read, then a process that starts tells them first', async () => {
    const scene = await stage();
    const consumer = await read(scene);
    await scene.untilAnswered(await scene.publish(numbered('first', 30)));
    await consumer.stop();
    await scene.publish(numbered('unread', 60));
    await scene.remove(0, 25);
    open.push(await read(scene));
    await scene.untilAnswered(await scene.publish(numbered('later', 30)));
    expect(gaps(scene)).toEqual([{ kind: 'recordsLost', topic: scene.topic, partition: 0, from: 10n, to: 25n }]);
  });

  test('given a group that an earlier release left at -2, then it reads from the beginning', async () => {
    const scene = await stage();
    const sent = await scene.publish(numbered('first', 30));
    await scene.admin.setOffsets({
      groupId: scene.settings.groupId,
      topic: scene.topic,
      partitions: [{ partition: 0, offset: '-2' }],
    });
    open.push(await read(scene));
    await scene.untilAnswered(sent);
    await vi.waitFor(async () => expect(await scene.committed()).toEqual(['10', '10', '10']), { timeout: 20_000 });
    expect(gaps(scene)).toEqual([]);
  });

  test('given partitions that are added, then they are read within the metadata age', async () => {
    const scene = await stage();
    open.push(await read(scene));
    await scene.untilAnswered(await scene.publish(numbered('first', 30)));
    await scene.admin.createPartitions({ topicPartitions: [{ topic: scene.topic, count: PARTITIONS + 2 }] });
    const producer = client.producer();
    await producer.connect();
    await vi.waitFor(
      () =>
        producer.send({
          topic: scene.topic,
          messages: [3, 4].map((partition) => ({ partition, value: `new ${partition}` })),
        }),
      { timeout: 10_000 },
    );
    await producer.disconnect();
    await scene.untilAnswered(['new 3', 'new 4'], 15_000);
  });

  test('given a sender whose transactions end in marks, one of them aborted, then what is committed reaches the end of the log', async () => {
    const scene = await stage();
    open.push(await read(scene));
    const producer = client.producer({
      transactionalId: `${scene.topic}-sender`,
      idempotent: true,
      maxInFlightRequests: 1,
    });
    await producer.connect();
    for (const [value, end] of [
      ['kept', 'commit'],
      ['withdrawn', 'abort'],
    ] as const) {
      const transaction = await producer.transaction();
      await transaction.send({ topic: scene.topic, messages: [{ partition: 2, value }] });
      await transaction[end]();
    }
    await producer.disconnect();
    await scene.untilAnswered(['kept']);
    await vi.waitFor(async () => expect((await scene.committed())[2]).toBe('4'), { timeout: 10_000 });
    expect(scene.answered).toEqual(['kept']);
  });
});

/** How far a partition was committed before an offset. */
function committedBefore({ events }: LogScene, partition: number, offset: bigint): bigint {
  const places = events.flatMap((event) =>
    event.kind === 'committed' && event.partition === partition && event.next < offset ? [event.next] : [],
  );
  return places.at(-1) ?? 0n;
}

/** Holds whoever passes until it is opened. */
function gate(): { readonly passed: Promise<void>; waiting(): number; open(): void } {
  let [waiting, release] = [0, (): void => undefined];
  const opened = new Promise<void>((resolve) => (release = resolve));
  return {
    get passed() {
      waiting += 1;
      return opened;
    },
    waiting: () => waiting,
    open: () => release(),
  };
}

/** Publishes without pause; `end` stops and answers with what the broker took after the topic was made again. */
function publishOn(scene: LogScene): { end(): Promise<readonly string[]> } {
  let [going, failed] = [true, false];
  const taken: string[] = [];
  const publishing = (async () => {
    for (let turn = 0; going; turn += 1) {
      const sent = await scene.publish(numbered(`traffic ${turn}`, 6));
      if (sent.length === 0) failed = true;
      else if (failed) taken.push(...sent);
    }
  })();
  return {
    end: async () => {
      going = false;
      await publishing;
      return taken;
    },
  };
}
