import { Counter, Gauge, type Registry } from 'prom-client';
import { ERROR_CODES, type ErrorCode } from '../../risk/failure/error-codes.ts';
import { TidewaiterError } from '../../risk/failure/tidewaiter-error.ts';
import { asKafkaFailure } from '../kafka/kafka-error.ts';
import type { ConsumerEvent } from '../kafka/stream/consumer-events.ts';
import { OTHER } from './labels.ts';

const HAPPENINGS = ['joined', 'rebalancing', 'crashed', 'fenced', 'waiting', 'resumed'] as const;

/** What happens to the members of the consumer groups: partitions held, partitions that wait, and what they wait for. */
export function consumerMetrics(
  registry: Registry,
  services: readonly string[],
): (service: string, event: ConsumerEvent) => void {
  const kinds = [memberMetrics(registry), waitMetrics(registry), lossMetrics(registry)];
  for (const service of services) kinds.forEach((kind) => kind.zero(service));
  return (service, event) => kinds.forEach((kind) => kind.follow(service, event));
}

/** Metrics of one kind: those of a service that nothing has happened to yet, and what an event changes. */
interface ServiceMetrics {
  zero(service: string): void;
  follow(service: string, event: ConsumerEvent): void;
}

function memberMetrics(registry: Registry): ServiceMetrics {
  const registers = [registry];
  const events = new Counter({
    name: 'tidewaiter_consumer_events_total',
    help: 'Happenings in the life of a group member.',
    labelNames: ['service', 'event'] as const,
    registers,
  });
  const held = new Gauge({
    name: 'tidewaiter_partitions_held',
    help: 'Partitions that this process reads.',
    labelNames: ['service'] as const,
    registers,
  });
  return {
    zero: (service) => {
      held.set({ service }, 0);
      for (const event of HAPPENINGS) events.inc({ service, event }, 0);
    },
    follow: (service, event) => {
      if (event.kind === 'joined') held.set({ service }, event.partitions.length);
      if (event.kind === 'rebalancing' || event.kind === 'crashed') held.set({ service }, 0);
      if (isHappening(event.kind)) events.inc({ service, event: event.kind });
    },
  };
}

function waitMetrics(registry: Registry): ServiceMetrics {
  const registers = [registry];
  const waits = new Counter({
    name: 'tidewaiter_waits_total',
    help: 'Failed tries after which a partition waited, by error code.',
    labelNames: ['service', 'code'] as const,
    registers,
  });
  const waiting = new Gauge({
    name: 'tidewaiter_partitions_waiting',
    help: 'Partitions whose work waits until infrastructure is back.',
    labelNames: ['service'] as const,
    registers,
  });
  const partitions = new Map<string, Set<string>>();
  return {
    zero: (service) => {
      partitions.set(service, new Set());
      for (const code of INFRASTRUCTURE) waits.inc({ service, code }, 0);
    },
    follow: (service, event) => {
      const stuck = partitions.get(service) ?? new Set<string>();
      if (event.kind === 'waiting') waits.inc({ service, code: codeOf(event.error) });
      follow(stuck, event);
      if (isHappening(event.kind)) waiting.set({ service }, stuck.size);
    },
  };
}

/** Keeps the partitions that wait, "topic/3". */
function follow(stuck: Set<string>, event: ConsumerEvent): void {
  if (event.kind === 'joined') stuck.clear();
  if (event.kind === 'waiting') stuck.add(`${event.topic}/${event.partition}`);
  if (event.kind === 'resumed') stuck.delete(`${event.topic}/${event.partition}`);
}

function lossMetrics(registry: Registry): ServiceMetrics {
  const registers = [registry];
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
  return {
    zero: (service) => {
      lost.inc({ service }, 0);
      replaced.inc({ service }, 0);
    },
    follow: (service, event) => {
      if (event.kind === 'recordsLost') lost.inc({ service }, Number(event.to - event.from));
      if (event.kind === 'logReplaced') replaced.inc({ service });
    },
  };
}

const isHappening = (kind: ConsumerEvent['kind']): kind is (typeof HAPPENINGS)[number] =>
  (HAPPENINGS as readonly string[]).includes(kind);

const INFRASTRUCTURE = Object.keys(ERROR_CODES).filter(
  (code) => ERROR_CODES[code as ErrorCode].class === 'infrastructure',
);

/** The catalogue bounds the values. */
function codeOf(error: unknown): string {
  const failure = asKafkaFailure(error);
  return failure instanceof TidewaiterError ? failure.code : OTHER;
}
