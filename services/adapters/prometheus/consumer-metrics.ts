import { Counter, Gauge, type Registry } from 'prom-client';
import { ERROR_CODES, type ErrorCode } from '../../risk/failure/error-codes.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { asKafkaFailure } from '../kafka/kafka-error.ts';
import type { ConsumerEvent } from '../kafka/stream/consumer-events.ts';
import { OTHER } from './bounded-label.ts';

const HAPPENINGS = ['joined', 'rebalancing', 'crashed', 'fenced', 'waiting', 'resumed'] as const;

/** What happens to the members of the consumer groups: partitions held, partitions that wait, and what they wait for. */
export function consumerMetrics(
  registry: Registry,
  services: readonly string[],
): (service: string, event: ConsumerEvent) => void {
  const registers = [registry];
  const events = new Counter({
    name: 'tidewaiter_consumer_events_total',
    help: 'Happenings in the life of a group member.',
    labelNames: ['service', 'event'] as const,
    registers,
  });
  const waits = new Counter({
    name: 'tidewaiter_waits_total',
    help: 'Failed tries after which a partition waited, by error code.',
    labelNames: ['service', 'code'] as const,
    registers,
  });
  const held = new Gauge({
    name: 'tidewaiter_partitions_held',
    help: 'Partitions that this process reads.',
    labelNames: ['service'] as const,
    registers,
  });
  const waiting = new Gauge({
    name: 'tidewaiter_partitions_waiting',
    help: 'Partitions whose work waits until infrastructure is back.',
    labelNames: ['service'] as const,
    registers,
  });
  const lost = new Counter({
    name: 'tidewaiter_records_lost_total',
    help: 'Records that left their log before they were read: nobody answers them.',
    labelNames: ['service'] as const,
    registers,
  });
  const replaced = new Counter({
    name: 'tidewaiter_logs_replaced_total',
    help: 'Partitions whose topic was deleted and made again, with what it held unanswered.',
    labelNames: ['service'] as const,
    registers,
  });
  const stuck = new Map(services.map((service) => [service, new Set<string>()]));
  for (const service of services) {
    held.set({ service }, 0);
    lost.inc({ service }, 0);
    replaced.inc({ service }, 0);
    for (const event of HAPPENINGS) events.inc({ service, event }, 0);
    for (const code of INFRASTRUCTURE) waits.inc({ service, code }, 0);
  }

  return (service, event) => {
    const partitions = stuck.get(service) ?? new Set<string>();
    switch (event.kind) {
      case 'joined':
        held.set({ service }, event.partitions.length);
        partitions.clear();
        break;
      case 'rebalancing':
      case 'crashed':
        held.set({ service }, 0);
        break;
      case 'waiting':
        partitions.add(`${event.topic}/${event.partition}`);
        waits.inc({ service, code: codeOf(event.error) });
        break;
      case 'resumed':
        partitions.delete(`${event.topic}/${event.partition}`);
        break;
      case 'fenced':
        break;
      case 'recordsLost':
        return lost.inc({ service }, Number(event.to - event.from));
      case 'logReplaced':
        return replaced.inc({ service });
      case 'lag':
      case 'answered':
      case 'committed':
      case 'aborted':
        return;
    }
    events.inc({ service, event: event.kind });
    waiting.set({ service }, partitions.size);
  };
}

const INFRASTRUCTURE = Object.keys(ERROR_CODES).filter(
  (code) => ERROR_CODES[code as ErrorCode].class === 'infrastructure',
);

/** The catalogue bounds the values. */
function codeOf(error: unknown): string {
  const failure = asKafkaFailure(error);
  return failure instanceof TidewaiterError ? failure.code : OTHER;
}
