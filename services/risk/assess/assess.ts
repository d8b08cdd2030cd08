import { commodityCodeOf } from '../declaration/commodity-code.ts';
import { DECLARATION_FEATURES, ITEM_FEATURES } from '../features/catalogue.ts';
import { FeatureCells } from '../features/cells.ts';
import { declarationContext, itemContext, type DeclarationContext } from '../features/context.ts';
import type { Facts } from '../facts/facts.ts';
import { assessmentIdOf } from '../identity/event-id.ts';
import type { Policy } from '../policy/policy.ts';
import type { Assessment, ItemAssessment } from './assessment.ts';
import { decideLane } from './decide-lane.ts';
import { ENGINE } from './engine.ts';
import { judgeRules, type Judged } from './judge-rules.ts';
import { sourceVersions } from './source-versions.ts';
import { whatTheGoodsMayBe } from './stakes.ts';

/**
 * The answer to one event: a pure function of the facts and the policy, so that it can be replayed to the last digit.
 * Cancellations and exits are recorded without lane or points; everything else is judged, item by item and as a whole.
 */
export function assess(facts: Facts, policy: Policy): Assessment {
  const context = declarationContext(facts, policy.document.lanes.settings);
  const declaration = new FeatureCells(DECLARATION_FEATURES, context);
  const wholeRules = policy.rulesFor('declaration', facts.event.eventType, context.direction);
  const whole = judgeRules(wholeRules, { declaration, item: undefined }, policy.document.families);
  switch (facts.event.eventType) {
    case 'cancelled':
    case 'exited':
      return lifecycle(facts, policy, whole, wholeRules.ids);
    case 'lodged':
    case 'amended':
    case 'reassess':
    case 'unrecognised':
      return risk(context, policy, declaration, whole, wholeRules.ids);
  }
}

function risk(context: DeclarationContext, policy: Policy, declaration: FeatureCells<'declaration'>, whole: Judged, ran: readonly string[]): Assessment {
  const { facts, event } = context;
  const rules = policy.rulesFor('item', event.eventType, context.direction);
  const items = event.goodsItems.map((_, index) => {
    const cells = new FeatureCells(ITEM_FEATURES, itemContext(context, index));
    return itemAssessment(cells, judgeRules(rules, { declaration, item: cells }, policy.document.families));
  });
  const score = whole.score + items.reduce((highest, item) => Math.max(highest, item.score), 0);
  const findings = [...whole.findings, ...items.flatMap((item) => item.findings)];
  const undecidable = event.completeness !== 'whole' || event.eventType === 'unrecognised';
  return {
    ...heading(facts, 'risk'),
    ...decideLane({ score, findings, undecidable }, policy.document.lanes),
    score,
    checks: { declaration: ran, item: rules.ids },
    findings: whole.findings,
    items,
    versions: versions(facts, policy),
  };
}

function itemAssessment(cells: FeatureCells<'item'>, { score, findings }: Judged): ItemAssessment {
  const { goods } = cells.context;
  const commodityCode = commodityCodeOf(goods);
  return {
    sequenceNumber: goods.sequenceNumber,
    ...(commodityCode === undefined ? {} : { commodityCode }),
    score,
    findings,
    ...(findings.length === 0 ? {} : whatTheGoodsMayBe(cells.context)),
  };
}

/** What a cancellation or an exit leaves on record: findings (a cancellation while referred), but no lane and no points. */
function lifecycle(facts: Facts, policy: Policy, whole: Judged, ran: readonly string[]): Assessment {
  return {
    ...heading(facts, 'lifecycle'),
    score: 0,
    selection: { reason: 'lifecycle', probability: 1 },
    checks: { declaration: ran, item: [] },
    findings: whole.findings.map((finding) => ({ ...finding, points: 0, counted: 0 })),
    items: [],
    versions: versions(facts, policy),
  };
}

function heading({ event }: Facts, kind: Assessment['kind']): Pick<Assessment, 'assessmentId' | 'eventId' | 'eventType' | 'declarationId' | 'version' | 'kind' | 'cause'> {
  return {
    assessmentId: assessmentIdOf(event.eventId),
    eventId: event.eventId,
    eventType: event.eventType,
    declarationId: event.declarationId,
    version: event.version,
    kind,
    ...(event.cause === undefined ? {} : { cause: event.cause }),
  };
}

function versions(facts: Facts, policy: Policy): Assessment['versions'] {
  return { engine: ENGINE, policy: policy.hash, factsSchema: facts.schema, sources: sourceVersions(facts), judgedAt: facts.arrivedAt };
}
