import { expect, test } from 'vitest';
import { MemoryAudit } from '../../../infra/demo/in-memory/memory-audit.ts';
import type { RecordedAssessment } from '../../../services/audit/ports/audit-store.ts';
import type { Lane } from '../../../services/risk/lanes/lane.ts';

const QUERY = { trader: 'id:T1', chapters: ['84'], destinations: ['MX'], consignees: ['name:C|MX'] };
const recorded = (declarationId: string, day: string, lane: Lane): RecordedAssessment => ({
  record: { declarationId, lane } as RecordedAssessment['record'],
  assessment: '',
  contentHash: '',
  recordedAt: day,
  counts: {
    declarationId,
    day,
    referred: lane === 'red',
    keys: [
      { party: 'id:T1', dimension: 'all', value: '' },
      { party: 'id:T1', dimension: 'chapter', value: '84' },
    ],
  },
});

test('given nothing recorded, then history is unknown, not empty', async () => {
  expect((await new MemoryAudit().read([QUERY]))[0]?.state).toBe('unknown');
});

test('given declarations recorded, then they are counted once each, with first and last day, and what was never seen is zero', async () => {
  const audit = new MemoryAudit();
  await audit.record([
    recorded('A', '2026-10-02', 'green'),
    recorded('A', '2026-10-03', 'green'),
    recorded('B', '2026-10-01', 'red'),
  ]);
  await audit.record([recorded('A', '2026-10-09', 'green')]);
  const [known] = await audit.read([QUERY]);
  expect(known).toMatchObject({
    state: 'found',
    value: {
      since: '2026-10-01',
      total: { declarations: 2, referrals: 1, firstSeen: '2026-10-01', lastSeen: '2026-10-02' },
      chapters: { 84: { declarations: 2 } },
      destinations: { MX: { declarations: 0 } },
    },
  });
});
