import type { Settings } from '../../../config/settings.ts';
import { topicNames } from '../../../config/topic-names.ts';
import type { WantedTopic } from '../../adapters/kafka/admin/topic.ts';
import { wantedTopics } from '../../adapters/kafka/admin/wanted-topics.ts';

/** The topics that the settings ask for. */
export function composeTopics({ kafka, retention, limits }: Settings): readonly WantedTopic[] {
  const { partitions, replication, minInsyncReplicas } = kafka.topics;
  return wantedTopics({
    names: topicNames(kafka.topics),
    partitions,
    replication,
    minInsyncReplicas,
    retention: retention.topics,
    messageBytes: limits.messageBytes,
    outputBytes: limits.outputBytes,
  });
}
