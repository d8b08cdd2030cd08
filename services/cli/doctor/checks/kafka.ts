import type { Settings } from '../../../../config/settings.ts';
import { planTopics, type TopicChange } from '../../../adapters/kafka-admin/plan-topics.ts';
import { readTopics } from '../../../adapters/kafka-admin/read-topics.ts';
import { withAdmin } from '../../../adapters/kafka-admin/with-admin.ts';
import { composeCommandKafka } from '../../compose/kafka.ts';
import { composeTopics } from '../../compose/topics.ts';
import { describeChange } from '../../topics/describe-change.ts';
import { failure, fine, warning, type Check, type Diagnosis } from '../check.ts';

/** Whether every named broker answers by itself: one is enough to begin with, but not to fall back on. */
export function brokersCheck({ kafka }: Settings): Check {
  return {
    name: 'brokers',
    examine: async () => {
      const answers = await Promise.all(kafka.brokers.map((broker) => answersAlone(broker, kafka)));
      const silent = kafka.brokers.filter((_, index) => !answers[index]);
      if (silent.length === kafka.brokers.length) return failure(`none of ${kafka.brokers.join(', ')} answers`, 'Start the brokers, or correct kafka.brokers, kafka.ssl and kafka.sasl.');
      return silent.length === 0 ? fine(`${kafka.brokers.join(', ')} answer`) : warning(`${silent.join(', ')} do not answer`, 'Start them or take them out of kafka.brokers.');
    },
  };
}

async function answersAlone(broker: string, kafka: Settings['kafka']): Promise<boolean> {
  const client = await composeCommandKafka({ ...kafka, brokers: [broker] });
  return withAdmin(client, (admin) => admin.describeCluster()).then(() => true, () => false);
}

/** Whether all topics are there, with their settings. */
export function topicsCheck(settings: Settings): Check {
  return {
    name: 'topics',
    examine: async () => {
      const wanted = composeTopics(settings);
      const actual = await withAdmin(await composeCommandKafka(settings.kafka), (admin) => readTopics(admin, wanted.map(({ name }) => name)));
      return diagnose(planTopics(wanted, actual, 'keepPartitions'), wanted.length);
    },
  };
}

function diagnose(changes: readonly TopicChange[], topics: number): Diagnosis {
  if (changes.length === 0) return fine(`${topics} topics are there, with their settings`);
  const says = changes.map((change) => describeChange(change, 'planned')).join('; ');
  const todo = 'Run `tidewaiter topics apply`.';
  return changes.some((change) => change.kind === 'create') ? failure(says, todo) : warning(says, todo);
}
