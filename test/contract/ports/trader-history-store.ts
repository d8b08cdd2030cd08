import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { AuditStore } from '../../../services/audit/ports/audit-store.ts';
import type { DeclarationEvent } from '../../../services/risk/declaration/declaration-event.ts';
import type { TraderHistory } from '../../../services/risk/facts/facts.ts';
import { type HistoryQuery, historyQueryOf } from '../../../services/risk/trader/trader-history.ts';
import type { TraderHistoryStore } from '../../../services/scoring/ports/trader-history-store.ts';
import { countedFor, irregular, outcomeOf, recorded } from './on-record.ts';

/** The history, and the audit that writes it. */
export interface HistoryBooks {
  readonly audit: AuditStore;
  readonly history: TraderHistoryStore;
}

/** What every store of traders' history must answer; each test gets an empty one. */
export function traderHistoryContract(open: () => Promise<HistoryBooks>): void {
  const someone = (): HistoryQuery => ({
    trader: `id:${randomUUID()}`,
    chapters: ['84'],
    destinations: ['MX'],
    consignees: ['name:C|MX'],
  });
  const count = async ({ audit }: HistoryBooks, ...counts: ReturnType<typeof countedFor>[]): Promise<void> => {
    for (const one of counts) await audit.record([recorded('ordinary-export', { counts: one })], 't/0@1');
  };
  const totalOf = async (
    { history }: HistoryBooks,
    query: HistoryQuery,
  ): Promise<TraderHistory['total'] | undefined> => {
    const [known] = await history.read([query]);
    return known?.state === 'found' ? known.value.total : undefined;
  };

  test('given nothing recorded, then history is unknown, not empty', async () => {
    const { history } = await open();
    expect((await history.read([someone()]))[0]?.state).toBe('unknown');
  });

  test('given declarations on record, then each counts once whatever its versions, with first and last day, and what was never seen is zero', async () => {
    const books = await open();
    const [trader, declarationId] = [someone(), randomUUID()];
    await count(
      books,
      countedFor({ ...trader, destinations: [] }, '2026-10-02', { declarationId }),
      countedFor(trader, '2026-10-05', { declarationId }),
      countedFor({ ...trader, destinations: [] }, '2026-10-01'),
    );
    const [known] = await books.history.read([trader]);
    expect(known).toMatchObject({
      state: 'found',
      value: {
        trader: trader.trader,
        since: '2026-10-01',
        total: { declarations: 2, referrals: 0, hits: 0, firstSeen: '2026-10-01', lastSeen: '2026-10-02' },
        chapters: { 84: { declarations: 2 } },
        destinations: { MX: { declarations: 0 } },
        consigneesAnywhere: { 'name:C|MX': { declarations: 2 } },
      },
    });
  });

  test('given a declaration whose later version is referred, then that counts once, and so does what inspections find', async () => {
    const books = await open();
    const [trader, declarationId] = [someone(), randomUUID()];
    const referred = { declarationId, referred: true };
    await count(books, countedFor(trader, '2026-10-02', { declarationId }));
    await count(books, countedFor(trader, '2026-10-03', referred), countedFor(trader, '2026-10-03', referred));
    await books.audit.recordOutcomes([1, 2].map(() => outcomeOf(declarationId, [irregular()])));
    expect(await totalOf(books, trader)).toMatchObject({ declarations: 1, referrals: 1, hits: 1 });
  });

  test('given an assessment that is read again, then its declaration counts no second time', async () => {
    const books = await open();
    const trader = someone();
    const entry = recorded('ordinary-export', { counts: countedFor(trader, '2026-10-02', { referred: true }) });
    for (const position of ['t/0@1', 't/0@2']) await books.audit.record([entry], position);
    expect(await totalOf(books, trader)).toMatchObject({ declarations: 1, referrals: 1 });
  });

  test('given several queries, then each has its answer, in order; a declaration without a trader has none', async () => {
    const books = await open();
    const [known, stranger] = [someone(), someone()];
    await count(books, countedFor(known, '2026-10-02'));
    const answers = await books.history.read([stranger, { ...known, trader: undefined }, known]);
    const totals = answers.map((answer) => (answer.state === 'found' ? answer.value.total.declarations : answer.state));
    expect(totals).toEqual([0, 'unknown', 1]);
    expect(await books.history.read([])).toEqual([]);
  });

  test('given parties with the longest names that a declaration may state, when it is counted, then it is, and known again', async () => {
    const books = await open();
    const named = (): object => ({
      name: randomBytes(2_000).toString('hex'),
      address: { countryCode: 'JP' },
      communications: [],
    });
    const query = historyQueryOf({
      exporter: named(),
      goodsShipment: { consignee: named(), destinationCountryCode: 'JP' },
      goodsItems: [],
    } as unknown as DeclarationEvent);
    await count(books, countedFor(query, '2026-11-22'));
    const [known] = await books.history.read([query]);
    expect(known).toMatchObject({ state: 'found', value: { total: { declarations: 1 } } });
    expect(Object.values((known as { value: { consignees: object } }).value.consignees)).toMatchObject([
      { declarations: 1 },
    ]);
  });
}
