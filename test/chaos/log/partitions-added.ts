import type { LogBlow } from './log-blow.ts';

const ADDED = 2;

/** The topic gets more partitions while it is written: what goes there is answered too. */
export const partitionsAdded: LogBlow = {
  what: 'partitions added',
  strike: async ({ admin, topic, input }) => {
    await input.publish(240);
    const [found] = (await admin.fetchTopicMetadata({ topics: [topic] })).topics;
    await admin.createPartitions({ topicPartitions: [{ topic, count: found!.partitions.length + ADDED }] });
    await input.publish(240);
  },
};
