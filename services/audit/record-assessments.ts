import { instantOf } from '../risk/declaration/instant.ts';
import { sha256Hex } from '../risk/json/canonical.ts';
import type { Assessment, AssessmentRecord } from '../risk/messages/assessment.ts';
import { assessmentText } from '../risk/record/recorded-assessment.ts';
import { type EventReader, readJudgedEvent } from '../risk/record/recorded-facts.ts';
import { needsReferral } from '../risk/referral/referred-case.ts';
import { historyKeys, historyQueryOf } from '../risk/trader/trader-history.ts';
import type { AuditResult, AuditStore, CountedDeclaration, RecordedAssessment } from './ports/audit-store.ts';

/** A record of the assessments topic, as far as audit needs it. */
export interface TopicRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly timestamp: number;
  readonly value: Buffer | null;
}

export interface AuditDeps {
  readonly decode: (bytes: Buffer) => AssessmentRecord;
  readonly events: EventReader;
  readonly store: AuditStore;
  readonly observe: (report: AuditResult & { readonly records: number; readonly lagSeconds: number }) => void;
  readonly now: () => number;
}

/** What a record holds besides the assessment: all of it, so that a replay compares nothing else than the decision. */
const ADDED = {
  event: true,
  facts: true,
  factsHash: true,
  input: true,
  arrivedAt: true,
  edition: true,
} as const satisfies Record<Exclude<keyof AssessmentRecord, keyof Assessment>, true>;

/** Writes a batch of assessments to where they are kept, with everything that follows from them, once. */
export function createAssessmentRecorder({
  decode,
  events,
  store,
  observe,
  now,
}: AuditDeps): (records: readonly TopicRecord[]) => Promise<void> {
  return async function recordAssessments(records) {
    const last = records.at(-1);
    if (!last) return;
    const batch = records.flatMap((record) => (record.value ? [recorded(decode(record.value), events, record)] : []));
    const result = await store.record(batch, `${last.topic}/${last.partition}@${last.offset}`);
    observe({ ...result, records: records.length, lagSeconds: Math.max(0, (now() - last.timestamp) / 1000) });
  };
}

function recorded(
  record: AssessmentRecord,
  events: EventReader,
  { value, timestamp }: TopicRecord,
): RecordedAssessment {
  const counts = record.kind === 'risk' ? countsOf(record, readJudgedEvent(record, events)) : undefined;
  return {
    record,
    assessment: assessmentText(decisionOf(record)),
    contentHash: sha256Hex(value!),
    recordedAt: instantOf(timestamp),
    ...(counts && { counts }),
  };
}

/** The assessment as it was made, without what its record adds. */
export function decisionOf(record: AssessmentRecord): Assessment {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !(name in ADDED))) as unknown as Assessment;
}

function countsOf(record: AssessmentRecord, { event, day }: ReturnType<typeof readJudgedEvent>): CountedDeclaration {
  return {
    declarationId: record.declarationId,
    day,
    keys: historyKeys(historyQueryOf(event)),
    referred: needsReferral(record),
  };
}
