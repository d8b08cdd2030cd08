import type { BrokerPlace } from './broker-place.ts';

const NODE_ID = '1';

/** The settings of a single KRaft node on the loopback address, sized for a developer's machine. */
export function serverProperties(place: BrokerPlace, extra: Readonly<Record<string, string>> = {}): string {
  const settings = { ...listenerSettings(place), ...SINGLE_NODE, ...SMALL, 'log.dirs': place.dataFolder, ...extra };
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

function listenerSettings({
  clientPort,
  advertisedPort,
  directPort,
  controllerPort,
}: BrokerPlace): Record<string, string> {
  const at = (name: string, port: number): string => `${name}://127.0.0.1:${port}`;
  return {
    listeners: [at('CLIENT', clientPort), at('DIRECT', directPort), at('CONTROLLER', controllerPort)].join(','),
    'advertised.listeners': [at('CLIENT', advertisedPort), at('DIRECT', directPort)].join(','),
    'listener.security.protocol.map': 'CLIENT:PLAINTEXT,DIRECT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'DIRECT',
    'controller.listener.names': 'CONTROLLER',
    'controller.quorum.voters': `${NODE_ID}@127.0.0.1:${controllerPort}`,
  };
}

const SINGLE_NODE = {
  'process.roles': 'broker,controller',
  'node.id': NODE_ID,
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'default.replication.factor': '1',
  'auto.create.topics.enable': 'false',
};

/**
 * Quick rebalances and short sessions for tests; internal topics and buffers that fit a heap of 400 MB. A broker that
 * was killed may register again only when its old session has ended.
 */
const SMALL = {
  'broker.session.timeout.ms': '3000',
  'broker.heartbeat.interval.ms': '500',
  'group.initial.rebalance.delay.ms': '0',
  'group.min.session.timeout.ms': '1000',
  'transaction.abort.timed.out.transaction.cleanup.interval.ms': '1000',
  'offsets.topic.num.partitions': '8',
  'transaction.state.log.num.partitions': '8',
  'share.coordinator.state.topic.num.partitions': '1',
  'log.cleaner.dedupe.buffer.size': '16777216',
  'num.recovery.threads.per.data.dir': '2',
};
