import type { AuditStore, CountedDeclaration } from '../../../services/audit/ports/audit-store.ts';
import type { Day } from '../../../services/risk/declaration/declaration-event.ts';
import type { HistoryCount } from '../../../services/risk/facts/facts.ts';
import { found, unknown } from '../../../services/risk/facts/known.ts';
import { answerHistory, type HistoryKey } from '../../../services/risk/trader/history-keys.ts';
import type { TraderHistoryStore } from '../../../services/scoring/ports/trader-history-store.ts';

/** Trader history in this process alone: written by audit, read by scoring, gone at the end. Keeps no assessments. */
export function createMemoryAudit(): { readonly store: AuditStore; readonly history: TraderHistoryStore } {
  const counts = new Map<string, HistoryCount>();
  const counted = new Set<string>();
  let since: Day | undefined;

  function count({ keys, day, referred }: CountedDeclaration): void {
    since = since === undefined || day < since ? day : since;
    for (const key of keys) counts.set(keyText(key), oneMore(counts.get(keyText(key)), day, referred));
  }

  return {
    store: {
      record: (batch) => {
        const fresh = batch.flatMap(({ counts: declared }) => declared ?? []).filter(({ declarationId }) => !counted.has(declarationId));
        for (const declared of fresh) {
          counted.add(declared.declarationId);
          count(declared);
        }
        return Promise.resolve({ written: batch.length, repeated: 0, conflicting: [] });
      },
      recordOutcomes: (outcomes) => Promise.resolve({ written: outcomes.length, repeated: 0, conflicting: [] }),
    },
    history: {
      read: (queries) => Promise.resolve(queries.map((query) => {
        if (since === undefined) return unknown('no trader history is loaded', 'history');
        const answer = answerHistory(query, since, (key) => counts.get(keyText(key)));
        return answer === undefined ? unknown('the declaration names no trader', 'declaration') : found(answer, `history@memory/${String(counted.size)}`);
      })),
    },
  };
}

const keyText = ({ party, dimension, value }: HistoryKey): string => JSON.stringify([party, dimension, value]);

function oneMore(before: HistoryCount | undefined, day: Day, referred: boolean): HistoryCount {
  const { declarations, referrals, hits, firstSeen, lastSeen } = before ?? { declarations: 0, referrals: 0, hits: 0, firstSeen: day, lastSeen: day };
  return {
    declarations: declarations + 1, referrals: referrals + (referred ? 1 : 0), hits,
    firstSeen: firstSeen === undefined || day < firstSeen ? day : firstSeen,
    lastSeen: lastSeen === undefined || day > lastSeen ? day : lastSeen,
  };
}
