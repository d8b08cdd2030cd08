import { statedCodeOf } from '../declaration/commodity-code.ts';
import type { Facts } from '../facts/facts.ts';
import { DECLARATION_FEATURES, featureNamed, type FeatureRef, ITEM_FEATURES } from '../features/catalogue.ts';
import { FeatureCells } from '../features/definition/cells.ts';
import { type DeclarationContext, declarationContext, itemContext } from '../features/definition/context.ts';
import type { Finding, SeenValue } from '../findings/finding.ts';
import { type Scored, scoreFindings } from '../findings/score.ts';
import { assessmentIdOf } from '../identity/derived-ids.ts';
import { decideLane } from '../lanes/decide-lane.ts';
import type { Assessment, ItemAssessment } from '../messages/assessment.ts';
import type { Policy, SelectedRules } from '../policy/policy.ts';
import type { FamiliesDocument } from '../policy/policy-document.ts';
import { evaluateRule, type RuleResult, type Subject } from '../rules/evaluate-rule.ts';
import { makeFinding } from '../rules/make-finding.ts';
import { likelyCodeAndDutyAtRisk } from './revenue-at-risk.ts';
import { sourceVersions } from './source-versions.ts';

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

function risk(
  context: DeclarationContext,
  policy: Policy,
  declaration: FeatureCells<'declaration'>,
  whole: Judged,
  ran: readonly string[],
): Assessment {
  const { facts, event } = context;
  const rules = policy.rulesFor('item', event.eventType, context.direction);
  const items = event.goodsItems.map((_, index) => {
    const cells = new FeatureCells(ITEM_FEATURES, itemContext(context, index));
    return itemAssessment(cells, judgeRules(rules, { declaration, item: cells }, policy.document.families));
  });
  const score = whole.score + items.reduce((highest, item) => Math.max(highest, item.score), 0);
  const findings = [...whole.findings, ...items.flatMap((item) => item.findings)];
  const undecidable = event.completeness !== 'whole' || event.eventType === 'unrecognised';
  const { lane, selection } = decideLane({ score, findings, undecidable }, policy.document.lanes.thresholds);
  return answerTo(
    facts,
    policy,
    { kind: 'risk', score, selection, checks: { declaration: ran, item: rules.ids }, findings: whole.findings, items },
    lane,
  );
}

function itemAssessment(cells: FeatureCells<'item'>, { score, findings }: Judged): ItemAssessment {
  const { goods } = cells.context;
  const { sequenceNumber } = goods;
  const commodityCode = statedCodeOf(goods);
  const item: ItemAssessment =
    commodityCode === undefined
      ? { sequenceNumber, score, findings }
      : { sequenceNumber, commodityCode, score, findings };
  return findings.length === 0 ? item : { ...item, ...likelyCodeAndDutyAtRisk(cells.context) };
}

/** What a cancellation or an exit leaves on record: findings (a cancellation while referred), but no lane and no points. */
function lifecycle(facts: Facts, policy: Policy, whole: Judged, ran: readonly string[]): Assessment {
  const findings = whole.findings.map((finding) => ({ ...finding, points: 0, counted: 0 }));
  return answerTo(
    facts,
    policy,
    {
      kind: 'lifecycle',
      score: 0,
      selection: { reason: 'lifecycle', probability: 1 },
      checks: { declaration: ran, item: [] },
      findings,
      items: [],
    },
    undefined,
  );
}

type Judgement = Pick<Assessment, 'kind' | 'score' | 'selection' | 'checks' | 'findings' | 'items'>;

/** The judgement with what it answers and what judged. Members in one literal: there are as many of these as declarations. */
function answerTo(
  facts: Facts,
  policy: Policy,
  { kind, score, selection, checks, findings, items }: Judgement,
  lane: Assessment['lane'],
): Assessment {
  const { eventId, eventType, declarationId, version, cause } = facts.event;
  const assessment: Assessment = {
    assessmentId: assessmentIdOf(eventId),
    eventId,
    eventType,
    declarationId,
    version,
    kind,
    score,
    selection,
    checks,
    findings,
    items,
    versions: versions(facts, policy),
  };
  const inLane = lane === undefined ? assessment : { ...assessment, lane };
  return cause === undefined ? inLane : { ...inLane, cause };
}

function versions(facts: Facts, policy: Policy): Assessment['versions'] {
  return {
    engine: ENGINE,
    policy: policy.hash,
    factsSchema: facts.schema,
    sources: sourceVersions(facts),
    judgedAt: facts.arrivedAt,
  };
}

/** What the rules said of one item or one declaration. */
export type Judged = Scored;

const DIRECTION = featureNamed('declaration.direction') as FeatureRef;
const NO_DIRECTION: RuleResult = {
  result: 'unknown',
  gaps: [{ ref: DIRECTION, why: 'the declaration does not say whether it is for import or for export' }],
};

/** Runs the rules on a subject and adds up what they found. */
export function judgeRules({ rules }: SelectedRules, subject: Subject, families: FamiliesDocument): Judged {
  const findings: Finding[] = [];
  const values: SeenValue[] = [];
  for (const { rule, applies } of rules) {
    const evaluated = applies === 'yes' ? evaluateRule(rule, subject, values) : NO_DIRECTION;
    if (evaluated.result !== 'miss') findings.push(makeFinding(rule, evaluated, subject));
  }
  return scoreFindings(findings, families);
}

/**
 * Version of the judgement itself: features, rules, score and lanes. Raised with every change that can make the same facts
 * and the same policy come out differently; a replay runs
 * with the engine of its day, and says where that comes out otherwise.
 */
export const ENGINE = '3';
