import { expect, test } from 'vitest';
import { countLanes } from '../../../infra/demo/report/lanes.ts';
import { layoutFor } from '../../../infra/demo/report/layout.ts';
import { printReport } from '../../../infra/demo/report/print-report.ts';
import { referralText } from '../../../infra/demo/report/referral-text.ts';
import { topReferrals } from '../../../infra/demo/report/top-referrals.ts';
import { decimal, instant } from '../../harness/checked.ts';
import { answer, finding, OUTCOME, referral } from './fixtures.ts';

const PLAIN = layoutFor('plain');
const ESCAPE = '\u001b';

test('given a declaration amended from red to green, then it counts once, in its last lane', () => {
  const rows = countLanes([answer('A', 'red'), answer('A', 'green'), answer('B', 'green')]);
  expect(rows.filter(({ declarations }) => declarations > 0)).toEqual([{ lane: 'green', declarations: 2, share: 1 }]);
});

test('given referrals of one kind, then the first in the queue is shown once and the next kind follows', () => {
  const mass = (id: string, score: number) => referral(id, { score, findings: [finding('net-mass-above-gross-mass')] });
  const route = referral('C', { lane: 'yellow', score: 300, findings: [finding('route')] });
  expect(topReferrals([route, mass('A', 100), mass('B', 150)], 5).map(({ declarationId }) => declarationId)).toEqual([
    'B',
    'C',
  ]);
});

test('given goods that were cancelled, then they do not stand in the queue', () => {
  expect(topReferrals([referral('A', { kind: 'cancelledAfterReferral' })], 5)).toEqual([]);
});

test('given a referral, then the inspector reads where the goods are, why, what to look for and what to ask for', () => {
  const text = referralText(
    referral('26US1', {
      officeId: 'US002704',
      goodsLocation: { name: 'Berth 302' },
      containers: [{ id: 'TPLU4410270', seals: ['S-1'], sequenceNumbers: [1] }],
      deadline: instant('2026-11-20T14:00:00Z'),
      whatToLookFor: ['Weigh the goods.'],
      documentsToAskFor: [{ code: 'N380', title: 'Commercial invoice', id: 'INV-1', reason: 'value' }],
      items: [
        {
          sequenceNumber: 1,
          commodityCode: '84137020',
          description: 'Pumps',
          netMass: { value: decimal('5') },
          score: 50,
          findings: [finding('mass')],
          whatToLookFor: [],
          documentsToAskFor: [],
        },
      ],
      dutyAtStake: { value: decimal('12.5'), currencyId: 'USD' },
    }),
    PLAIN,
  );
  for (const part of [
    'RED · 26US1',
    'office US002704, Berth 302, container TPLU4410270 (seal S-1), answer by 2026-11-20T14:00:00Z',
    '84137020 "Pumps", 5 kg',
    'Reason of mass.',
    'Weigh the goods.',
    'N380, Commercial invoice, cited as INV-1',
    '12.5 USD of duty',
  ])
    expect(text).toContain(part);
});

test('given the same reason for several items, then it is told once with how many there are', () => {
  const item = (sequenceNumber: number) => ({
    sequenceNumber,
    score: 1,
    findings: [finding('mass')],
    whatToLookFor: [],
    documentsToAskFor: [],
  });
  expect(referralText(referral('A', { items: [item(1), item(2), item(3)] }), PLAIN)).toContain(
    'Reason of mass. (and of 2 more items)',
  );
});

test('given an advisory check that could not be made, then it is no reason; a required one is, and says so', () => {
  const text = referralText(
    referral('A', {
      findings: [
        finding('advisory', { result: 'unknown' }),
        finding('needed', { result: 'unknown', weight: 'required' }),
      ],
    }),
    PLAIN,
  );
  expect(text).not.toContain('Reason of advisory');
  expect(text).toContain('(unknown) Reason of needed.');
});

test('given a declaration that could not be read, then the failure is the reason', () => {
  expect(
    referralText(
      referral('A', { kind: 'notAssessed', failure: { code: 'TDW_X', message: 'It could not be decoded.' } }),
      PLAIN,
    ),
  ).toContain('why        It could not be decoded.');
});

test('given a whole demo, then the report names lanes, fraud patterns by difficulty, look-alikes and speed', () => {
  const story = printReport(OUTCOME, PLAIN);
  expect(story).toMatch(/red +1 +25\.0 %/);
  expect(story).toMatch(/dead letter +1/);
  expect(story).toMatch(/masses that cannot be +1 of 1 +0 of 0 +0 of 0 +0 of 1 \(\+1 blue\)/);
  expect(story).toContain(
    'Injected frauds 1 of 1 (100.0 %); legitimate look-alikes 0 of 1 (0.0 %); ordinary declarations 0 of 1 (0.0 %).',
  );
  expect(story).toContain('5 events with 12 goods items in 2.0 s: 6 items/s');
});

test('given a pipe, then nothing but text is written; given a terminal, then it has frames and weight', () => {
  expect(printReport(OUTCOME, PLAIN)).not.toContain(ESCAPE);
  expect(printReport(OUTCOME, layoutFor('terminal'))).toContain(ESCAPE);
});
