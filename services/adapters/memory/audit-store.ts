import type { AuditResult, AuditStore, OutcomesResult, Verdict } from '../../audit/ports/audit-store.ts';
import { canonicalJson } from '../../risk/json/canonical.ts';
import type { Outcome } from '../../risk/messages/outcome.ts';
import { inspectionOf, isIrregular, type KeptAssessment, keptAssessment, lookedAt, verdictsOf } from './inspections.ts';
import type { MemoryTraderHistory } from './trader-history-store.ts';

/** What audit knows, in this process alone, gone at its end. */
export interface MemoryAuditStore extends AuditStore {
  readonly assessments: ReadonlyMap<string, KeptAssessment>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** Assessments and outcomes held in memory, and counted in the history beside them. */
export function createMemoryAuditStore(history: MemoryTraderHistory): MemoryAuditStore {
  const assessments = new Map<string, KeptAssessment>();
  const outcomes = new Map<string, Outcome>();
  return {
    assessments,
    outcomes,
    record: (batch) => {
      const { fresh, result } = newIn(batch.map(keptAssessment), {
        idOf: ({ assessmentId }) => assessmentId,
        known: assessments,
        same: (one, other) => one.contentHash === other.contentHash,
      });
      const ids = new Set(fresh.map(({ assessmentId }) => assessmentId));
      history.count(batch.flatMap(({ record, counts }) => (counts && ids.has(record.assessmentId) ? [counts] : [])));
      return Promise.resolve(result);
    },
    recordOutcomes: (batch) => {
      const { fresh, result } = newIn(batch, {
        idOf: ({ outcomeId }) => outcomeId,
        known: outcomes,
        same: (one, other) => withoutTime(one) === withoutTime(other),
      });
      const irregular = fresh.filter(({ items }) => isIrregular(items));
      history.countHits(irregular.map(({ declarationId }) => declarationId));
      return Promise.resolve({ ...result, ...resultsOf(fresh, assessments) });
    },
  };
}

interface Kept<T> {
  readonly idOf: (entry: T) => string;
  readonly known: Map<string, T>;
  readonly same: (one: T, other: T) => boolean;
}

/** Keeps what is new of a batch; the first under an id stands. */
function newIn<T>(
  batch: readonly T[],
  { idOf, known, same }: Kept<T>,
): { readonly fresh: readonly T[]; readonly result: AuditResult } {
  const fresh = batch.filter((entry) => !known.has(idOf(entry)));
  const conflicting = batch.filter((entry) => !same(known.get(idOf(entry)) ?? entry, entry)).map(idOf);
  for (const entry of fresh) known.set(idOf(entry), entry);
  const repeated = batch.length - fresh.length - conflicting.length;
  return { fresh, result: { written: fresh.length, repeated, conflicting } };
}

/** An outcome that is recorded again, from the same file, differs in when it was recorded and in nothing else. */
const withoutTime = (outcome: Outcome): string => canonicalJson({ ...outcome, recordedAt: '' });

function resultsOf(
  fresh: readonly Outcome[],
  assessments: ReadonlyMap<string, KeptAssessment>,
): Pick<OutcomesResult, 'findings' | 'declarations'> {
  const inspections = fresh.map((outcome) => inspectionOf(outcome, assessments.values()));
  const findings = inspections
    .flatMap(verdictsOf)
    .map(({ rule, verdict }): { rule: string; verdict: Verdict } => ({ rule, verdict }));
  const declarations = inspections.flatMap((inspection) => {
    const [lane, items] = [inspection.assessment?.lane, lookedAt(inspection)];
    const result: 'irregular' | 'conforming' = isIrregular(items) ? 'irregular' : 'conforming';
    return lane === undefined || items.length === 0 ? [] : [{ lane, result }];
  });
  return { findings: counted(findings), declarations: counted(declarations) };
}

function counted<T extends object>(all: readonly T[]): readonly (T & { readonly times: number })[] {
  const times = new Map<string, T & { readonly times: number }>();
  for (const one of all) {
    const key = JSON.stringify(one);
    times.set(key, { ...one, times: (times.get(key)?.times ?? 0) + 1 });
  }
  return [...times.values()];
}
