import type { ConsumerEvent } from '../adapters/kafka/stream/consumer-events.ts';
import type { Log } from '../adapters/logging/create-log.ts';
import { errorFields } from '../adapters/logging/error-fields.ts';
import type { AuditResult } from '../audit/ports/audit-store.ts';
import { differencesBetween } from '../reference/editions/manifest.ts';
import type { ModelEvent } from '../scoring/models/model-event.ts';
import type { BatchReport } from '../scoring/processor/processor.ts';
import type { ServiceName } from './compose/consumer.ts';
import type { Observe, ServiceEvent } from './service-events.ts';

/** Turns what the services say into log lines, none of which can hold personal data. */
export function serviceLog(log: Log): Observe {
  return (event) => {
    switch (event.kind) {
      case 'consumer':
        return logConsumer(log, event.service, event.event);
      case 'batch':
        return logBatch(log, event.report);
      case 'audited':
        return logConflicts(log, event.report);
      case 'outcomes':
        logConflicts(log, event.report);
        return event.report.refused.forEach((refused) => log('audit.refused', { ...refused }));
      case 'model':
        return logModel(log, event.event);
      case 'editionInForce':
        return logEdition(log, event);
      case 'editionPrepared':
        return log('edition.prepared', { hash: event.id, milliseconds: Math.round(event.seconds * 1000) });
      case 'editionUnusable':
        return log('edition.unusable', { hash: event.id, standing: event.role, ...errorFields(event.error) });
      case 'referenceUnread':
        return log('reference.unread', errorFields(event.error));
    }
  };
}

function logEdition(
  log: Log,
  { edition, before, seconds }: Extract<ServiceEvent, { readonly kind: 'editionInForce' }>,
): void {
  log('edition.inForce', {
    hash: edition.id,
    ...(before && { parts: differencesBetween(before.manifest, edition.manifest).length }),
    milliseconds: Math.round(seconds * 1000),
  });
}

/** By the id of the assessment or outcome. */
function logConflicts(log: Log, { conflicting }: AuditResult): void {
  for (const eventId of conflicting) log('audit.conflict', { code: 'TDW_AUDIT_CONFLICT', eventId });
}

function logConsumer(log: Log, part: ServiceName, event: ConsumerEvent): void {
  switch (event.kind) {
    case 'joined':
      return log('consumer.joined', { part, partitions: event.partitions.length });
    case 'rebalancing':
      return log('consumer.rebalancing', { part });
    case 'crashed':
      return log('consumer.crashed', { part, ...errorFields(event.error) });
    case 'fenced':
      return log('partition.fenced', { part, partition: event.partition });
    case 'waiting':
      return log('partition.waiting', {
        part,
        partition: event.partition,
        attempt: event.attempt,
        ...errorFields(event.error),
      });
    case 'resumed':
      return log('partition.resumed', { part, partition: event.partition });
    case 'recordsLost':
      return log('partition.recordsLost', {
        code: 'TDW_KAFKA_RECORDS_LOST',
        part,
        topic: event.topic,
        partition: event.partition,
        from: event.from,
        to: event.to,
      });
    case 'logReplaced':
      return log('partition.logReplaced', {
        code: 'TDW_KAFKA_LOG_REPLACED',
        part,
        topic: event.topic,
        partition: event.partition,
        from: event.from,
        offset: event.start,
      });
    case 'lag':
    case 'answered':
    case 'committed':
    case 'aborted':
      return undefined;
  }
}

function logModel(log: Log, event: ModelEvent): void {
  const { model } = event;
  switch (event.kind) {
    case 'inUse':
      return log('model.inUse', { model, role: event.role, hash: event.version, backend: event.backend });
    case 'unusable':
      return log('model.unusable', { model, role: event.role, hash: event.version, code: event.code });
    case 'ended':
      return log('model.trialEnded', { model });
    case 'failed':
      return log('model.failed', { model, role: event.role, errorClass: event.errorClass });
    case 'called':
      return undefined;
  }
}

function logBatch(log: Log, { ended, records, times }: BatchReport): void {
  for (const { entry, step, ...how } of ended) {
    const { partition, offset } = entry.record;
    if (how.kind === 'skip')
      log(how.reason === 'conflicting' ? 'event.conflicting' : 'event.duplicate', { partition, offset });
    else
      log(how.code === 'TDW_INTERNAL' ? 'event.failed' : 'event.deadLettered', {
        code: how.code,
        step,
        partition,
        offset,
      });
  }
  log('batch.done', {
    part: 'scoring',
    records,
    milliseconds: Math.round(times.reduce((sum, { seconds }) => sum + seconds, 0) * 1000),
  });
}
