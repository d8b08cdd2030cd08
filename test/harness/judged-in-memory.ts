import type { Codecs } from '../../services/adapters/avro/codecs.ts';
import { createMemoryAuditStore } from '../../services/adapters/memory/audit-store.ts';
import { createMemoryEventRegister } from '../../services/adapters/memory/event-register.ts';
import { createMemoryLicenceLedger } from '../../services/adapters/memory/licence-ledger.ts';
import { createMemoryLicenceRegister } from '../../services/adapters/memory/licence-register.ts';
import { createMemoryTraderHistory } from '../../services/adapters/memory/trader-history-store.ts';
import type { RecordedAssessment } from '../../services/audit/ports/audit-store.ts';
import { createAssessmentRecorder } from '../../services/audit/record-assessments.ts';
import type { DeclarationEvent } from '../../services/risk/declaration/declaration-event.ts';
import type { Licence } from '../../services/risk/facts/facts.ts';
import type { RecordForm } from '../../services/risk/record/record.ts';
import { createPipeline, type PipelineDeps } from '../../services/scoring/pipeline.ts';
import { noCheckpoint } from '../../services/scoring/ports/stream.ts';
import type { Emitted } from '../../services/scoring/steps/emit-step.ts';
import { day } from './checked.ts';

const TOPICS = { assessments: 'assessments', referrals: 'referrals', notices: 'notices', deadLetters: 'dead-letters' };
/** When the first event arrives; each later one comes a millisecond after the one before. */
const ARRIVED = Date.parse('2026-11-20T10:00:00Z');

/** What judges, and in which form it goes on record. */
export interface JudgingInMemory extends Pick<
  PipelineDeps,
  'codecs' | 'policy' | 'authority' | 'reference' | 'models'
> {
  readonly record: RecordForm;
  /** The register of licences; without it none is kept. */
  readonly licences?: readonly Licence[];
}

/** An assessment as it is sent. */
export interface Judged extends Emitted {
  /** Value of the record on the topic of assessments. */
  readonly value: Buffer;
}

/** What the stream's pipeline makes of events, on memory. Those that are set apart are left out. */
export async function judgedInMemory(
  events: readonly DeclarationEvent[],
  { licences, ...judging }: JudgingInMemory,
): Promise<readonly Judged[]> {
  const ledger = createMemoryLicenceLedger(licences ?? []);
  const pipeline = createPipeline({
    ...{ ...judging, ledger, topics: TOPICS },
    register: createMemoryEventRegister(ledger),
    licences: createMemoryLicenceRegister(licences),
    history: createMemoryTraderHistory({ since: day('2025-01-01'), counts: [] }),
    maxRecordBytes: 1_000_000,
    checkpoint: noCheckpoint,
  });
  const entries = events.map((event, offset) => ({
    record: {
      ...{ topic: 'declarations', partition: 0, offset: BigInt(offset), timestamp: ARRIVED + offset, headers: {} },
      key: Buffer.from(event.declarationId),
      value: judging.codecs.declarationEvent.encode(event),
    },
  }));
  const { good } = await pipeline.run(entries);
  return good.map((emitted) => ({
    ...emitted,
    value: emitted.outputs.find(({ topic }) => topic === TOPICS.assessments)!.value,
  }));
}

/** As audit keeps them. */
export async function keptInMemory(judged: readonly Judged[], codecs: Codecs): Promise<readonly RecordedAssessment[]> {
  const rows: RecordedAssessment[] = [];
  const memory = createMemoryAuditStore(createMemoryTraderHistory(undefined));
  const record = createAssessmentRecorder({
    decode: (bytes) => codecs.assessment.decode(bytes),
    events: codecs.declarationEvent,
    store: { ...memory, record: (batch, at) => (rows.push(...batch), memory.record(batch, at)) },
    observe: () => undefined,
    now: () => ARRIVED,
  });
  const at = { topic: TOPICS.assessments, partition: 0, timestamp: ARRIVED };
  await record(judged.map(({ value }, offset) => ({ ...at, offset: BigInt(offset), value })));
  return rows;
}
