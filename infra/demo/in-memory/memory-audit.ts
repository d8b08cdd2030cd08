import type {
  AuditResult,
  AuditStore,
  CountedDeclaration,
  OutcomesResult,
  RecordedAssessment,
} from '../../../services/audit/ports/audit-store.ts';
import type { Day } from '../../../services/risk/declaration/declaration-event.ts';
import type { HistoryCount, TraderHistory } from '../../../services/risk/facts/facts.ts';
import type { Known } from '../../../services/risk/facts/known.ts';
import type { Outcome } from '../../../services/risk/messages/outcome.ts';
import { counterName, historyOf, type HistoryQuery } from '../../../services/risk/trader/trader-history.ts';
import type { TraderHistoryStore } from '../../../services/scoring/ports/trader-history-store.ts';

/** What audit knows, in this process alone: written by audit, read by scoring, gone at the end. Keeps no assessments. */
export class MemoryAudit implements AuditStore, TraderHistoryStore {
  readonly #counts = new Map<string, HistoryCount>();
  readonly #counted = new Set<string>();
  #since: Day | undefined;

  record(batch: readonly RecordedAssessment[]): Promise<AuditResult> {
    for (const { counts } of batch) {
      if (counts !== undefined && !this.#counted.has(counts.declarationId)) this.#count(counts);
    }
    return Promise.resolve({ written: batch.length, repeated: 0, conflicting: [] });
  }

  recordOutcomes(outcomes: readonly Outcome[]): Promise<OutcomesResult> {
    return Promise.resolve({ written: outcomes.length, repeated: 0, conflicting: [], findings: [], declarations: [] });
  }

  read(queries: readonly HistoryQuery[]): Promise<readonly Known<TraderHistory>[]> {
    const counters = this.#since === undefined ? undefined : { since: this.#since, counts: this.#counts };
    return Promise.resolve(
      queries.map((query) => historyOf(query, counters, `history@memory/${String(this.#counted.size)}`)),
    );
  }

  #count({ declarationId, keys, day, referred }: CountedDeclaration): void {
    this.#counted.add(declarationId);
    this.#since = this.#since === undefined || day < this.#since ? day : this.#since;
    for (const name of keys.map(counterName)) this.#counts.set(name, oneMore(this.#counts.get(name), day, referred));
  }
}

function oneMore(before: HistoryCount | undefined, day: Day, referred: boolean): HistoryCount {
  const { declarations, referrals, hits, firstSeen, lastSeen } = before ?? {
    declarations: 0,
    referrals: 0,
    hits: 0,
    firstSeen: day,
    lastSeen: day,
  };
  return {
    declarations: declarations + 1,
    referrals: referrals + (referred ? 1 : 0),
    hits,
    firstSeen: firstSeen === undefined || day < firstSeen ? day : firstSeen,
    lastSeen: lastSeen === undefined || day > lastSeen ? day : lastSeen,
  };
}
