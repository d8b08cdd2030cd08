import { expect, test } from 'vitest';
import { MemoryAudit } from '../../../infra/demo/in-memory/memory-audit.ts';
import { createMemoryEventRegister } from '../../../services/adapters/memory/event-register.ts';
import { createMemoryLicenceLedger } from '../../../services/adapters/memory/licence-ledger.ts';
import type { RecordedAssessment } from '../../../services/audit/ports/audit-store.ts';
import type { Lane } from '../../../services/risk/policy/lane.ts';
import type { EventClaim } from '../../../services/scoring/ports/event-register.ts';

const QUERY = { trader: 'id:T1', chapters: ['84'], destinations: ['MX'], consignees: ['name:C|MX'] };
const recorded = (declarationId: string, day: string, lane: Lane): RecordedAssessment => ({
  record: { declarationId, lane } as RecordedAssessment['record'], assessment: '', contentHash: '', recordedAt: day,
  counts: { declarationId, day, referred: lane === 'red', keys: [{ party: 'id:T1', dimension: 'all', value: '' }, { party: 'id:T1', dimension: 'chapter', value: '84' }] },
});
const claim = (declarationId: string, eventType: EventClaim['eventType'], offset: bigint): EventClaim => ({ eventId: `${declarationId} ${eventType}`, declarationId, eventType, version: 1, topic: 't', partition: 0, offset, content: 'c0ffee' });

test('given nothing recorded, then history is unknown, not empty', async () => {
  expect((await new MemoryAudit().read([QUERY]))[0]?.state).toBe('unknown');
});

test('given declarations recorded, then they are counted once each, with first and last day, and what was never seen is zero', async () => {
  const audit = new MemoryAudit();
  await audit.record([recorded('A', '2026-10-02', 'green'), recorded('A', '2026-10-03', 'green'), recorded('B', '2026-10-01', 'red')]);
  await audit.record([recorded('A', '2026-10-09', 'green')]);
  const [known] = await audit.read([QUERY]);
  expect(known).toMatchObject({ state: 'found', value: { since: '2026-10-01', total: { declarations: 2, referrals: 1, firstSeen: '2026-10-01', lastSeen: '2026-10-02' }, chapters: { 84: { declarations: 2 } }, destinations: { MX: { declarations: 0 } } } });
});

test('given a declaration that was red, when its cancellation is claimed, then the register knows the lane', async () => {
  const audit = new MemoryAudit();
  const register = audit.withLanes(createMemoryEventRegister(createMemoryLicenceLedger([])));
  await register.claim([claim('A', 'lodged', 1n)]);
  await audit.record([recorded('A', '2026-10-02', 'red')]);
  expect((await register.claim([claim('A', 'cancelled', 2n)]))[0]).toMatchObject({ claim: 'granted', prior: { events: 1, lane: { state: 'found', value: 'red' } } });
});
