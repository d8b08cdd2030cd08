import { describe, expect, test } from 'vitest';
import { answered, ARRIVAL, record, report } from './batch-for-metrics.ts';
import { metricsForTests, MODEL } from './metrics-for-tests.ts';

describe('what became of declarations', () => {
  test('given an export of two items with a hit, a miss and an unknown, when it is committed, then lane, findings and score are counted', async () => {
    const metrics = metricsForTests();
    metrics.batch(
      report([
        answered({
          lane: 'query',
          score: 25,
          typeCode: 'EXD',
          items: 2,
          office: 'GB000060',
          findings: [{ id: 'code-unknown', result: 'unknown' }],
          missed: ['mass-net-above-gross'],
        }),
      ]),
    );
    metrics.committed();
    expect(
      await metrics.value('tidewaiter_declarations_total', { lane: 'query', kind: 'risk', direction: 'export' }),
    ).toBe(1);
    expect(await metrics.value('tidewaiter_findings_total', { rule: 'code-unknown', result: 'unknown' })).toBe(2);
    expect(await metrics.value('tidewaiter_findings_total', { rule: 'mass-net-above-gross', result: 'miss' })).toBe(2);
    expect(await metrics.value('tidewaiter_referrals_total', { kind: 'assessed', lane: 'query' })).toBe(1);
    expect(await metrics.value('tidewaiter_declaration_score_sum')).toBe(25);
    expect(await metrics.value('tidewaiter_office_declarations_total', { office: 'GB000060', lane: 'query' })).toBe(1);
  });

  test('given a cancellation, when it is committed, then it has no lane and no place in the scores', async () => {
    const metrics = metricsForTests();
    metrics.batch(report([answered({})]));
    metrics.committed();
    expect(
      await metrics.value('tidewaiter_declarations_total', { lane: 'none', kind: 'lifecycle', direction: 'import' }),
    ).toBe(1);
    expect(await metrics.value('tidewaiter_declaration_score_count')).toBe(0);
  });

  test('given a cancellation of what was red and a dead letter, when they are committed, then their referrals are counted by kind and lane', async () => {
    const metrics = metricsForTests();
    metrics.batch(
      report([answered({})], {
        referrals: [
          { kind: 'cancelledAfterReferral', lane: 'red' },
          { kind: 'notAssessed', lane: 'query' },
        ],
      }),
    );
    expect(await metrics.value('tidewaiter_referrals_total', { kind: 'notAssessed', lane: 'query' })).toBe(0);
    metrics.committed();
    expect(await metrics.value('tidewaiter_referrals_total', { kind: 'cancelledAfterReferral', lane: 'red' })).toBe(1);
    expect(await metrics.value('tidewaiter_referrals_total', { kind: 'notAssessed', lane: 'query' })).toBe(1);
    expect(await metrics.value('tidewaiter_referrals_total', { kind: 'assessed', lane: 'red' })).toBe(0);
  });

  test('given a declaration accepted an hour before it arrived, when its referral commits 2 s after arrival, then both times are told', async () => {
    const metrics = metricsForTests();
    metrics.batch(report([answered({ lane: 'red', acceptedAt: new Date(ARRIVAL - 3_600_000).toISOString() })]));
    metrics.setNow(ARRIVAL + 2_000);
    metrics.committed();
    expect(await metrics.value('tidewaiter_referral_seconds_sum', { since: 'arrival' })).toBe(2);
    expect(await metrics.value('tidewaiter_referral_seconds_sum', { since: 'acceptance' })).toBe(3_602);
    expect(await metrics.value('tidewaiter_answer_seconds_sum')).toBe(2);
  });

  test('given air freight answered 40 minutes after it was accepted, then it is late by its mode; what arrived too late already is not ours', async () => {
    const metrics = metricsForTests();
    const acceptedAgo = (minutes: number): string => new Date(ARRIVAL - minutes * 60_000).toISOString();
    metrics.batch(
      report([
        answered({ lane: 'red', modeCode: '4', acceptedAt: acceptedAgo(20) }),
        answered({ lane: 'red', modeCode: '1', acceptedAt: acceptedAgo(20) }),
        answered({ lane: 'red', modeCode: '4', acceptedAt: acceptedAgo(31) }),
      ]),
    );
    metrics.setNow(ARRIVAL + 20 * 60_000);
    metrics.committed();
    expect(await metrics.value('tidewaiter_late_answers_total', { mode: 'air' })).toBe(1);
    expect(await metrics.value('tidewaiter_late_answers_total', { mode: 'sea' })).toBe(0);
  });

  test('given a write-off that the licence cannot bear and an answer of a model, when committed, then both are counted', async () => {
    const metrics = metricsForTests();
    metrics.batch(report([answered({ lane: 'red', writeOff: 'no', model: { model: MODEL, status: 'vague' } })]));
    metrics.committed();
    expect(await metrics.value('tidewaiter_write_off_answers_total', { answer: 'no' })).toBe(1);
    expect(await metrics.value('tidewaiter_licence_answers_total', { state: 'found' })).toBe(1);
    expect(await metrics.value('tidewaiter_model_answers_total', { model: MODEL, status: 'vague' })).toBe(1);
  });

  test('given a message of ten elements of which one of the goods was not read, then both are counted by its format, and one of a format that nobody knows as other', async () => {
    const metrics = metricsForTests();
    const otherElements = [
      { path: 'Colour', value: 'red' },
      { path: 'ID/@schemeID', value: 's' },
      { path: 'GoodsShipment[2]/Buyer/Name', value: 'B', alsoIn: 'goodsItems' },
    ];
    metrics.batch(
      report([
        answered({ lane: 'query', source: { format: 'WCO-GB', elements: 10 }, otherElements }),
        answered({ lane: 'green', source: { format: "somebody's own", elements: 4 } }),
        answered({ lane: 'green' }),
      ]),
    );
    metrics.committed();
    const counted = (format: string, state: string): Promise<number | undefined> =>
      metrics.value('tidewaiter_elements_total', { format, state });
    expect([
      await counted('WCO-GB', 'read'),
      await counted('WCO-GB', 'unread'),
      await counted('other', 'read'),
      await counted('other', 'unread'),
      await counted('none', 'read'),
    ]).toEqual([9, 1, 4, 0, 0]);
  });

  test('given a record that cannot be decoded, when its dead letter is committed, then it is counted by code and class', async () => {
    const metrics = metricsForTests();
    metrics.batch(
      report([], {
        ended: [
          { kind: 'deadLetter', entry: { record: record() }, step: 'decode', code: 'TDW_AVRO_TRUNCATED', message: '' },
        ],
      }),
    );
    metrics.committed();
    expect(await metrics.value('tidewaiter_dead_letters_total', { code: 'TDW_AVRO_TRUNCATED', class: 'input' })).toBe(
      1,
    );
    expect(await metrics.value('tidewaiter_dead_letters_total', { code: 'TDW_INTERNAL', class: 'bug' })).toBe(0);
  });
});
