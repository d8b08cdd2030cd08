import type { Settings } from '../../../../../config/settings.ts';
import { planTopics, type TopicChange } from '../../../../adapters/kafka/admin/plan-topics.ts';
import { readTopics } from '../../../../adapters/kafka/admin/read-topics.ts';
import { withAdmin } from '../../../../adapters/kafka/with-admin.ts';
import type { TidewaiterError } from '../../../../risk/failure/tidewaiter-error.ts';
import { composeCommandKafka } from '../../../../runtime/compose/kafka.ts';
import { composeTopics } from '../../../../runtime/compose/topics.ts';
import { asTidewaiterError } from '../../../exit/report-error.ts';
import { describeChange } from '../../topics/describe-change.ts';
import { type Check, type Diagnosis, failure, fine, warning } from './check.ts';

/** Whether every named broker answers by itself: one is enough to begin with, but not to fall back on. */
export function brokersCheck({ kafka }: Settings): Check {
  return {
    name: 'brokers',
    examine: async () => {
      const failures = await Promise.all(kafka.brokers.map((broker) => failureAlone(broker, kafka)));
      const silent = kafka.brokers.filter((_, index) => failures[index] !== undefined);
      const [first] = failures.flatMap((error) => error ?? []);
      if (first === undefined) return fine(`${kafka.brokers.join(', ')} answer`);
      if (silent.length === kafka.brokers.length)
        return failure(`none of ${silent.join(', ')} answers: ${first.code}: ${first.message}`, first.todo);
      return warning(`${silent.join(', ')} do not answer`, 'Start them or take them out of kafka.brokers.');
    },
  };
}

async function failureAlone(broker: string, kafka: Settings['kafka']): Promise<TidewaiterError | undefined> {
  const client = await composeCommandKafka({ ...kafka, brokers: [broker] });
  return withAdmin(client, (admin) => admin.describeCluster()).then(() => undefined, asTidewaiterError);
}

/** Whether all topics are there, with their settings. */
export function topicsCheck(settings: Settings): Check {
  return {
    name: 'topics',
    examine: async () => {
      const wanted = composeTopics(settings);
      const actual = await withAdmin(await composeCommandKafka(settings.kafka), (admin) =>
        readTopics(
          admin,
          wanted.map(({ name }) => name),
        ),
      );
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
