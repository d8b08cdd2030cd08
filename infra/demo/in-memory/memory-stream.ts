import type { Settings } from '../../../config/settings.ts';
import { topicNames } from '../../../config/topic-names.ts';
import { type Codecs, createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { createMemoryAuditStore } from '../../../services/adapters/memory/audit-store.ts';
import { createMemoryEventRegister } from '../../../services/adapters/memory/event-register.ts';
import { createMemoryLicenceLedger } from '../../../services/adapters/memory/licence-ledger.ts';
import { createMemoryLicenceRegister } from '../../../services/adapters/memory/licence-register.ts';
import {
  createMemoryTraderHistory,
  type MemoryTraderHistory,
} from '../../../services/adapters/memory/trader-history-store.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { createAssessmentRecorder } from '../../../services/audit/record-assessments.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import type { Licence } from '../../../services/risk/facts/facts.ts';
import type { ReferenceData } from '../../../services/risk/look-up/reference-data.ts';
import { createPipeline } from '../../../services/scoring/pipeline.ts';
import type { RiskModel } from '../../../services/scoring/ports/risk-model.ts';
import { type InboundRecord, noCheckpoint, type OutboundRecord } from '../../../services/scoring/ports/stream.ts';
import { createProcessor } from '../../../services/scoring/processor/processor.ts';

export interface MemoryStreamDeps {
  readonly settings: Settings;
  readonly reference: ReferenceData;
  readonly licences: readonly Licence[];
  readonly models: readonly RiskModel[];
  /** Called with the milliseconds at which a batch arrives. */
  readonly now: () => number;
}

/** Answers events, in the order in which they are given, and returns everything that was sent for them. */
export type AnswerEvents = (events: readonly DeclarationEvent[]) => Promise<readonly OutboundRecord[]>;

/** The stream's own pipeline and audit in this process, on memory: no broker, no database, nothing that outlives it. */
export function createMemoryStream({ settings, reference, licences, models, now }: MemoryStreamDeps): AnswerEvents {
  const codecs = createCodecs();
  const topics = topicNames(settings.kafka.topics);
  const history = createMemoryTraderHistory(undefined);
  const ledger = createMemoryLicenceLedger(licences);
  const register = createMemoryEventRegister(ledger);
  const [policy, maxRecordBytes] = [loadPolicy(settings.policyDir), settings.limits.outputBytes];
  const pipeline = createPipeline({
    codecs,
    register,
    licences: createMemoryLicenceRegister(licences),
    ledger,
    history,
    reference,
    models,
    policy,
    authority: settings.authority,
    topics,
    maxRecordBytes,
    checkpoint: noCheckpoint,
  });
  const process = createProcessor({
    judging: () => ({ policy, pipeline }),
    register,
    codecs,
    topics,
    maxRecordBytes,
    observe: () => undefined,
  });
  const audit = createMemoryAudit({ codecs, history, assessments: topics.assessments, now });
  const arrived = arrivals(topics.declarations, codecs, now);
  return async (events) => {
    const sent = await process(events.map(arrived));
    await audit(sent);
    return sent;
  };
}

interface MemoryAuditDeps extends Pick<MemoryStreamDeps, 'now'> {
  readonly codecs: Codecs;
  /** Where what was recorded is known of the trader from then on. */
  readonly history: MemoryTraderHistory;
  /** The topic of assessments. */
  readonly assessments: string;
}

/** Records the assessments among what was sent. */
function createMemoryAudit({
  codecs,
  history,
  assessments,
  now,
}: MemoryAuditDeps): (sent: readonly OutboundRecord[]) => Promise<void> {
  const record = createAssessmentRecorder({
    decode: (bytes) => codecs.assessment.decode(bytes),
    events: codecs.declarationEvent,
    store: createMemoryAuditStore(history),
    observe: () => undefined,
    now,
  });
  return async (sent) => {
    await record(
      sent
        .filter(({ topic }) => topic === assessments)
        .map(({ topic, value }, index) => ({ topic, partition: 0, offset: BigInt(index), timestamp: now(), value })),
    );
  };
}

/** Events as records of a topic with one partition, one after the other. */
function arrivals(
  topic: string,
  { declarationEvent }: Pick<Codecs, 'declarationEvent'>,
  now: () => number,
): (event: DeclarationEvent) => InboundRecord {
  let offset = 0n;
  return (event) => {
    offset += 1n;
    return {
      topic,
      partition: 0,
      offset,
      timestamp: now(),
      key: Buffer.from(event.declarationId),
      value: declarationEvent.encode(event),
      headers: {},
    };
  };
}
