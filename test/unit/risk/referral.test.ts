import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../../services/risk/assess/assess.ts';
import { buildNotice } from '../../../services/risk/referral/build-notice.ts';
import { buildReferral } from '../../../services/risk/referral/build-referral.ts';
import { decisions } from '../../golden/decisions.ts';
import { ordinaryFacts } from './ordinary-facts.ts';

const policy = loadPolicy('config/policy');
const referralOf = (name: string) =>
  buildReferral(decisions[name]!.facts, assess(decisions[name]!.facts, policy), policy);

describe('a referral', () => {
  it('is not made of what passes, nor of what is looked at afterwards', () => {
    expect(referralOf('ordinary-export')).toBeUndefined();
    expect(referralOf('net-above-gross')).toBeUndefined();
  });

  it('says where the goods are, how they travel, who is behind them, and by when an answer is wanted', () => {
    expect(referralOf('control-unanswered')).toMatchObject({
      kind: 'assessed',
      lane: 'red',
      direction: 'export',
      officeId: 'GB000051',
      exitOfficeId: 'GB000051',
      goodsLocation: { name: 'FXTFXTFXT' },
      deadline: '2026-11-20T12:29:12Z',
      transport: { border: { modeCode: '1' }, carrierId: 'GB025115100010' },
      containers: [{ id: 'MSKU1234565', seals: ['SEAL00471'] }],
    });
    expect(referralOf('control-unanswered')!.parties).toContainEqual({
      role: 'consignee',
      name: 'Aoyama Coffee KK',
      countryCode: 'JP',
    });
  });

  it('says what to look for, which documents to ask for, and what duty is at stake', () => {
    const referral = referralOf('undervalued-a-thousandfold')!;
    expect(referral.items[0]).toMatchObject({
      commodityCode: '84198120',
      packages: '20',
      dutyAtStake: { value: '0.8', currencyId: 'GBP' },
    });
    expect(referral.items[0]!.whatToLookFor[0]).toMatch(/^Look at the goods before the papers/);
    expect(referral.items[0]!.documentsToAskFor.map(({ code }) => code)).toContain('N380');
    expect(referral.dutyAtStake).toEqual({ value: '0.8', currencyId: 'GBP' });
  });

  it('asks for no documents on account of a check that could not be made', () => {
    const assessment = assess(decisions['undervalued-a-thousandfold']!.facts, policy);
    const unmade = {
      ...assessment,
      items: assessment.items.map((item) => ({
        ...item,
        findings: item.findings.map((finding) => ({ ...finding, result: 'unknown' as const })),
      })),
    };
    expect(
      buildReferral(decisions['undervalued-a-thousandfold']!.facts, unmade, policy)!.items[0]!.documentsToAskFor,
    ).toEqual([]);
  });

  it('of the same decision is the same referral, under the same id', () => {
    expect(referralOf('control-unanswered')).toEqual(referralOf('control-unanswered'));
  });
});

describe('a notice', () => {
  it("asks for the documents that the trader's own reasons name", () => {
    const { facts } = decisions['licence-expired-the-day-before']!;
    expect(buildNotice(facts, assess(facts, policy), policy)).toMatchObject({
      kind: 'documentsRequested',
      addresseeId: 'GB123456789000',
      reasons: [
        {
          sequenceNumber: 1,
          reason: 'The licence cited (X002 GBSIE2026/000123) had expired on the day of acceptance.',
        },
      ],
    });
  });

  it('says once what several rules say in the same words, and asks for a document once', () => {
    const { facts } = decisions['coffee-machines-exported-as-valves-beyond-doubt']!;
    const notice = buildNotice(facts, assess(facts, policy), policy)!;
    expect(notice.reasons).toEqual([
      { sequenceNumber: 1, reason: 'The description of the goods does not fit the commodity code 84818079.' },
    ]);
    expect(notice.documentsToProvide).toEqual([{ sequenceNumber: 1, code: 'N380', title: 'Commercial invoice' }]);
  });

  it('tells of a release without a reason', () => {
    expect(buildNotice(ordinaryFacts, assess(ordinaryFacts, policy), policy)).toMatchObject({
      kind: 'released',
      reasons: [],
      documentsToProvide: [],
    });
  });
});
