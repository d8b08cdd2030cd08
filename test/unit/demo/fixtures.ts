import type { Answer, DemoResult } from '../../../infra/demo/report/outcome-of-demo.ts';
import type { Label } from '../../../services/generator/fraud/label.ts';
import type { Lane } from '../../../services/risk/lanes/lane.ts';
import type { Referral, ReferralFinding } from '../../../services/risk/messages/referral.ts';
import { instant } from '../../harness/checked.ts';

export const answer = (declarationId: string, lane: Lane | undefined, score = 0): Answer => ({
  eventId: `event of ${declarationId}`,
  declarationId,
  eventType: lane === undefined ? 'cancelled' : 'lodged',
  score,
  ...(lane === undefined ? {} : { lane }),
});

export const finding = (id: string, given: Partial<ReferralFinding> = {}): ReferralFinding => ({
  id,
  version: '1.0.0',
  family: 'mass',
  result: 'hit',
  weight: 'advisory',
  points: 50,
  values: {},
  basis: 'law',
  reason: `Reason of ${id}.`,
  ...given,
});

export const referral = (declarationId: string, given: Partial<Referral> = {}): Referral => ({
  referralId: `referral of ${declarationId}`,
  kind: 'assessed',
  declarationId,
  lane: 'red',
  score: 100,
  raisedAt: instant('2026-11-20T10:00:00Z'),
  direction: 'import',
  transport: { itineraries: [] },
  containers: [],
  parties: [],
  findings: [],
  whatToLookFor: [],
  documentsToAskFor: [],
  items: [],
  ...given,
});

export const ORDINARY: Label = { kind: 'ordinary', note: 'ordinary trade' };
export const FAINT_MASS: Label = {
  kind: 'fraud',
  pattern: 'impossibleMass',
  difficulty: 'faint',
  note: 'net above gross',
};
export const UNPACKED: Label = { kind: 'hardNegative', pattern: 'impossibleMass', note: 'unpacked' };

export const OUTCOME: DemoResult = {
  answers: [
    answer('A', 'red', 120),
    answer('B', 'green'),
    answer('C', 'blue'),
    answer('D', undefined),
    answer('X', 'yellow', 70),
  ],
  referrals: [referral('A', { findings: [finding('net-mass-above-gross-mass')] })],
  labels: new Map<string, Label>([
    ['A', FAINT_MASS],
    ['B', ORDINARY],
    ['C', UNPACKED],
  ]),
  deadLetters: 1,
  speed: { events: 5, items: 12, seconds: 2 },
};
