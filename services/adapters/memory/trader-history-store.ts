import type { CountedDeclaration } from '../../audit/ports/audit-store.ts';
import type { Day } from '../../risk/declaration/day.ts';
import type { HistoryCount } from '../../risk/facts/facts.ts';
import { counterName, type HistoryKey, historyOf } from '../../risk/trader/trader-history.ts';
import type { TraderHistoryStore } from '../../scoring/ports/trader-history-store.ts';

export interface MemoryHistory {
  readonly since: Day;
  readonly counts: readonly (readonly [HistoryKey, HistoryCount])[];
}

/** Traders' history that an audit in memory can add to. */
export interface MemoryTraderHistory extends TraderHistoryStore {
  /** Counts a declaration once, and its first referral once, however many versions of it there are. */
  count(declarations: readonly CountedDeclaration[]): void;
  /** Counts inspections that found something, once a declaration; of one that was never counted nothing is. */
  countHits(declarationIds: readonly string[]): void;
}

interface Counted extends CountedDeclaration {
  readonly hit: boolean;
}

type Counts = Pick<HistoryCount, 'declarations' | 'referrals' | 'hits'>;

/** Traders' history held in memory, to begin with that which is given; `undefined` where none is loaded. */
export function createMemoryTraderHistory(history: MemoryHistory | undefined): MemoryTraderHistory {
  const counts = new Map(history?.counts.map(([key, count]) => [counterName(key), count]));
  const counted = new Map<string, Counted>();
  let since = history?.since;

  const add = ({ keys, day }: CountedDeclaration, more: Partial<Counts>): void => {
    for (const name of keys.map(counterName)) counts.set(name, withMore(counts.get(name), day, more));
  };
  const countOne = (declaration: CountedDeclaration): void => {
    const { declarationId, day, referred } = declaration;
    const before = counted.get(declarationId);
    const stands: Counted = before ?? { ...declaration, referred: false, hit: false };
    if (before === undefined) add(stands, { declarations: 1 });
    if (referred && !stands.referred) add(stands, { referrals: 1 });
    counted.set(declarationId, { ...stands, referred: stands.referred || referred });
    since = since === undefined || day < since ? day : since;
  };
  return {
    read: (queries) => {
      const loaded = since === undefined ? undefined : { since, counts };
      const from = counted.size === 0 ? 'history@memory' : `history@memory/${String(counted.size)}`;
      return Promise.resolve(queries.map((query) => historyOf(query, loaded, from)));
    },
    count: (declarations) => {
      declarations.forEach(countOne);
    },
    countHits: (declarationIds) => {
      for (const id of declarationIds) {
        const before = counted.get(id);
        if (before === undefined || before.hit) continue;
        add(before, { hits: 1 });
        counted.set(id, { ...before, hit: true });
      }
    },
  };
}

function withMore(before: HistoryCount | undefined, day: Day, more: Partial<Counts>): HistoryCount {
  const firstSeen = before?.firstSeen ?? day;
  const lastSeen = before?.lastSeen ?? day;
  return {
    declarations: (before?.declarations ?? 0) + (more.declarations ?? 0),
    referrals: (before?.referrals ?? 0) + (more.referrals ?? 0),
    hits: (before?.hits ?? 0) + (more.hits ?? 0),
    firstSeen: day < firstSeen ? day : firstSeen,
    lastSeen: day > lastSeen ? day : lastSeen,
  };
}
