import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../services/adapters/policy-files/load-policy.ts';
import { assess } from '../../../services/risk/assess/assess.ts';
import type { GoodsItem } from '../../../services/risk/declaration/declaration-event.ts';
import { absent, found, unknown } from '../../../services/risk/facts/known.ts';
import { DECLARATION_FEATURES, ITEM_FEATURES } from '../../../services/risk/features/catalogue.ts';
import { FeatureCells, isFailed } from '../../../services/risk/features/definition/cells.ts';
import { declarationContext, itemContext } from '../../../services/risk/features/definition/context.ts';
import { isMissing } from '../../../services/risk/features/definition/feature.ts';
import { needsReferral } from '../../../services/risk/referral/referred-case.ts';
import { factsWhere, ordinaryItem } from './ordinary-facts.ts';

const policy = loadPolicy('config/policy');
const { statisticalValueAmount, ...unvalued } = ordinaryItem;
const stripped: GoodsItem = {
  ...unvalued,
  commodity: { classifications: [], dutyTaxFees: [], dangerousGoods: [], transportEquipments: [] },
  governmentProcedures: [],
  origins: [],
  packagings: [],
};
const why = unknown('not asked', 'test');

/** An amendment that restates nothing, of a declaration that is not known. */
const partial = factsWhere({
  event: { eventType: 'amended', completeness: 'partial', version: 2, goodsItems: [stripped] },
  item: { subheading: why, tariffLine: why, controls: why, highPriority: why, usual: why, models: [] },
  facts: { trader: why, prior: why },
});

describe('a change set whose declaration is not known', () => {
  it('is given without the value that the whole one has', () => {
    expect(statisticalValueAmount).toBeDefined();
    expect(partial.event.goodsItems[0]).not.toHaveProperty('statisticalValueAmount');
  });

  const context = declarationContext(partial, policy.document.lanes.settings);

  it('answers nothing from a silence: every feature is missing but those of the event itself', () => {
    const cells = [
      new FeatureCells(ITEM_FEATURES, itemContext(context, 0)),
      new FeatureCells(DECLARATION_FEATURES, context),
    ] as const;
    const answered = [
      ...ITEM_FEATURES.filter((_, index) => isAnswer(cells[0].at(index))),
      ...DECLARATION_FEATURES.filter((_, index) => isAnswer(cells[1].at(index))),
    ];
    expect(answered.map(({ name }) => name).sort()).toEqual([
      'declaration.acceptedAfterArrival',
      'declaration.authorityCountry',
      'declaration.authorityCurrency',
      'declaration.direction',
      'declaration.eventType',
      'declaration.partial',
      'declaration.unmappedElements',
      'declaration.version',
    ]);
  });

  it('is put before a person, and says why', () => {
    const assessment = assess(partial, policy);
    expect(assessment.lane).toBe('query');
    expect(assessment.findings.find(({ id }) => id === 'only-changes-known')?.result).toBe('hit');
    expect(assessment.items[0]!.findings.find(({ id }) => id === 'control-without-licence')?.result).toBe('unknown');
  });
});

const isAnswer = (cell: ReturnType<FeatureCells<'item'>['at']>): boolean => !isFailed(cell) && !isMissing(cell);

describe('an event that is no lodgement', () => {
  it('cancelled while referred is a finding and a referral, without lane or points', () => {
    const facts = factsWhere({
      event: { eventType: 'cancelled' },
      facts: {
        prior: found({ events: 1, highestVersion: 1, cancelled: false, lane: found('red', 'audit') }, 'events'),
      },
    });
    const assessment = assess(facts, policy);
    expect(assessment).toMatchObject({
      kind: 'lifecycle',
      score: 0,
      items: [],
      findings: [{ id: 'cancelled-after-referral', result: 'hit', counted: 0 }],
    });
    expect(assessment.lane).toBeUndefined();
    expect(needsReferral(assessment)).toBe(true);
  });

  it.each([
    ['green', found('green' as const, 'audit'), false],
    ['never assessed', absent('audit'), false],
    ['not recorded yet', unknown('audit lags', 'audit'), true],
  ])('cancelled after %s', (_what, lane, referred) => {
    const facts = factsWhere({
      event: { eventType: 'cancelled' },
      facts: { prior: found({ events: 1, highestVersion: 1, cancelled: false, lane }, 'events') },
    });
    expect(needsReferral(assess(facts, policy))).toBe(referred);
  });

  it('exited is on record and nothing else', () => {
    expect(assess(factsWhere({ event: { eventType: 'exited' } }), policy)).toMatchObject({
      kind: 'lifecycle',
      score: 0,
      findings: [],
      selection: { reason: 'lifecycle' },
    });
  });

  it.each(['unrecognised' as const])('%s is never green', (eventType) => {
    expect(assess(factsWhere({ event: { eventType } }), policy).lane).toBe('query');
  });

  it('reassess of the version last seen is judged like a lodgement, and keeps its cause', () => {
    const facts = factsWhere({
      event: { eventType: 'reassess', cause: 'list 4711' },
      facts: {
        prior: found({ events: 1, highestVersion: 1, cancelled: false, lane: found('green', 'audit') }, 'events'),
      },
    });
    expect(assess(facts, policy)).toMatchObject({ kind: 'risk', lane: 'green', cause: 'list 4711', findings: [] });
  });
});
