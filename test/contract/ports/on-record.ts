import { randomUUID } from 'node:crypto';
import { createCodecs } from '../../../services/adapters/avro/codecs.ts';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import type { AuditStore, RecordedAssessment } from '../../../services/audit/ports/audit-store.ts';
import { assess } from '../../../services/risk/assess/assess.ts';
import type { Facts } from '../../../services/risk/facts/facts.ts';
import type { Assessment } from '../../../services/risk/messages/assessment.ts';
import type { ItemOutcome, Outcome } from '../../../services/risk/messages/outcome.ts';
import { createRecorder } from '../../../services/risk/record/record.ts';
import { type HistoryKey, historyKeys, type HistoryQuery } from '../../../services/risk/trader/trader-history.ts';
import { decisions } from '../../golden/decisions.ts';
import { day, instant } from '../../harness/checked.ts';

const policy = loadPolicy('config/policy');
const { declarationEvent } = createCodecs();

/** The assessment of one of the golden decisions. */
export const decided = (name: string): Assessment => assess(decisions[name]!.facts, policy);

/** A golden decision as audit keeps it, of a declaration of its own but for what is said. */
export function recorded(
  name: string,
  over: Partial<RecordedAssessment> & { readonly declarationId?: string } = {},
): RecordedAssessment {
  const { declarationId = `26GB${randomUUID().slice(0, 14).toUpperCase()}`, ...others } = over;
  const { facts: golden } = decisions[name]!;
  const facts: Facts = { ...golden, event: { ...golden.event, declarationId, eventId: randomUUID() } };
  const assessment = assess(facts, policy);
  const whole = createRecorder({}, policy)(assessment, facts, declarationEvent.encode(facts.event));
  return {
    record: { ...whole, input: { topic: 't', partition: 0, offset: 1 } },
    assessment: JSON.stringify(assessment),
    contentHash: randomUUID(),
    recordedAt: facts.arrivedAt,
    ...others,
  };
}

/** Puts a decision on record. @returns the id of its declaration */
export async function onRecord(store: AuditStore, name: string): Promise<string> {
  const entry = recorded(name);
  await store.record([entry], 't/0@1');
  return entry.record.declarationId;
}

/** A declaration of a trader as it is counted. */
export function countedFor(query: HistoryQuery, on: string, over: { declarationId?: string; referred?: boolean } = {}) {
  const keys: readonly HistoryKey[] = historyKeys(query);
  return { declarationId: randomUUID(), day: day(on), keys, referred: false, ...over };
}

/** What an inspection said of one goods item. */
export const item = (over: Partial<ItemOutcome>): ItemOutcome => ({
  sequenceNumber: 1,
  result: 'conforming',
  irregularities: [],
  disposition: 'released',
  confirmedFindings: [],
  ...over,
});

/** Something was wrong, and these findings said so. */
export const irregular = (...confirmedFindings: string[]): ItemOutcome =>
  item({ result: 'irregular', irregularities: ['licence'], confirmedFindings });

export const outcomeOf = (
  declarationId: string,
  items: readonly ItemOutcome[],
  over: Partial<Outcome> = {},
): Outcome => ({
  outcomeId: randomUUID(),
  declarationId,
  version: 1,
  inspection: 'physical',
  inspectedAt: instant('2026-11-21T09:00:00Z'),
  recordedAt: instant('2026-11-22T08:00:00Z'),
  officeId: 'GB000060',
  recordedBy: 'officer-7',
  disposition: 'released',
  items,
  ...over,
});
