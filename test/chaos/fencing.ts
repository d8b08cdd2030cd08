import { setTimeout as pause } from 'node:timers/promises';
import { openPartitionWriter } from '../../services/adapters/kafka/stream/partition-writer.ts';
import { noCheckpoint } from '../../services/scoring/ports/stream.ts';
import { PRODUCE } from '../harness/holding-proxy.ts';
import { within } from '../harness/within.ts';
import type { Blow } from './blow.ts';
import { scoringGroup, untilAllAtWork } from './members.ts';
import type { Scene } from './scene.ts';

const STRIKE_WITHIN_MS = 60_000;
const FENCINGS = 5;
const BETWEEN_MS = 150;

/** A process is stopped with its records sent and its offsets not, others beside it: all that is open in any partition is aborted at once, then again and again. */
export const fenceWhileOpen: Blow = {
  what: 'fencing of all partitions while transactions are open, five times',
  kill: false,
  before: untilAllAtWork,
  strike: async ({ scene, scoring }) => {
    scoring.forEach((worker) => worker.give({ order: 'freezeAt', point: 'sent' }));
    await Promise.any(scoring.map((worker) => worker.frozen(STRIKE_WITHIN_MS)));
    scoring.forEach((worker) => worker.give({ order: 'none' }));
    for (let times = 0; times < FENCINGS; times += 1) {
      await fenceAll(scene);
      // All, and each time: one may have come to the point before it read that the order is off.
      scoring.forEach((worker) => worker.thaw());
      await pause(BETWEEN_MS);
    }
  },
};

/** Records that reach the broker when their transaction was aborted long ago and a successor is at work. */
export const lateProduce: Blow = {
  what: 'Produce held back past the abort of its transaction',
  kill: false,
  strike: async ({ scene }) => {
    const held = await within(STRIKE_WITHIN_MS, 'a Produce came to be held back', scene.kafkaWire.holdNext(PRODUCE));
    await fenceAll(scene);
    await pause(BETWEEN_MS);
    held.release();
  },
};

/** Takes every partition over as a successor would, which aborts what is open there, and leaves it again. */
async function fenceAll({ client, settings, topics }: Scene): Promise<void> {
  const admin = client.admin();
  await admin.connect();
  const partitions = Array.from({ length: settings.kafka.topics.partitions }, (_, partition) => partition);
  const { transactionTimeout: transactionTimeoutMs, compression } = settings.kafka;
  const writer = {
    groupId: scoringGroup(settings),
    topic: topics.declarations,
    transactionTimeoutMs,
    compression,
    maxSendBytes: settings.limits.outputBytes,
  };
  await Promise.all(
    partitions.map(async (partition) =>
      (await openPartitionWriter(client, admin, { ...writer, partition }, noCheckpoint)).close(),
    ),
  );
  await admin.disconnect();
}
