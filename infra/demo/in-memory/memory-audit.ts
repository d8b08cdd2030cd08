import type { AuditStore, CountedDeclaration } from '../../../services/audit/ports/audit-store.ts';
import type { Day } from '../../../services/risk/declaration/declaration-event.ts';
import type { HistoryCount } from '../../../services/risk/facts/facts.ts';
import { absent, found, unknown } from '../../../services/risk/facts/known.ts';
import { stricter, type Lane } from '../../../services/risk/policy/lane.ts';
import { answerHistory, type HistoryKey } from '../../../services/risk/trader/history-keys.ts';
import type { EventRegister } from '../../../services/scoring/ports/event-register.ts';
import type { TraderHistoryStore } from '../../../services/scoring/ports/trader-history-store.ts';

export interface MemoryAudit {
  readonly store: AuditStore;
  readonly history: TraderHistoryStore;
  /** A register that also knows which lane a declaration had before. */
  readonly withLanes: (register: EventRegister) => EventRegister;
}

/** What audit knows, in this process alone: written by audit, read by scoring, gone at the end. Keeps no assessments. */
export function createMemoryAudit(): MemoryAudit {
  const lanes = new Map<string, Lane>();
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
        for (const { record } of batch) remember(lanes, record);
        for (const declared of fresh) {
          counted.add(declared.declarationId);
          count(declared);
        }
        return Promise.resolve({ written: batch.length, repeated: 0, conflicting: [] });
      },
      recordOutcomes: (outcomes) => Promise.resolve({ written: outcomes.length, repeated: 0, conflicting: [] }),
    },
    withLanes: (register) => ({
      release: (eventIds) => register.release(eventIds),
      claim: async (claims) => (await register.claim(claims)).map((answer, index) => {
        const lane = lanes.get(claims[index]?.declarationId ?? '');
        return answer.claim === 'duplicate' || answer.prior.events === 0 ? answer : { ...answer, prior: { ...answer.prior, lane: lane === undefined ? absent('events') : found(lane, 'events') } };
      }),
    }),
    history: {
      read: (queries) => Promise.resolve(queries.map((query) => {
        if (since === undefined) return unknown('no trader history is loaded', 'history');
        const answer = answerHistory(query, since, (key) => counts.get(keyText(key)));
        return answer === undefined ? unknown('the declaration names no trader', 'declaration') : found(answer, `history@memory/${String(counted.size)}`);
      })),
    },
  };
}

function remember(lanes: Map<string, Lane>, { declarationId, lane }: { readonly declarationId: string; readonly lane?: Lane }): void {
  if (lane !== undefined) lanes.set(declarationId, stricter(lane, lanes.get(declarationId) ?? lane));
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
