import type { TopicChange } from '../../../adapters/kafka/admin/plan-topics.ts';

/** One change in plain words, for the report of `topics apply` and for `doctor`. */
export function describeChange(change: TopicChange, when: 'planned' | 'done'): string {
  switch (change.kind) {
    case 'create':
      return `${when === 'done' ? 'created' : 'to create'} ${change.topic.name}: ${change.topic.partitions} partitions, ${change.topic.replication} copies`;
    case 'addPartitions':
      return `${when === 'done' ? 'raised' : 'to raise'} ${change.topic}: ${change.from} → ${change.to} partitions`;
    case 'setConfig':
      return `${when === 'done' ? 'set' : 'to set'} ${change.topic}: ${change.setting} ${change.from === '' ? '(none)' : change.from} → ${change.to}`;
    case 'cannot':
      return `cannot change ${change.topic}: ${change.what} — ${change.todo}`;
  }
}
