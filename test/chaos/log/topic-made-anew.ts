import { setTimeout as pause } from 'node:timers/promises';
import { makeTopics } from '../../harness/make-ready.ts';
import type { LogBlow } from './log-blow.ts';

/** So long that processes meet a topic that is not there. */
const AWAY_MS = 5_000;

/** The topic is deleted while it is read, and made again some seconds later. */
export const topicMadeAnew: LogBlow = {
  what: 'topic deleted and made again',
  strike: async ({ scene, admin, topic, input }) => {
    await input.publish(240);
    await admin.deleteTopics({ topics: [topic] });
    await pause(AWAY_MS);
    await makeTopics(scene.client, scene.settings);
    input.madeAnew();
    await input.publish(240);
  },
};

/** The same without a pause: what is fetched next comes from another log. */
export const topicMadeAnewAtOnce: LogBlow = {
  what: 'topic deleted and made again at once',
  strike: async ({ scene, admin, topic, input }) => {
    await input.publish(240);
    await admin.deleteTopics({ topics: [topic] });
    await makeTopics(scene.client, scene.settings);
    input.madeAnew();
    await input.publish(600);
  },
};
