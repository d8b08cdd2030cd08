import { type Codecs, createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { loadSettings } from '../../../services/adapters/config/load-settings.ts';
import { createMemoryAuditStore } from '../../../services/adapters/memory/audit-store.ts';
import { createMemoryEventRegister } from '../../../services/adapters/memory/event-register.ts';
import { createMemoryLicenceLedger } from '../../../services/adapters/memory/licence-ledger.ts';
import { createMemoryLicenceRegister } from '../../../services/adapters/memory/licence-register.ts';
import { createMemoryTraderHistory } from '../../../services/adapters/memory/trader-history-store.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { loadShippedReference } from '../../../services/adapters/reference-files/shipped-reference.ts';
import type { RecordedAssessment } from '../../../services/audit/ports/audit-store.ts';
import { createAssessmentRecorder } from '../../../services/audit/record-assessments.ts';
import { knownDay } from '../../../services/risk/declaration/day.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import { composeOfflineModels } from '../../../services/runtime/compose/models.ts';
import { createPipeline } from '../../../services/scoring/pipeline.ts';
import type { RiskModel } from '../../../services/scoring/ports/risk-model.ts';
import { type InboundRecord, noCheckpoint } from '../../../services/scoring/ports/stream.ts';

const AUTHORITY = { country: 'US', currency: 'USD', timeZone: 'America/New_York' } as const;
const TOPICS = { assessments: 'assessments', referrals: 'referrals', notices: 'notices', deadLetters: 'dead-letters' };
const ARRIVED = Date.parse('2026-11-20T10:00:00Z');

/** Mean bytes of what stands on record of one assessment. */
export interface RecordBytes {
  /** The record's value, uncompressed. */
  readonly value: number;
  /** What its row holds in columns: event, facts, assessment, and the hashes that name what judged. */
  readonly columns: number;
  /** Of both, the event as it came. */
  readonly event: number;
}

export interface RecordForms {
  readonly declarations: number;
  readonly byEdition: RecordBytes;
  readonly whole: RecordBytes;
}

/** Judges declarations in this process, in memory, and weighs their records in both forms. */
export async function recordBytes(events: readonly DeclarationEvent[]): Promise<RecordForms> {
  const { settings } = loadSettings({ variables: {}, workingDirectory: process.cwd() });
  const models = await composeOfflineModels(settings);
  const [byEdition, whole] = [await recordedAs(events, models, false), await recordedAs(events, models, true)];
  return { declarations: byEdition.length, byEdition: meanOf(byEdition), whole: meanOf(whole) };
}

async function recordedAs(
  events: readonly DeclarationEvent[],
  models: readonly RiskModel[],
  whole: boolean,
): Promise<readonly { readonly value: Buffer; readonly row: RecordedAssessment }[]> {
  const codecs = createCodecs();
  const ledger = createMemoryLicenceLedger([]);
  const reference = loadShippedReference(AUTHORITY);
  const edition = {
    id: '0'.repeat(64),
    reference: reference.versions,
    models: Object.fromEntries(models.map(({ name, version }) => [name, version])),
  };
  const pipeline = createPipeline({
    ...{ codecs, ledger, reference, models, topics: TOPICS, authority: AUTHORITY },
    policy: loadPolicy('config/policy'),
    record: { edition, whole },
    register: createMemoryEventRegister(ledger),
    licences: createMemoryLicenceRegister(undefined),
    history: createMemoryTraderHistory({ since: knownDay('2025-01-01'), counts: [] }),
    maxRecordBytes: 1_000_000,
    checkpoint: noCheckpoint,
  });
  const { good } = await pipeline.run(events.map((event, offset) => ({ record: recordOf(event, offset, codecs) })));
  const values = good.map(({ outputs }) => outputs.find(({ topic }) => topic === TOPICS.assessments)!.value);
  const rows = await keptOf(values, codecs);
  return values.map((value, index) => ({ value, row: rows[index]! }));
}

function recordOf(event: DeclarationEvent, offset: number, codecs: Codecs): InboundRecord {
  return {
    ...{ topic: 'customs.declarations', partition: 0, offset: BigInt(offset), timestamp: ARRIVED, headers: {} },
    key: Buffer.from(event.declarationId),
    value: codecs.declarationEvent.encode(event),
  };
}

async function keptOf(values: readonly Buffer[], codecs: Codecs): Promise<readonly RecordedAssessment[]> {
  const rows: RecordedAssessment[] = [];
  const store = createMemoryAuditStore(createMemoryTraderHistory(undefined));
  const record = createAssessmentRecorder({
    decode: (bytes) => codecs.assessment.decode(bytes),
    events: codecs.declarationEvent,
    store: { ...store, record: (batch, at) => (rows.push(...batch), store.record(batch, at)) },
    observe: () => undefined,
    now: () => ARRIVED,
  });
  const at = { topic: TOPICS.assessments, partition: 0, timestamp: ARRIVED };
  await record(values.map((value, index) => ({ ...at, offset: BigInt(index), value })));
  return rows;
}

function meanOf(records: readonly { readonly value: Buffer; readonly row: RecordedAssessment }[]): RecordBytes {
  const mean = (of: (record: (typeof records)[number]) => number): number =>
    records.reduce((sum, record) => sum + of(record), 0) / records.length;
  return {
    value: mean(({ value }) => value.length),
    columns: mean(({ row }) => columnsOf(row)),
    event: mean(({ row }) => row.record.event.length),
  };
}

function columnsOf({ record, assessment }: RecordedAssessment): number {
  const named = [record.factsHash, record.versions.policy, record.edition ?? '', record.declarationId];
  return record.event.length + record.facts.length + Buffer.byteLength(assessment) + named.join('').length;
}
