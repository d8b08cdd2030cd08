import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Growth, planTopics, type TopicChange } from '../../../services/adapters/kafka/admin/plan-topics.ts';
import type { ActualTopic, WantedTopic } from '../../../services/adapters/kafka/admin/topic.ts';

const config = fc.dictionary(
  fc.constantFrom('retention.ms', 'max.message.bytes', 'cleanup.policy', 'segment.ms'),
  fc.constantFrom('1', '2', 'delete'),
  { noNullPrototype: true },
);
const shape = {
  name: fc.constantFrom('a', 'b', 'c'),
  partitions: fc.integer({ min: 1, max: 5 }),
  replication: fc.integer({ min: 1, max: 3 }),
  config,
};
const wantedTopics = fc.uniqueArray(fc.record(shape), { selector: ({ name }) => name });
const actualTopics = fc
  .uniqueArray(fc.record(shape), { selector: ({ name }) => name })
  .map(
    (topics) =>
      new Map(
        topics.map((topic): [string, ActualTopic] => [topic.name, { ...topic, stated: Object.keys(topic.config) }]),
      ),
  );
const growth = fc.constantFrom<Growth>('addPartitions', 'keepPartitions');

/** What the brokers hold once a change was made. */
function after(actual: ReadonlyMap<string, ActualTopic>, change: TopicChange): ReadonlyMap<string, ActualTopic> {
  const put = (topic: ActualTopic): ReadonlyMap<string, ActualTopic> => new Map([...actual, [topic.name, topic]]);
  if (change.kind === 'create') return put({ ...change.topic, stated: Object.keys(change.topic.config) });
  const topic = actual.get(change.topic);
  if (topic === undefined || change.kind === 'cannot') return actual;
  return put(
    change.kind === 'addPartitions'
      ? { ...topic, partitions: change.to }
      : { ...topic, config: { ...topic.config, [change.setting]: change.to } },
  );
}

describe('a plan for the topics', () => {
  it('leaves, once carried out, only what cannot be changed', () => {
    fc.assert(
      fc.property(wantedTopics, actualTopics, growth, (wanted: readonly WantedTopic[], actual, grow) => {
        const plan = planTopics(wanted, actual, grow);
        const left = planTopics(wanted, plan.reduce(after, actual), grow);
        expect(left).toEqual(plan.filter((change) => change.kind === 'cannot'));
      }),
    );
  });

  it('never takes partitions away, and adds none unless asked to', () => {
    fc.assert(
      fc.property(wantedTopics, actualTopics, growth, (wanted, actual, grow) => {
        const grown = planTopics(wanted, actual, grow).filter((change) => change.kind === 'addPartitions');
        for (const { from, to } of grown) expect(to).toBeGreaterThan(from);
        if (grow === 'keepPartitions') expect(grown).toEqual([]);
      }),
    );
  });
});
